package org.mastshell.formats;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.ac.starlink.fits.FitsTableBuilder;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.util.FileDataSource;

/** The first table of a FITS file, read through STIL. Only the cells asked for are read. */
final class StarTableFile extends HeadedTableFile {
  private static final int BLOCK = 2880;
  private final File file;

  StarTableFile(Path file) {
    this.file = file.toFile();
  }

  @Override
  public List<FileColumn> columns() throws IOException {
    try (StarTable table = open()) {
      return StarColumns.of(table);
    } catch (RuntimeException | OutOfMemoryError broken) {
      throw unreadable(broken);
    }
  }

  @Override
  public FileRows rows(List<Integer> columns) throws IOException {
    try (StarTable table = open();
        RowSequence rows = table.getRowSequence()) {
      for (int column : columns) {
        StarColumns.requireScalar(table.getColumnInfo(column));
      }
      List<FileRow> read = new ArrayList<>();
      for (int number = 1; rows.next(); number++) {
        TableLimits.requireFewRows(number);
        List<String> cells = new ArrayList<>(columns.size());
        for (int column : columns) {
          cells.add(PlainCell.of(rows.getCell(column)));
        }
        read.add(new FileRow(number, cells));
      }
      return FileRows.all(read);
    } catch (IOException | RuntimeException | OutOfMemoryError broken) {
      throw unreadable(broken);
    }
  }

  private StarTable open() throws IOException {
    return open(file);
  }

  /**
   * Opens the first table of a FITS file, packed or not.
   *
   * @throws IOException if there is none
   */
  static StarTable open(File file) throws IOException {
    StilLogging.silence();
    try {
      return new FitsTableBuilder()
          .makeStarTable(new FileDataSource(file), false, StoragePolicy.PREFER_MEMORY);
    } catch (IOException | RuntimeException | OutOfMemoryError noTable) {
      // Packed ones have any length.
      if (noTable instanceof EOFException || (isPlain(file) && file.length() % BLOCK != 0)) {
        throw new IOException("it is cut off: a FITS file ends with a whole block", noTable);
      }
      throw new IOException("it is a FITS file without a table that can be read", noTable);
    }
  }

  /** What is said where rows cannot be read: what was meant to be said, else that it is damaged. */
  static IOException unreadable(Throwable broken) {
    if (broken instanceof EOFException) {
      return new IOException("it is cut off: it ends before its last row", broken);
    }
    return broken instanceof IOException trouble && trouble.getMessage() != null
        ? trouble
        : new IOException("it is damaged: its table cannot be read", broken);
  }

  private static boolean isPlain(File file) throws IOException {
    try (InputStream in = Files.newInputStream(file.toPath())) {
      return in.read() == 'S';
    }
  }
}
