package org.mastshell.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mastshell.vocabulary.NearestWords;

/**
 * Puts values in the places of a line that name them: {@code $1}, {@code $pid}, {@code ${pid}}.
 *
 * <p>A value stands for itself wherever it is put: one that holds a blank, a semicolon, {@code #},
 * a quote or {@code $}, or begins like an option, is quoted, so that it can neither fall apart, nor
 * end a command, nor name another value. Commas and ranges keep their meaning. Single quotes and
 * comments hold no names.
 */
final class Substitution {
  /** What a variable may be called. */
  static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private static final Pattern PLACE =
      Pattern.compile("\\$(?:([0-9]+|[A-Za-z_][A-Za-z0-9_]*|[#*])|\\{([^}]*)\\})");
  private static final Pattern MAY_NAME = Pattern.compile("\\$(?:[0-9A-Za-z_#*{]|$)");
  private static final int MOST_DIGITS = 4;

  private final String line;
  private final List<String> arguments;
  private final Map<String, String> variables;
  private final Matcher places;
  private final StringBuilder filled = new StringBuilder();
  private char quote;
  private int at;

  Substitution(String line, List<String> arguments, Map<String, String> variables) {
    this.line = line;
    this.arguments = arguments;
    this.variables = variables;
    this.places = PLACE.matcher(line);
  }

  /** Whether a text, or its beginning with what may follow it, names a value outside quotes. */
  static boolean mayName(String text) {
    return MAY_NAME.matcher(text).find();
  }

  String run() {
    while (at < line.length()) {
      char c = line.charAt(at);
      if (quote == 0 && c == '#' && startsWord(at)) {
        filled.append(line, at, line.length());
        break;
      }
      if (quote != '\'' && c == '$' && places.region(at, line.length()).lookingAt()) {
        put(places.group(1) == null ? places.group(2) : places.group(1));
        at = places.end();
      } else {
        copy(c);
      }
    }
    return filled.toString();
  }

  private boolean startsWord(int place) {
    return place == 0 || CommandLines.isBlank(line.charAt(place - 1));
  }

  private void put(String name) {
    if (name.equals("*")) {
      List<String> words =
          arguments.stream().map(quote == 0 ? this::word : Quoting::escape).toList();
      filled.append(String.join(" ", words));
      return;
    }
    String value = value(name);
    if (quote == '"' && isBehindDollar()) {
      filled.insert(filled.length() - 1, '\\');
    }
    filled.append(quote == '"' ? Quoting.escape(value) : word(value));
  }

  private String value(String name) {
    if (name.equals("#")) {
      return Integer.toString(arguments.size());
    }
    if (!name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return argument(name);
    }
    String value = variables.get(name);
    if (value == null) {
      throw unknown(name);
    }
    return value;
  }

  private String argument(String digits) {
    int number = digits.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (number < 1 || number > arguments.size()) {
      throw fault(
          "the script was given no argument " + digits,
          "it was given " + arguments.size() + ": mastshell FILE ARG…, source FILE ARG…");
    }
    return arguments.get(number - 1);
  }

  private SyntaxException unknown(String name) {
    if (!NAME.matcher(name).matches()) {
      return fault(
          "no variable can be called '" + name + "'",
          "names hold letters, digits and _, as in ${pid}; in single quotes $ is itself");
    }
    Optional<String> meant = NearestWords.only(name, variables.keySet());
    return fault(
            "no variable is called " + name,
            meant
                .map(near -> "did you mean $" + near + "? let lists them all")
                .orElse(
                    "let " + name + "=VALUE makes it, let lists all; in single quotes $ is itself"))
        .rightWith(meant.map("$"::concat));
  }

  private SyntaxException fault(String message, String advice) {
    return new SyntaxException(message, line, places.start(), places.end(), advice);
  }

  private void copy(char c) {
    if (quote == '"' && Quoting.isEscape(line, at)) {
      filled.append(c).append(line.charAt(at + 1));
      at += 2;
      return;
    }
    if (quote == 0 && Quoting.isQuote(c)) {
      quote = c;
    } else if (quote == c) {
      quote = 0;
    }
    filled.append(c);
    at++;
  }

  // A line may be filled a second time, from a script: what stands in it now has to stay.
  private boolean isBehindDollar() {
    return at > 0 && line.charAt(at - 1) == '$' && !isEscaped(at - 1);
  }

  private boolean isEscaped(int place) {
    int slashes = place;
    while (slashes > 0 && line.charAt(slashes - 1) == '\\') {
      slashes--;
    }
    return quote == '"' && (place - slashes) % 2 == 1;
  }

  private String word(String value) {
    boolean dashed = value.startsWith("-") && startsWord(at);
    boolean plain =
        Quoting.holdsTogether(value)
            && !dashed
            && !isBehindDollar()
            && value.indexOf('$') < 0
            && value.indexOf(';') < 0;
    return plain ? value : Quoting.enclose(value);
  }
}
