package org.mastshell.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;

/** What is written to a file is read again: the same rows, types, missing cells and units. */
class FileRoundTripTest {
  private static final List<DataColumn> COLUMNS = RandomTables.COLUMNS;
  private static final Map<String, ColumnType> KNOWN =
      Map.of(
          COLUMNS.get(0).name(),
          ColumnType.TEXT,
          "whole",
          ColumnType.INTEGER,
          "decimal",
          ColumnType.DECIMAL,
          "truth",
          ColumnType.BOOLEAN);

  @Provide
  Arbitrary<List<RandomTables.Row>> rows() {
    Arbitrary<Long> edge = Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE, (1L << 53) + 1, 0L);
    return Combinators.combine(RandomTables.rows(), edge.list().ofMaxSize(2))
        .as(
            (rows, edges) -> {
              // A text file with NUL is taken for no text.
              List<RandomTables.Row> all = new ArrayList<>();
              for (RandomTables.Row row : rows) {
                String text = row.text() == null ? null : row.text().replace('\0', '\u0001');
                all.add(new RandomTables.Row(text, row.whole(), row.decimal(), row.truth()));
              }
              edges.forEach(whole -> all.add(new RandomTables.Row("edge", whole, -0.0, null)));
              return all;
            });
  }

  @Property(tries = 80)
  void everyCellOfCsvComesBack(@ForAll("rows") List<RandomTables.Row> rows) throws IOException {
    comesBack(rows, FileFormat.CSV, "x.csv", text -> text);
  }

  @Property(tries = 50)
  void everyCellOfJsonComesBack(@ForAll("rows") List<RandomTables.Row> rows) throws IOException {
    // Without a row nothing tells which columns there were.
    if (!rows.isEmpty()) {
      comesBack(rows, FileFormat.JSON, "x.json", text -> text);
      comesBack(rows, FileFormat.JSONL, "x.jsonl.gz", text -> text);
    }
  }

  @Property(tries = 30)
  void everyCellOfSqliteComesBack(@ForAll("rows") List<RandomTables.Row> rows) throws IOException {
    comesBack(rows, FileFormat.SQLITE, "x.db", text -> text);
  }

  @Property(tries = 50)
  void tsvKnowsNoEmptyText(@ForAll("rows") List<RandomTables.Row> rows) throws IOException {
    comesBack(rows, FileFormat.TSV, "x.tsv", FileRoundTripTest::noneIfEmpty);
  }

  @Property(tries = 50)
  void ecsvKnowsNoLineBreaks(@ForAll("rows") List<RandomTables.Row> rows) throws IOException {
    comesBack(
        rows,
        FileFormat.ECSV,
        "x.ecsv.gz",
        text -> noneIfEmpty(text.replaceAll("\r\n|\r|\n", " ")));
  }

  @Property(tries = 50)
  void markdownBreaksLinesInOneWay(@ForAll("rows") List<RandomTables.Row> rows) throws IOException {
    comesBack(
        rows, FileFormat.MARKDOWN, "x.md", text -> noneIfEmpty(text.replaceAll("\r\n|\r", "\n")));
  }

  @Property(tries = 30)
  void fitsKnowsAsciiAlone(@ForAll("rows") List<RandomTables.Row> rows) throws IOException {
    UnaryOperator<String> ascii =
        text -> {
          StringBuilder plain = new StringBuilder();
          text.codePoints().forEach(c -> plain.append(c >= ' ' && c < 0x7f ? (char) c : '?'));
          return noneIfEmpty(plain.toString().stripTrailing());
        };
    // Blanks at the end do not count in this format, so none are written here.
    List<RandomTables.Row> stripped =
        rows.stream()
            .map(
                row ->
                    new RandomTables.Row(
                        row.text() == null ? null : ascii.apply(row.text()),
                        row.whole(),
                        row.decimal(),
                        row.truth()))
            .toList();
    comesBack(stripped, FileFormat.FITS, "x.fits", text -> text);
    comesBack(stripped, FileFormat.FITS, "x.fits.gz", text -> text);
  }

  @Property(tries = 30)
  void votableComesBackFromBothSerializations(@ForAll("rows") List<RandomTables.Row> rows)
      throws IOException {
    for (Serialization serialization : Serialization.values()) {
      Path file = write(RandomTables.table(rows), FileFormat.VOTABLE, "x.vot", serialization);
      ReadTable read = read(file);
      assertThat(types(read.table())).containsExactlyElementsOf(KNOWN_TYPES);
      for (int column : new int[] {1, 2, 3}) {
        assertSame(read.table().columnAt(column), RandomTables.table(rows).columnAt(column));
      }
      Column texts = read.table().columnAt(0);
      for (int row = 0; row < rows.size(); row++) {
        String text = rows.get(row).text();
        if (text == null || text.isEmpty()) {
          assertThat(texts.isMissing(row)).isTrue();
        } else if (text.codePoints().noneMatch(c -> c < ' ' || c > 0xffff) && !text.isBlank()) {
          assertThat(texts.text(row).stripTrailing()).isEqualTo(text.stripTrailing());
        }
      }
      assertThat(read.columns()).extracting(FileColumn::unit).containsExactly("", "d", "nm", "");
    }
  }

  private static final List<ColumnType> KNOWN_TYPES =
      List.of(ColumnType.TEXT, ColumnType.INTEGER, ColumnType.DECIMAL, ColumnType.BOOLEAN);

  @Test
  void unitsComeBackWhereTheFormatHasAPlace() throws IOException {
    Table table = RandomTables.table(List.of(new RandomTables.Row("a", 1L, 2.5, true)));
    for (FileFormat format :
        List.of(FileFormat.ECSV, FileFormat.VOTABLE, FileFormat.FITS, FileFormat.SQLITE)) {
      ReadTable read =
          read(write(table, format, "x." + format.extensions().get(0), Serialization.BINARY2));
      assertThat(read.columns())
          .as(format.word())
          .extracting(FileColumn::unit)
          .containsExactly("", "d", "nm", "");
    }
  }

  @Test
  void unknownColumnsAreOfTheTypeThatAllCellsFit() throws IOException {
    Path file = folder().resolve("x.csv");
    Files.writeString(
        file,
        "a,b,c,d,e,f,g,h\r\n1,1.5,true,0042,9223372036854775808,,1,+1\r\n"
            + "-2,1e3,False,1,1,,x,2\r\n,,,,,,\"\",\r\n");
    ReadTable read =
        new TypedFiles((name, all) -> Optional.empty())
            .read(file, false, false)
            .table()
            .orElseThrow();
    assertThat(types(read.table()))
        .containsExactly(
            ColumnType.INTEGER,
            ColumnType.DECIMAL,
            ColumnType.BOOLEAN,
            ColumnType.TEXT,
            ColumnType.TEXT,
            ColumnType.TEXT,
            ColumnType.TEXT,
            ColumnType.TEXT);
    assertThat(read.table().text(0, "e")).isEqualTo("9223372036854775808");
    assertThat(read.table().text(2, "g")).isEmpty();
    assertThat(read.table().text(2, "d")).isNull();
    assertThat(read.table().text(0, "d")).isEqualTo("0042");
  }

  private static String noneIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  private static void comesBack(
      List<RandomTables.Row> rows, FileFormat format, String name, UnaryOperator<String> text)
      throws IOException {
    List<RandomTables.Row> expected =
        rows.stream()
            .map(
                row ->
                    new RandomTables.Row(
                        row.text() == null ? null : text.apply(row.text()),
                        row.whole(),
                        row.decimal(),
                        row.truth()))
            .toList();
    Path file = write(RandomTables.table(rows), format, name, Serialization.TABLEDATA);
    ReadTable read = read(file);
    assertThat(read.table().size()).isEqualTo(rows.size());
    assertThat(types(read.table())).containsExactlyElementsOf(KNOWN_TYPES);
    for (int column = 0; column < COLUMNS.size(); column++) {
      assertSame(read.table().columnAt(column), RandomTables.table(expected).columnAt(column));
    }
  }

  private static void assertSame(Column read, Column written) {
    for (int row = 0; row < written.size(); row++) {
      assertThat(read.text(row)).isEqualTo(written.text(row));
    }
  }

  private static List<ColumnType> types(Table table) {
    return table.columns().stream().map(column -> column.type()).toList();
  }

  private static Path write(
      Table table, FileFormat format, String name, Serialization serialization) throws IOException {
    Path file = folder().resolve(name);
    TableDocument document =
        new TableDocument(
            "observations", table, COLUMNS, List.of(new FileNote("query", "search a='b, c'")));
    new TableFileWriter(format, FileFormat.isPacked(name), serialization, () -> {})
        .write(document, Files.createFile(file));
    return file;
  }

  private static ReadTable read(Path file) throws IOException {
    ReadTable read =
        new TypedFiles((name, all) -> Optional.ofNullable(KNOWN.get(name)))
            .read(file, false, false)
            .table()
            .orElseThrow();
    Files.delete(file);
    Files.delete(file.getParent());
    return read;
  }

  private static Path folder() throws IOException {
    return Files.createTempDirectory("roundtrip");
  }
}
