package org.mastshell.language;

/**
 * An option that a command, or the program, takes.
 *
 * @param name long name without dashes
 * @param shortName a single letter, or 0 if there is none
 * @param value what its value is called in the help ({@code N}, {@code DIR}), or empty for a flag
 * @param optionalValue whether the value may be left out ({@code --curl [FILE]})
 * @param meaning one line for the help
 */
public record OptionSpec(
    String name, char shortName, String value, boolean optionalValue, String meaning) {

  private static final String CRITERION = "CRITERION";

  /** An option without a value. */
  public static OptionSpec flag(String name, String meaning) {
    return new OptionSpec(name, '\0', "", false, meaning);
  }

  /** An option that needs a value. */
  public static OptionSpec valued(String name, String value, String meaning) {
    return new OptionSpec(name, '\0', value, false, meaning);
  }

  /** An option behind which criteria stand, as they would stand without it. */
  public static OptionSpec criteria(String name, String meaning) {
    return new OptionSpec(name, '\0', CRITERION, true, meaning);
  }

  /** Whether what stands behind it is a criterion, and no value of its own. */
  public boolean leadsToCriteria() {
    return optionalValue && value.equals(CRITERION);
  }

  /** The same with a short name. */
  public OptionSpec withShort(char letter) {
    return new OptionSpec(name, letter, value, optionalValue, meaning);
  }

  /** The same with another meaning. */
  public OptionSpec meaning(String other) {
    return new OptionSpec(name, shortName, value, optionalValue, other);
  }

  /** Whether it takes a value. */
  public boolean takesValue() {
    return !value.isEmpty();
  }
}
