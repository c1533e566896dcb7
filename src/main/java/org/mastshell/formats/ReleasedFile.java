package org.mastshell.formats;

import java.io.IOException;
import java.util.List;

/** A file of text whose cells and names are again what they were before they were kept harmless. */
final class ReleasedFile implements TableFile {
  private final TableFile file;

  ReleasedFile(TableFile file) {
    this.file = file;
  }

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
  public List<FileColumn> columns() throws IOException {
    return file.columns().stream()
        .map(column -> column.called(FormulaGuard.released(column.name())))
        .toList();
  }

  @Override
  public FileRows rows(List<Integer> columns) throws IOException {
    return released(file.rows(columns));
  }

  @Override
  public FileRows lines() throws IOException {
    return released(file.lines());
  }

  private static FileRows released(FileRows rows) {
    return new FileRows(rows.list().stream().map(FileRow::released).toList(), rows.comments());
  }
}
