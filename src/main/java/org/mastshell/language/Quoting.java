package org.mastshell.language;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How text is typed so that the command language reads it as the same text again, and what typed
 * text stands for. Single quotes are literal; between double quotes {@code \"}, {@code \\} and
 * {@code \$} are escapes and every other backslash stays.
 */
public final class Quoting {
  private static final String LISTS_AND_OPERATORS = ",=~<>!";

  /** A comment, an operator, or brackets as other languages put around lists. */
  private static final String BEGINS_SOMETHING = "#([=~<>!";

  private static final Pattern OPTION = Pattern.compile("^-(?![0-9.])");

  /** A command might seem to follow: F444W;F405N is a value like others. */
  private static final Pattern ENDS_COMMAND = Pattern.compile(";[A-Za-z-]*$");

  private static final Pattern FILE = Pattern.compile("^\\\\*@");
  private static final String NULL = "null";

  private Quoting() {}

  /** The text as a word: as it is where that is safe, else in quotes. */
  public static String quote(String text) {
    return isPlain(text) ? text : enclose(text);
  }

  /**
   * The text in quotes: single ones where a backslash, a double quote or {@code $} would need an
   * escape.
   */
  static String enclose(String text) {
    boolean escapes = text.chars().anyMatch(c -> isEscaped((char) c));
    // A backslash at the end would be one before a star that stands behind the quote.
    boolean single = escapes && text.indexOf('\'') < 0 && !text.endsWith("\\");
    return single ? "'" + text + "'" : '"' + escape(text) + '"';
  }

  /**
   * The text as it is typed between double quotes. A backslash is doubled only where it would be
   * read as an escape, or might be with what follows the text: before {@code *} it has to stay one.
   */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : '"';
      if (c == '"' || c == '$' || (c == '\\' && isEscaped(next))) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  /**
   * The text as a value that stands for itself, before quotes: a backslash stands before its stars
   * and percent signs, and before an {@code @} that it begins with.
   */
  public static String withoutWildcards(String text) {
    String starless = text.replace("*", "\\*").replace("%", "\\%");
    return FILE.matcher(starless).find() ? '\\' + starless : starless;
  }

  /**
   * The text as a value of a criterion that finds what holds just this text.
   *
   * @return empty where no value says that: {@code null} means that there is none, blanks around a
   *     value do not count, and an end of line ends the command
   */
  public static Optional<String> literal(String text) {
    boolean sayable =
        !text.isEmpty()
            && text.equals(text.strip())
            && !text.equalsIgnoreCase(NULL)
            && text.indexOf(ValueText.ANYTHING) < 0
            && isOneLine(text);
    return sayable ? Optional.of(quote(withoutWildcards(text))) : Optional.empty();
  }

  /** A value of a file as it is typed in the place of the file: its wildcards stay. */
  public static String valueOfFile(String text) {
    return quote(text.charAt(0) == FileReference.MARK ? '\\' + text : text);
  }

  /** Whether a text can stand in one line of a script, in whatever quotes. */
  public static boolean isOneLine(String text) {
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
  }

  /**
   * What a word stands for: its text without quotes. A quote that is not closed reaches to the end.
   */
  public static String resolve(String raw) {
    return QuotedText.of(raw).text();
  }

  /**
   * The pieces of a value between its wildcards, {@code *} and {@code %}, as typed with quotes; one
   * with a backslash before it is none.
   */
  public static List<String> pieces(String raw) {
    String unescaped = ValueText.unescaped(QuotedText.of(raw));
    return List.of(unescaped.split(String.valueOf(ValueText.ANYTHING), -1));
  }

  /** Where the quote stands that is not closed; -1 if all are. */
  public static int openQuote(String raw) {
    int open = -1;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (open < 0) {
        open = isQuote(c) ? i : -1;
      } else if (raw.charAt(open) == '"' && isEscape(raw, i)) {
        i++;
      } else if (c == raw.charAt(open)) {
        open = -1;
      }
    }
    return open;
  }

  /** Whether a character begins and ends quoted text. */
  public static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  /**
   * Whether a backslash begins here, with one of the characters that it escapes between double
   * quotes.
   */
  public static boolean isEscape(String raw, int index) {
    return raw.charAt(index) == '\\'
        && index + 1 < raw.length()
        && isEscaped(raw.charAt(index + 1));
  }

  private static boolean isEscaped(char c) {
    return c == '"' || c == '\\' || c == '$';
  }

  /**
   * Whether a text needs no quotes to stay together: it can neither fall apart, nor end a command,
   * nor begin something. Lists, ranges and options may be made of it.
   */
  static boolean holdsTogether(String text) {
    return !text.isEmpty()
        && BEGINS_SOMETHING.indexOf(text.charAt(0)) < 0
        && !ENDS_COMMAND.matcher(text).find()
        && !text.endsWith("\\")
        && text.chars().noneMatch(c -> isQuote((char) c) || CommandLines.isBlank((char) c))
        && !TypographicQuotes.isIn(text);
  }

  private static boolean isPlain(String text) {
    return holdsTogether(text)
        && !OPTION.matcher(text).find()
        && !text.contains("..")
        && text.chars().noneMatch(c -> LISTS_AND_OPERATORS.indexOf(c) >= 0)
        && !Substitution.mayName(text);
  }
}
