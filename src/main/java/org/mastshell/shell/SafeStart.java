package org.mastshell.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mastshell.command.SafeMode;

/** Whether the program is started in safe mode, and what that means for its own files. */
final class SafeStart {
  private static final String OPTION = "safe";
  private static final String VARIABLE = "MASTSHELL_SAFE";
  private static final List<String> NO = List.of("", "0", "off", "no", "false");

  private SafeStart() {}

  /**
   * What may be done in this run. The folder is the one in which the program was started.
   *
   * @throws org.mastshell.command.CommandException if that folder will not do, or what is in the
   *     place of the program's own files
   */
  static SafeMode mode(LaunchOptions options, World world) {
    if (!options.has(OPTION) && !isDemanded(world.environment())) {
      return SafeMode.off();
    }
    SafeMode safe = SafeMode.in(world.folder(), world.home().folder());
    new VisitorFolder(world.folder()).requireSound();
    return safe;
  }

  /** Where this run keeps its own files: in safe mode in the one folder that may be written. */
  static Homes homes(SafeMode safe, World world) {
    return safe.folder()
        .map(folder -> new VisitorFolder(folder).homes())
        .orElseGet(() -> Homes.of(world));
  }

  /**
   * The same before the arguments are understood. One that stands behind a script is taken for
   * ours, which only costs time.
   */
  static boolean isWanted(Map<String, String> environment, String... arguments) {
    return isDemanded(environment) || Arrays.asList(arguments).contains("--" + OPTION);
  }

  private static boolean isDemanded(Map<String, String> environment) {
    return !NO.contains(environment.getOrDefault(VARIABLE, "").strip().toLowerCase(Locale.ROOT));
  }
}
