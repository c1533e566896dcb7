package org.mastshell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mastshell.formats.DataColumn;
import org.mastshell.formats.FileFormat;
import org.mastshell.formats.FileNote;
import org.mastshell.formats.FormatLosses;
import org.mastshell.formats.ReadTable;
import org.mastshell.formats.Serialization;
import org.mastshell.formats.TableDocument;
import org.mastshell.formats.TableFileWriter;
import org.mastshell.formats.TypedFiles;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** Plain rows that go to a file of any format, and come back. */
class ImportedRowsTest {
  private static final Set<FileFormat> TYPED =
      Set.of(FileFormat.ECSV, FileFormat.VOTABLE, FileFormat.FITS, FileFormat.SQLITE);

  private static final Set<FileFormat> TELLING_TEXT =
      Set.of(FileFormat.CSV, FileFormat.JSON, FileFormat.JSONL);
  // Some of the blanks at the end of a text come back.
  private static final Set<FileFormat> SOME_BLANKS = Set.of(FileFormat.VOTABLE, FileFormat.FITS);
  private static final Set<FileFormat> EMPTY =
      Set.of(FileFormat.CSV, FileFormat.JSON, FileFormat.JSONL, FileFormat.SQLITE);

  private final Fields fields = Fields.bundled();

  /** A column; its cells are texts of the type, or null. */
  record Cells(String name, ColumnType type, List<String> texts) {}

  @Provide
  Arbitrary<List<Cells>> columns() {
    Arbitrary<Integer> rows = Arbitraries.integers().between(1, 6);
    Arbitrary<Set<String>> names =
        Arbitraries.of("n", "sum_t_exptime", "#count", "E(B-V)", "count(*)", "my name", "it's")
            .set()
            .ofMinSize(1)
            .ofMaxSize(4);
    return Combinators.combine(rows, names)
        .flatAs(
            (size, all) ->
                Combinators.combine(all.stream().sorted().map(name -> column(name, size)).toList())
                    .as(list -> list));
  }

  private static Arbitrary<Cells> column(String name, int rows) {
    return Arbitraries.of(ColumnType.class)
        .flatMap(
            type ->
                cell(type)
                    .injectNull(0.2)
                    .list()
                    .ofSize(rows)
                    .map(texts -> new Cells(name, type, texts)));
  }

  private static Arbitrary<String> cell(ColumnType type) {
    return switch (type) {
      case TEXT -> Arbitraries.oneOf(spelling(), pieces());
      case INTEGER -> Arbitraries.of("0", "-1", "9007199254740993", "-9223372036854775808");
      case DECIMAL -> Arbitraries.of("5", "0.1", "1e-300", "123456789.123", "-2.5", "1e22");
      case BOOLEAN -> Arbitraries.of("true", "false");
    };
  }

  // Texts that read as something else.
  private static Arbitrary<String> spelling() {
    return Arbitraries.of(
        "42",
        "1e3",
        "1E5",
        "-0",
        "0042",
        "+1",
        ".5",
        "1.50",
        "true",
        "False",
        "NaN",
        "Infinity",
        "null",
        "NULL",
        "--",
        "-",
        "2022-07-12",
        "2022-07-12T10:30:00",
        "59771.5",
        "1,5",
        "0x1F",
        "9223372036854775808",
        "#a",
        " # a b",
        "# a,\"b",
        "\"",
        "\"\"",
        "a;b",
        "| a |",
        "---",
        "\\#");
  }

  private static Arbitrary<String> pieces() {
    return Arbitraries.of(
            "", " ", "#", "\"", ",", "\t", "\n", "\\", "|", "<br>", "&", "'", "1", "e", ".", "-",
            "é", "天")
        .list()
        .ofMaxSize(5)
        .map(all -> String.join("", all));
  }

