package org.mastshell.language;

import java.util.List;

/**
 * The arguments of a script, which its lines name {@code $1}, {@code $2} and so on.
 *
 * <p>An argument stands for itself wherever it is put: one that holds a blank, a semicolon, {@code
 * #} or a quote is quoted, so that it can neither fall apart nor end a command. Commas and ranges
 * keep their meaning. Single quotes and comments hold no arguments.
 *
 * @param values the first is {@code $1}
 */
public record ScriptArguments(List<String> values) {
  private static final String NEEDS_QUOTES = " \t;#'\"";

  /** Keeps its own copy. */
  public ScriptArguments {
    values = List.copyOf(values);
  }

  /** A script without arguments. */
  public static ScriptArguments none() {
    return new ScriptArguments(List.of());
  }

  /**
   * A line with its arguments put in.
   *
   * @throws SyntaxException if it names an argument that was not given
   */
  public String fill(String line) {
    return line.indexOf('$') < 0 ? line : new Filling(line).run();
  }

  /** One line on its way. */
  private final class Filling {
    private final String line;
    private final StringBuilder filled = new StringBuilder();
    private char quote;
    private int place;

    Filling(String line) {
      this.line = line;
    }

    String run() {
      while (place < line.length()) {
        char c = line.charAt(place);
        if (quote == 0 && c == '#' && startsWord()) {
          filled.append(line, place, line.length());
          break;
        }
        if (quote != '\'' && c == '$' && digitsEnd() > place + 1) {
          putArgument();
        } else {
          copy(c);
        }
      }
      return filled.toString();
    }

    private boolean startsWord() {
      return place == 0 || CommandLines.isBlank(line.charAt(place - 1));
    }

    private int digitsEnd() {
      int end = place + 1;
      while (end < line.length() && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
        end++;
      }
      return end;
    }

    private void putArgument() {
      int end = digitsEnd();
      String digits = line.substring(place + 1, end);
      int number = digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
      if (number < 1 || number > values.size()) {
        throw new SyntaxException(
            "the script was given no argument " + digits,
            line,
            place,
            end,
            "it was given " + values.size() + ": mastshell FILE ARG…, source FILE ARG…");
      }
      String value = values.get(number - 1);
      filled.append(quote == '"' ? escaped(value) : word(value));
      place = end;
    }

    private void copy(char c) {
      boolean escapes = quote == '"' && c == '\\' && place + 1 < line.length();
      if (escapes) {
        filled.append(c).append(line.charAt(place + 1));
        place += 2;
        return;
      }
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (quote == c) {
        quote = 0;
      }
      filled.append(c);
      place++;
    }
  }

  private static String word(String value) {
    boolean plain = !value.isEmpty() && value.chars().noneMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0);
    return plain ? value : '"' + escaped(value) + '"';
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
