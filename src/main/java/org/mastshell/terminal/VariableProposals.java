package org.mastshell.terminal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mastshell.language.Quoting;
import org.mastshell.terminal.ShellView.Suggestion;

/** Names of variables, wherever a {@code $} stands before the cursor. */
final class VariableProposals {
  private static final Pattern BEGUN = Pattern.compile("\\$(\\{?)([A-Za-z_][A-Za-z0-9_]*)?$");

  private VariableProposals() {}

  /** What may stand there; empty where no {@code $} or no variable that begins so is. */
  static Optional<Completion> at(String line, int cursor, List<Suggestion> variables) {
    Matcher begun = BEGUN.matcher(line.substring(0, cursor));
    if (!begun.find() || isLiteral(line.substring(0, begun.start()))) {
      return Optional.empty();
    }
    String brace = begun.group(1).isEmpty() ? "" : "}";
    List<Proposal> all =
        variables.stream()
            .map(
                one ->
                    Proposal.word(
                        "$" + begun.group(1) + one.value() + brace,
                        "$" + one.value(),
                        "variables",
                        one.meaning()))
            .map(Proposal::unfinished)
            .toList();
    Offer offer = Offer.beginning(all, begun.group());
    return offer.isEmpty()
        ? Optional.empty()
        : Optional.of(Completion.replacing(begun.start(), begun.group(), offer));
  }

  // Between single quotes, and behind a backslash, a $ is a sign like others.
  private static boolean isLiteral(String before) {
    int quote = Quoting.openQuote(before);
    return before.endsWith("\\") || (quote >= 0 && before.charAt(quote) == '\'');
  }
}
