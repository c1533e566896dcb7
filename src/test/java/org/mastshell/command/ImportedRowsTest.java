package org.mastshell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
      case TEXT ->
          Arbitraries.of("a", "#a", "# a b", "42", "0042", "+1", "true", "a,b", "a;b", "x y");
      case INTEGER -> Arbitraries.of("0", "-1", "9007199254740993", "-9223372036854775808");
      case DECIMAL -> Arbitraries.of("5", "0.1", "1e-300", "123456789.123", "-2.5", "1e22");
      case BOOLEAN -> Arbitraries.of("true", "false");
    };
  }

  @Property(tries = 60)
  void comeBackFromEveryFormat(@ForAll("columns") List<Cells> columns) throws IOException {
    Table table = table(columns);
    // Between tabs there are no quotes that would tell a name from a comment.
    boolean commentLike = columns.get(0).name().startsWith("#");
    for (FileFormat format :
        Arrays.stream(FileFormat.values())
            .filter(one -> one != FileFormat.TSV || !commentLike)
            .toList()) {
      ReadTable read = read(format, table);
      ImportedTable back = ImportedTable.of(read, Optional.of(SetKind.ROWS), fields);
      assertThat(back.kind()).isEqualTo(SetKind.ROWS);
      assertThat(back.notes()).as(format.word()).isEmpty();
      assertThat(back.table().columns().stream().map(ColumnInfo::name))
          .as(format.word())
          .containsExactlyElementsOf(columns.stream().map(Cells::name).toList());
      assertThat(back.table().size()).as(format.word()).isEqualTo(table.size());
      for (int column = 0; column < columns.size(); column++) {
        if (TYPED.contains(format)) {
          assertThat(back.table().columnAt(column).type())
              .as(format.word())
              .isEqualTo(columns.get(column).type());
          assertThat(ImportedTable.of(read, Optional.empty(), fields).kind())
              .isEqualTo(SetKind.ROWS);
        }
        for (int row = 0; row < table.size(); row++) {
          assertThat(back.table().columnAt(column).text(row))
              .as(format.word())
              .isEqualTo(table.columnAt(column).text(row));
        }
      }
    }
  }

  private ReadTable read(FileFormat format, Table table) throws IOException {
    Path folder = Files.createTempDirectory("rows");
    Path file = folder.resolve("x." + format.extensions().get(0));
    List<DataColumn> columns =
        table.columns().stream().map(column -> new DataColumn(column.name(), "", "")).toList();
    new TableFileWriter(format, false, Serialization.TABLEDATA, () -> {})
        .write(
            new TableDocument("rows", table, columns, List.of(new FileNote("query", "sql"))),
            Files.createFile(file));
    try {
      return new TypedFiles(name -> ImportedTable.type(name, fields))
          .read(file, true)
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
