package org.mastshell.language;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quotes as they are printed: text copied from a page has them, and here they hold nothing. */
final class TypographicQuotes {
  private static final Pattern DOUBLE = Pattern.compile("[\u201c-\u201f\u00ab\u00bb\uff02]");
  private static final Pattern SINGLE = Pattern.compile("^[\u2018-\u201b]|[\u2018-\u201b]$");

  private TypographicQuotes() {}

  /** The error of a word that has some outside quotes proper; empty if it has none. */
  static Optional<SyntaxException> fault(Word word, CommandText command) {
    Matcher found = find(word.raw());
    if (!word.raw().equals(word.text()) || found == null) {
      return Optional.empty();
    }
    String right = DOUBLE.matcher(command.text()).replaceAll("\"");
    String all = right.replaceAll("[\u2018-\u201b]", "'");
    return Optional.of(
        word.fault(
                command.line(),
                found.group() + " is a printed quote and holds nothing together",
                "quotes are \" or ', as in target=\"NGC 104\"")
            .rightWith(new Correction(command.start(), command.end(), all)));
  }

  /** Whether a text has some that would be taken for quotes. */
  static boolean isIn(String text) {
    return find(text) != null;
  }

  private static Matcher find(String text) {
    for (Pattern pattern : new Pattern[] {DOUBLE, SINGLE}) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.find()) {
        return matcher;
      }
    }
    return null;
  }
}
