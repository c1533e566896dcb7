package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;

/**
 * Takes all proposals, since they were chosen for the line; while a list is shown and typing goes
 * on, those that still fit.
 */
final class ProposalMatcher implements CompletionMatcher {
  private CompletingParsedLine line;

  @Override
  public void compile(
      Map<LineReader.Option, Boolean> options,
      boolean prefix,
      CompletingParsedLine parsed,
      boolean caseInsensitive,
      int errors,
      String originalGroupName) {
    line = parsed;
  }

  // JLine sorts the list that it gets, so it must be one that can be changed.
  @Override
  public List<Candidate> matches(List<Candidate> candidates) {
    return line instanceof CompletionLine
        ? new ArrayList<>(candidates)
        : new ArrayList<>(Matching.best(candidates, Candidate::value, line.word()));
  }

  @Override
  public Candidate exactMatch() {
    return null;
  }

  @Override
  public String getCommonPrefix() {
    Optional<String> common =
        line instanceof CompletionLine ours ? ours.completion().common() : Optional.empty();
    return common.orElse(line.word());
  }
}
