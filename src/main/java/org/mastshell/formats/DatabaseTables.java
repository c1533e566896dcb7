package org.mastshell.formats;

import java.nio.file.Path;
import java.util.List;
import org.mastshell.store.TableDatabase;

/** A document as an SQLite database. */
final class DatabaseTables {
  private final TableDocument document;
  private final Runnable pulse;

  DatabaseTables(TableDocument document, Runnable pulse) {
    this.document = document;
    this.pulse = pulse;
  }

  /**
   * Writes it.
   *
   * @param file an empty one
   * @throws org.mastshell.store.StoreException if it cannot be written
   */
  void write(Path file) {
    List<TableDatabase.ColumnNote> columns =
        document.columns().stream()
            .map(
                column ->
                    new TableDatabase.ColumnNote(
                        column.name(), column.unit(), column.description(), column.content()))
            .toList();
    List<List<String>> notes =
        document.notes().stream().map(note -> List.of(note.name(), note.text())).toList();
    TableDatabase.write(
        file,
        document.name(),
        List.of(Cells.of(document.table(), document.columns())),
        document.table().size(),
        columns,
        notes,
        pulse);
  }
}
