package org.mastshell.language;

import java.util.List;
import java.util.Map;

/**
 * The arguments of a script, which its lines name {@code $1}, {@code $2} and so on, {@code $*} all
 * of them, {@code $#} their number.
 *
 * @param values the first is {@code $1}
 */
public record ScriptArguments(List<String> values) {

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
   * @throws SyntaxException if it names an argument that was not given, or a variable
   */
  public String fill(String line) {
    return fill(line, Map.of());
  }

  /**
   * A line with its arguments and variables put in.
   *
   * @param variables by name
   * @throws SyntaxException if it names an argument or a variable that is not there
   */
  public String fill(String line, Map<String, String> variables) {
    return line.indexOf('$') < 0 ? line : new Substitution(line, values, variables).run();
  }
}
