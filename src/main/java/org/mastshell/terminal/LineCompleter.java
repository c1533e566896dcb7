package org.mastshell.terminal;

import java.util.List;
import java.util.Locale;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EOFError;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Brings our completions to JLine, and tells it when a line is not finished. */
final class LineCompleter implements Parser, Completer {
  private static final int MOST_SHOWN = 2_000;
  private static final int LONGEST_MEANING = 60;

  private final Completions completions;

  LineCompleter(Completions completions) {
    this.completions = completions;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    boolean unfinished =
        context == ParseContext.ACCEPT_LINE || context == ParseContext.SECONDARY_PROMPT;
    if (unfinished && LogicalLines.of(line).open()) {
      throw new EOFError(-1, cursor, "the line is not finished", "");
    }
    int place = Math.max(0, Math.min(cursor, line.length()));
    Completion completion =
        context == ParseContext.COMPLETE ? completions.at(line, place) : Completion.none(place);
    return new CompletionLine(line, place, completion);
  }

  @Override
  public boolean isEscapeChar(char character) {
    return false;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (line instanceof CompletionLine ours) {
      List<Proposal> proposals = ours.completion().proposals();
      int shown = Math.min(proposals.size(), MOST_SHOWN);
      for (int i = 0; i < shown; i++) {
        candidates.add(candidate(proposals.get(i), i, shown, proposals.size()));
      }
    }
  }

  private static Candidate candidate(Proposal proposal, int index, int shown, int all) {
    String group =
        shown == all
            ? proposal.group()
            : String.format(Locale.ROOT, "%s: %,d of %,d, type more", proposal.group(), shown, all);
    return new Candidate(
        proposal.insert(),
        proposal.shown(),
        group,
        description(proposal),
        null,
        null,
        proposal.blank(),
        index);
  }

  private static String description(Proposal proposal) {
    String meaning = proposal.meaning();
    if (meaning.codePointCount(0, meaning.length()) > LONGEST_MEANING) {
      int end = meaning.offsetByCodePoints(0, LONGEST_MEANING - 1);
      meaning = meaning.substring(0, end).strip() + "…";
    }
    String count = proposal.count() < 0 ? "" : String.format(Locale.ROOT, "%,d", proposal.count());
    String both = count.isEmpty() || meaning.isEmpty() ? "" : " · ";
    String description = count + both + meaning;
    return description.isEmpty() ? null : description;
  }
}
