package org.mastshell.shell;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the program keeps its files (XDG Base Directory specification).
 *
 * @param startFile commands to run at the start
 * @param state history and what must last
 * @param cache what can be fetched again
 */
public record Homes(Path startFile, Path state, Path cache) {

  /** All of them in one folder. */
  static Homes in(Path root) {
    return new Homes(root.resolve("mastshellrc"), root.resolve("state"), root.resolve("cache"));
  }

  /** The places that the environment names, else the usual ones. */
  public static Homes of(World world) {
    Map<String, String> environment = world.environment();
    String all = environment.getOrDefault("MASTSHELL_HOME", "");
    if (!all.isBlank()) {
      return in(world.folder().resolve(all));
    }
    return new Homes(
        world.home().resolve(".mastshellrc"),
        xdg(world, "XDG_STATE_HOME", ".local/state").resolve("mastshell"),
        xdg(world, "XDG_CACHE_HOME", ".cache").resolve("mastshell"));
  }

  // A relative path there is to be passed over, says the specification.
  private static Path xdg(World world, String variable, String usual) {
    String value = world.environment().getOrDefault(variable, "");
    Path path = Path.of(value);
    return path.isAbsolute() ? path : world.home().resolve(usual);
  }
}
