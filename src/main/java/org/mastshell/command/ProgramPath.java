package org.mastshell.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The places where programs are looked for by their names. */
public final class ProgramPath {
  private final String folders;

  /**
   * @param environment whose {@code PATH} names the places
   */
  public ProgramPath(Map<String, String> environment) {
    folders = environment.getOrDefault("PATH", "/usr/bin:/bin");
  }

  /** Where a program is; a name with a slash is its place already. */
  public Optional<Path> find(String name) {
    if (name.indexOf('/') >= 0) {
      return place("", name);
    }
    return Arrays.stream(folders.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> place(folder, name).orElse(null))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static Optional<Path> place(String folder, String name) {
    try {
      return Optional.of(Path.of(folder, name))
          .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    } catch (InvalidPathException noPlace) {
      return Optional.empty();
    }
  }
}
