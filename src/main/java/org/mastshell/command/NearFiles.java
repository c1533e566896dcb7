package org.mastshell.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mastshell.vocabulary.NearestWords;

/** Finds the file that a name was probably meant to be: of a nearly equal name, in the folder. */
public final class NearFiles {
  private static final int MOST_LOOKED_AT = 10_000;

  private final LocalPaths paths;

  /**
   * @param paths what names stand for
   */
  public NearFiles(LocalPaths paths) {
    this.paths = paths;
  }

  /** The name that was probably meant by one that no file has, typed like that one. */
  public Optional<String> meant(String typed) {
    int slash = typed.lastIndexOf('/');
    String folder = typed.substring(0, slash + 1);
    Path place = folder.isEmpty() ? paths.folder() : paths.resolve(folder);
    try (Stream<Path> there = Files.list(place)) {
      List<String> names =
          there
              .limit(MOST_LOOKED_AT)
              .filter(Files::isRegularFile)
              .map(path -> path.getFileName().toString())
              .toList();
      return NearestWords.only(typed.substring(slash + 1), names).map(name -> folder + name);
    } catch (IOException | UncheckedIOException unreadable) {
      // Nothing is known of a folder that is not there or not ours.
      return Optional.empty();
    }
  }
}
