package org.mastshell.command;

import java.util.Map;

/** What programs are given that this one starts: an editor, a browser, tools of the system. */
public final class OtherProgram {
  private static final String TOKEN = "MAST_API_TOKEN";

  private OtherProgram() {}

  /**
   * Gives a program the environment of this one, without the token: it is for the archive alone.
   *
   * @param builder of the program; what it had is taken from it
   */
  public static void giveEnvironment(ProcessBuilder builder, Map<String, String> environment) {
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().remove(TOKEN);
  }

  /** Whether there is something in the environment that no other program is given. */
  public static boolean hasSecret(Map<String, String> environment) {
    return environment.containsKey(TOKEN);
  }
}
