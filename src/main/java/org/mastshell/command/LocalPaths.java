package org.mastshell.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What file names that people type stand for.
 *
 * @param folder the folder to which relative names refer
 * @param home the person's home folder, which {@code ~} stands for, if there is one
 * @param safe decides where something may be written
 */
public record LocalPaths(Path folder, Optional<Path> home, SafeMode safe) {

  /**
   * The file or folder of this name. Other people's homes ({@code ~name}) are not known here, so
   * that such a name is taken as it is.
   *
   * @throws CommandException if no file can have such a name, or there is no home
   */
  public Path resolve(String typed) {
    try {
      return path(typed).normalize();
    } catch (InvalidPathException impossible) {
      throw new CommandException(
          ExitCode.USAGE,
          "no file can be called so: " + impossible.getReason(),
          "choose another name");
    }
  }

  private static CommandException homeless() {
    return new CommandException(
        ExitCode.USAGE,
        "~ stands for nothing here: there is no home folder",
        "name the file with all its folders, or start with HOME set");
  }

  /**
   * The file or folder of this name, in which something is to be written.
   *
   * @throws CommandException if no file can have such a name, or none may be written there
   */
  public Path writable(String typed) {
    return safe.writable(resolve(typed));
  }

  /** Whether such a name stands for another file in another folder. */
  public static boolean isRelative(String typed) {
    return !isInHome(typed) && !typed.startsWith("/");
  }

  private static boolean isInHome(String typed) {
    return typed.equals("~") || typed.startsWith("~/");
  }

  private Path path(String typed) {
    return isInHome(typed)
        ? home.orElseThrow(LocalPaths::homeless)
            .resolve(typed.substring(Math.min(2, typed.length())))
        : folder.resolve(typed);
  }
}
