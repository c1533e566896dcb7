package org.mastshell.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.mastshell.command.CommandException;
import org.mastshell.command.ExitCode;
import org.mastshell.session.SavedSearches;

/**
 * Where the program keeps its files (XDG Base Directory specification).
 *
 * @param startFile commands to run at the start, which need not be there; empty where none is read,
 *     or it would be in a home that is not there
 * @param state history and what must last
 * @param cache what can be fetched again
 */
public record Homes(Optional<Path> startFile, Path state, Path cache) {
  /** The variable that names a folder for all of them. */
  static final String VARIABLE = "MASTSHELL_HOME";

  private static final String FOLDER = "mastshell";

  /**
   * The places that the environment names, else the usual ones, else those that are lent.
   *
   * @throws CommandException if there are none
   */
  public static Homes of(World world) {
    return places(world).orElseThrow(Homes::nowhere);
  }

  /** The same, as far as there are any. */
  static Optional<Homes> places(World world) {
    String all = world.environment().getOrDefault(VARIABLE, "");
    if (!all.isBlank()) {
      return Optional.of(in(world.folder().resolve(all)));
    }
    Optional<Path> state = xdg(world, "XDG_STATE_HOME", ".local/state");
    Optional<Path> cache = xdg(world, "XDG_CACHE_HOME", ".cache");
    if (state.isEmpty() || cache.isEmpty()) {
      return Optional.empty();
    }
    Optional<Path> startFile = world.home().folder().map(home -> home.resolve(".mastshellrc"));
    return Optional.of(
        new Homes(startFile, state.get().resolve(FOLDER), cache.get().resolve(FOLDER)));
  }

  /** All of them in one folder. */
  static Homes in(Path root) {
    return new Homes(
        Optional.of(root.resolve("mastshellrc")), root.resolve("state"), root.resolve("cache"));
  }

  /** The same, with another start file. */
  Homes startingWith(Optional<Path> file) {
    return new Homes(file, state, cache);
  }

  // A relative path there is to be passed over, says the specification.
  private static Optional<Path> xdg(World world, String variable, String usual) {
    Path named = Path.of(world.environment().getOrDefault(variable, ""));
    return named.isAbsolute()
        ? Optional.of(named)
        : world.home().forFiles().map(home -> home.resolve(usual));
  }

  private static CommandException nowhere() {
    return new CommandException(
        ExitCode.USAGE,
        "there is no home folder, and no folder for temporary files that could stand in for it",
        "set HOME to a folder of yours, or " + VARIABLE);
  }

  /** The searches that are kept there. */
  SavedSearches searches() {
    return new SavedSearches(state.resolve(SavedSearches.FOLDER));
  }

  /** Whether what must last is kept for this run alone. */
  boolean isLent(World world) {
    return world.home().lent().filter(state::startsWith).isPresent();
  }
}
