package org.mastshell.language;

/**
 * A value that a variable is to have.
 *
 * @param name of the variable
 * @param value with quotes resolved
 */
public record Assignment(String name, String value) {

  /**
   * Takes {@code NAME=VALUE} apart.
   *
   * @param line in which the word stands, for messages
   * @throws SyntaxException if it is something else
   */
  public static Assignment read(Word word, String line) {
    int equals = word.raw().indexOf('=');
    if (equals < 0) {
      throw word.fault(
          line,
          word.text() + " is no NAME=VALUE",
          "no blanks around =; a value that holds blanks stands in quotes: let target=\"M 101\"");
    }
    String name = word.raw().substring(0, equals);
    if (!Substitution.NAME.matcher(name).matches()) {
      throw word.part(0, Math.max(1, equals))
          .fault(
              line,
              "no variable can be called '" + name + "'",
              "names hold letters, digits and _, and begin with no digit: let pid=1073");
    }
    return new Assignment(name, word.part(equals + 1, word.raw().length()).text());
  }
}
