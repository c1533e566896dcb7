package org.mastshell.command;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mastshell.formats.FileFormat;
import org.mastshell.formats.Serialization;
import org.mastshell.formats.TableDocument;
import org.mastshell.formats.TableFileWriter;
import org.mastshell.store.PrivateFile;

/**
 * Tables that other programs were told to load. Only their owner can read them, and they stay for a
 * day: a program may answer before it has read all, and read again when it saves its own work.
 */
public final class SentTables {
  private static final Duration KEPT = Duration.ofDays(1);

  private final Path folder;
  private final Clock clock;

  /**
   * @param folder where they are, made when it is needed
   * @param clock tells how old they are
   */
  public SentTables(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Writes a table as a VOTable.
   *
   * @param name of the file, without its ending; must be new
   * @param pulse is called now and then; what it throws ends the writing
   * @throws IOException if it cannot be written; then there is none
   */
  Path write(TableDocument document, String name, Runnable pulse) throws IOException {
    removeOld();
    Path file = PrivateFile.create(PrivateFile.folder(folder).resolve(name + ".vot"));
    boolean written = false;
    try {
      // Not every program that loads VOTables knows packed cells.
      new TableFileWriter(FileFormat.VOTABLE, false, Serialization.TABLEDATA, pulse)
          .write(document, file);
      written = true;
      return file;
    } finally {
      if (!written) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Removes those that are older than a day. What cannot be removed now is so another time. */
  public void removeOld() {
    Instant oldest = clock.instant().minus(KEPT);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
            .toInstant()
            .isBefore(oldest)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | DirectoryIteratorException refused) {
      // Another shell may be at it, and nobody waits for it.
      return;
    }
  }
}
