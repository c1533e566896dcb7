package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a file is until it is whole, beside its own place: its part, and the journal of that. Tells
 * what stands there, and whether a download may use or replace it.
 *
 * @param target the file's own place
 */
record PartPlace(Path target) {

  /** A part with which nobody can go on: how many bytes it has, and why it is of no use. */
  record Misfit(long bytes, String why, boolean perhapsUnderWay) {
    /** What is said of it, before it is thrown away as after that. */
    String text() {
      return loss(bytes, bytes, why);
    }
  }

  /**
   * That bytes are thrown away.
   *
   * @param ofEarlier how many of them another download had left here
   */
  static String loss(long bytes, long ofEarlier, String why) {
    String which =
        ofEarlier == bytes
            ? " of an earlier part thrown away: "
            : ofEarlier == 0
                ? " that had come thrown away: "
                : " thrown away, %s of them of an earlier part: ".formatted(Sizes.text(ofEarlier));
    return Sizes.text(bytes) + which + why;
  }

  /** The temporary name of the file. */
  Path part() {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  /** The journal of its part. */
  Path journal() {
    return PartNote.of(part());
  }

  /**
   * Why the file cannot be written to its place: its temporary name is that of a file which this
   * program did not make. Browsers use the same name for what they have not got whole.
   */
  Optional<String> obstacle() {
    boolean stands = Files.exists(part(), LinkOption.NOFOLLOW_LINKS);
    boolean noted = hasJournal();
    if (!stands && !noted) {
      return Optional.empty();
    }
    try {
      if (noted && PartNote.isJournal(journal())) {
        return Optional.empty();
      }
    } catch (IOException unreadable) {
      return Optional.of(journal() + " cannot be read: " + DiskTrouble.reason(unreadable));
    }
    if (noted && stands) {
      return Optional.of(
          journal().getFileName()
              + " and "
              + part().getFileName()
              + " stand there, and were not made by a download of this program: move them away");
    }
    Path foreign = noted ? journal() : part();
    return Optional.of(
        foreign.getFileName()
            + " stands there, and was not made by a download of this program: move it away");
  }

  /**
   * Bytes of the file that stand in its part, whether or not a later download could rely on them: 0
   * where there is none of this program.
   */
  long standing() {
    return hasJournal() ? DownloadPlan.size(part()).orElse(0L) : 0;
  }

  /** Whether there is anything that {@link #tidy} may have to look at. */
  boolean hasJournal() {
    return Files.exists(journal(), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Removes what a program has left that was killed right after the file had got its name. To be
   * called by who alone may write the file.
   */
  void tidy() {
    try {
      boolean stands = Files.exists(part(), LinkOption.NOFOLLOW_LINKS);
      if (obstacle().isEmpty() && (!stands || Files.isSameFile(part(), target))) {
        Files.deleteIfExists(part());
        PartNote.remove(journal());
      }
    } catch (IOException harmless) {
      // It is found again by the next download.
      return;
    }
  }

  /**
   * How many bytes of an earlier part can be built upon, and what is known of them.
   *
   * @return nothing if there is no part, no journal, or one that does not fit the file and its part
   */
  Optional<PartNote> usable(FileToFetch file) {
    try {
      if (!Files.isRegularFile(part(), LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      long size = Files.size(part());
      Optional<PartNote> note =
          PartNote.read(journal()).filter(it -> it.isOf(file) && it.fits(size));
      return note.isPresent() && isNamed() ? Optional.empty() : note;
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Why a part of this program that stands there cannot be gone on with, if so. */
  Optional<Misfit> misfit(FileToFetch file) {
    long bytes = standing();
    if (bytes == 0 || obstacle().isPresent() || usable(file).isPresent()) {
      return Optional.empty();
    }
    try {
      if (isNamed()) {
        return Optional.empty();
      }
      Optional<PartNote> note = PartNote.read(journal());
      if (note.isEmpty()) {
        return Optional.of(new Misfit(bytes, "its journal is damaged", false));
      }
      if (!note.get().isOf(file)) {
        String why = "it is of another version or size than the archive lists now";
        return Optional.of(new Misfit(bytes, why, false));
      }
      return Optional.of(
          note.get().bytes() == 0
              ? new Misfit(bytes, "it was broken off before it was safe on the disk", true)
              : new Misfit(bytes, "it does not fit its journal", false));
    } catch (IOException unreadable) {
      String why = "its journal cannot be read: " + DiskTrouble.reason(unreadable);
      return Optional.of(new Misfit(bytes, why, false));
    }
  }

  // Killed right after it got its own name: that file is not to be written to.
  private boolean isNamed() throws IOException {
    return Files.exists(target) && Files.isSameFile(part(), target);
  }
}
