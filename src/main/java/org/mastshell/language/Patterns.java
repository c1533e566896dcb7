package org.mastshell.language;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.mastshell.table.Match;

/** Makes matches of text: as it is, with wildcards, as a piece, or as a regular expression. */
final class Patterns {
  private static final String ANYTHING = String.valueOf(ValueText.ANYTHING);

  private Patterns() {}

  /** Whether a text, its escapes resolved, has wildcards. */
  static boolean hasWildcard(String unescaped) {
    return unescaped.indexOf(ValueText.ANYTHING) >= 0;
  }

  /** Equality, or a wildcard if the text has one. */
  static Match equal(String unescaped) {
    return hasWildcard(unescaped) ? wildcard(unescaped) : new Match.Equal(unescaped);
  }

  /** A regular expression between slashes, or a piece of text. */
  static Match contains(ValueText value) {
    String text = value.text();
    if (text.length() > 2 && text.startsWith("/") && text.endsWith("/")) {
      return new Match.Regex(regex(value, text.substring(1, text.length() - 1)));
    }
    String unescaped = value.unescaped();
    return hasWildcard(unescaped)
        ? wildcard(ValueText.ANYTHING + unescaped + ValueText.ANYTHING)
        : new Match.Contains(unescaped);
  }

  /** A text with wildcards as a person types it. */
  static String typed(String unescaped) {
    return Quoting.withoutWildcards(unescaped).replace(ValueText.ANYTHING, '*');
  }

  // Two wildcards in a row are one: an empty piece in the middle would find nothing more.
  private static Match wildcard(String unescaped) {
    String single = unescaped.replaceAll(ANYTHING + "+", ANYTHING);
    return new Match.Wildcard(Arrays.asList(single.split(ANYTHING, -1)));
  }

  private static Pattern regex(ValueText value, String expression) {
    try {
      return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException wrong) {
      throw value.fault(
          "the regular expression is wrong: " + wrong.getDescription(),
          "without slashes it is looked for as plain text");
    }
  }
}