  // What the format has of a text; docs/formats.md says so, and export does.
  private static String kept(FileFormat format, boolean alone, String text) {
    if (text == null) {
      return null;
    }
    String kept =
        switch (format) {
          case ECSV -> text.replace('\n', ' ');
          case VOTABLE -> text.replaceAll(" +$", "");
          case FITS -> text.replaceAll("[^ -~]", "?").replaceAll(" +$", "");
          default -> text;
        };
    // A line of CSV with a lone missing cell is one with a lone empty text.
    boolean empty = EMPTY.contains(format) && !(alone && format == FileFormat.CSV);
    return kept.isEmpty() && !empty ? null : kept;
  }

  @Property(tries = 200)
  void comeBackFromEveryFormat(@ForAll("columns") List<Cells> columns) throws IOException {
    Table table = table(columns);
    for (FileFormat format : FileFormat.values()) {
      ReadTable read = read(format, table);
      ImportedTable back = ImportedTable.of(read, Optional.of(SetKind.ROWS), fields);
      assertThat(back.kind()).isEqualTo(SetKind.ROWS);
      // What looks as if it had been kept from being a formula is said, and what of a text is taken
      // for a missing number where export has said that it may be.
      assertThat(back.notes())
          .as(format.word())
          .allMatch(
              note ->
                  note.contains("--safe-csv")
                      || (note.contains("taken as missing")
                          && !TELLING_TEXT.contains(format)
                          && FormatLosses.of(document(table), format).stream()
                              .anyMatch(loss -> loss.contains("texts that read as numbers"))));
      assertThat(back.table().columns().stream().map(ColumnInfo::name))
          .as(format.word())
          .containsExactlyElementsOf(columns.stream().map(Cells::name).toList());
      assertThat(back.table().size()).as(format.word()).isEqualTo(table.size());
      for (int column = 0; column < columns.size(); column++) {
        if (TELLING_TEXT.contains(format) && columns.get(column).type() == ColumnType.TEXT) {
          assertThat(back.table().columnAt(column).type())
              .as(format.word())
              .isEqualTo(ColumnType.TEXT);
        }
        if (back.table().columnAt(column).type() != ColumnType.TEXT
            && columns.get(column).type() == ColumnType.TEXT) {
          assertThat(FormatLosses.of(document(table), format))
              .as(format.word())
              .anyMatch(loss -> loss.contains("texts that read as numbers or truth values"));
          continue;
        }
        if (TYPED.contains(format)) {
          assertThat(back.table().columnAt(column).type())
              .as(format.word())
              .isEqualTo(columns.get(column).type());
          assertThat(ImportedTable.of(read, Optional.empty(), fields).kind())
              .isEqualTo(SetKind.ROWS);
        }
        for (int row = 0; row < table.size(); row++) {
          String text = back.table().columnAt(column).text(row);
          assertThat(SOME_BLANKS.contains(format) ? kept(format, false, text) : text)
              .as(format.word())
              .isEqualTo(
                  columns.get(column).type() == ColumnType.TEXT
                      ? kept(format, columns.size() == 1, table.columnAt(column).text(row))
                      : table.columnAt(column).text(row));
        }
      }
    }
  }

  private static TableDocument document(Table table) {
    return new TableDocument(
        "rows",
        table,
        table.columns().stream()
            .map(column -> new DataColumn(column.name(), "", "", "", true))
            .toList(),
        List.of(new FileNote("query", "sql")));
  }

  private ReadTable read(FileFormat format, Table table) throws IOException {
    Path folder = Files.createTempDirectory("rows");
    Path file = folder.resolve("x." + format.extensions().get(0));
    new TableFileWriter(format, false, Serialization.TABLEDATA, () -> {})
        .write(document(table), Files.createFile(file));
    try {
      return new TypedFiles((name, all) -> ImportedTable.type(name, fields))
          .read(file, true, false)
          .table()
          .orElseThrow();
    } finally {
      Files.delete(file);
      Files.delete(folder);
    }
  }

  private static Table table(List<Cells> columns) {
    TableBuilder builder = new TableBuilder();
    columns.forEach(column -> builder.column(column.name(), column.type()));
    for (int row = 0; row < columns.get(0).texts().size(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        builder.set(column, columns.get(column).texts().get(row));
      }
      builder.endRow();
    }
    return builder.build();
  }
}
