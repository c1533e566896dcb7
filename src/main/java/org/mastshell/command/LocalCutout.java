package org.mastshell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mastshell.download.ShellWord;
import org.mastshell.output.CleanText;
import org.mastshell.session.WorkingSet;

/**
 * The file that a row of cutouts is of, which is on the disk already.
 *
 * @param path where it was put
 */
record LocalCutout(Path path) {
  private static final long LARGEST_FILE = 32 << 20;

  /** The file of a row, by its place in the set; empty where its rows are no cutouts. */
  static Optional<LocalCutout> of(WorkingSet set, int row) {
    return CutoutFiles.paths(set)
        .filter(paths -> !paths.isMissing(row))
        .flatMap(paths -> at(paths.text(row)));
  }

  private static Optional<LocalCutout> at(String text) {
    try {
      return Optional.of(new LocalCutout(Path.of(text)));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /** Its name without folders. */
  String name() {
    return CleanText.oneLine(String.valueOf(path.getFileName()));
  }

  /** Whether it is a picture, by its name. */
  boolean isPicture() {
    String name = name().toLowerCase(Locale.ROOT);
    return Stream.of(".jpg", ".jpeg", ".png").anyMatch(name::endsWith);
  }

  /** Why it is not shown here, and what to do; empty if it is a picture that is there. */
  Optional<String> whyNotShown() {
    return missing().or(() -> isPicture() ? Optional.empty() : Optional.of(whatToDo()));
  }

  private String whatToDo() {
    return "it is FITS, which is not drawn here: ds9 "
        + ShellWord.of(CleanText.oneLine(path.toString()))
        + " or another program for FITS shows it; cutout zcut … format=png brings pictures";
  }

  private Optional<String> missing() {
    return Files.isRegularFile(path)
        ? Optional.empty()
        : Optional.of(
            CleanText.oneLine(path.toString())
                + " is not there any more; the same cutout again fetches it");
  }

  /**
   * All of it.
   *
   * @throws IOException if it cannot be read, or is larger than any picture; the message says why
   */
  byte[] read() throws IOException {
    if (Files.size(path) > LARGEST_FILE) {
      throw new IOException("it is larger than a picture is");
    }
    return Files.readAllBytes(path);
  }
}
