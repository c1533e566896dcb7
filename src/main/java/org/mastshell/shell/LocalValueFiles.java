package org.mastshell.shell;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.mastshell.command.LocalPaths;
import org.mastshell.command.NearFiles;
import org.mastshell.formats.FileRows;
import org.mastshell.formats.TableFile;
import org.mastshell.formats.TableFiles;
import org.mastshell.language.MissingFileException;
import org.mastshell.language.ValueFile;
import org.mastshell.language.ValueFiles;

/** Lists of values in local files, for {@code @FILE} and {@code @FILE:COLUMN}. */
final class LocalValueFiles implements ValueFiles {
  private final LocalPaths paths;
  private final BooleanSupplier harmless;

  /**
   * @param harmless whether texts of CSV and TSV are kept from being taken for formulas, so that
   *     those of a file mean what they were before
   */
  LocalValueFiles(LocalPaths paths, BooleanSupplier harmless) {
    this.paths = paths;
    this.harmless = harmless;
  }

  @Override
  public boolean isFile(String path) {
    return Files.isRegularFile(paths.resolve(path));
  }

  @Override
  public ValueFile open(String path) throws IOException {
    Path file = paths.resolve(path);
    try {
      TableFile opened = TableFiles.open(file);
      return new Opened(harmless.getAsBoolean() ? TableFiles.released(opened) : opened);
    } catch (NoSuchFileException missing) {
      throw new MissingFileException(path, new NearFiles(paths).meant(path));
    } catch (AccessDeniedException denied) {
      throw new IOException("you may not read it", denied);
    }
  }

  /** A file of the room {@code formats}, as the command language sees it. */
  private record Opened(TableFile file) implements ValueFile {
    @Override
    public String rowWord() {
      return file.rowWord();
    }

    @Override
    public boolean isTable() {
      return file.isTable();
    }

    @Override
    public boolean hasHeader() throws IOException {
      return file.hasHeader();
    }

    @Override
    public List<Column> columns() throws IOException {
      return file.columns().stream()
          .map(column -> new Column(column.name(), column.unit(), column.content()))
          .toList();
    }

    @Override
    public Rows rows(List<Integer> columns) throws IOException {
      return rows(file.rows(columns));
    }

    @Override
    public Rows lines() throws IOException {
      return rows(file.lines());
    }

    private static Rows rows(FileRows read) {
      return new Rows(
          read.list().stream().map(row -> new Row(row.number(), row.cells())).toList(),
          read.comments());
    }
  }
}
