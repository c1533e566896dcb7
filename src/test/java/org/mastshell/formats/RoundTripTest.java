package org.mastshell.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mastshell.table.Column;
import org.mastshell.table.Table;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.util.ByteArrayDataSource;
import uk.ac.starlink.votable.VOTableBuilder;

class RoundTripTest {
  @Provide
  Arbitrary<List<RandomTables.Row>> rows() {
    return RandomTables.rows();
  }

  @Property(tries = 300)
  void csvReadsBackAsItWas(@ForAll("rows") List<RandomTables.Row> rows) throws IOException {
    Table table = RandomTables.table(rows);
    String written = write(Format.CSV, table, RandomTables.COLUMNS);
    List<CsvRecord> read;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(written)) {
      read = reader.stream().toList();
    }
    assertThat(read).hasSize(rows.size() + 1);
    assertThat(read.get(0).getFields())
        .isEqualTo(RandomTables.COLUMNS.stream().map(DataColumn::name).toList());
    for (int row = 0; row < rows.size(); row++) {
      for (int i = 0; i < RandomTables.COLUMNS.size(); i++) {
        String cell = table.text(row, RandomTables.COLUMNS.get(i).name());
        assertThat(read.get(row + 1).getField(i)).isEqualTo(cell == null ? "" : cell);
      }
    }
  }

  @Property(tries = 300)
  void jsonReadsBackWithItsTypes(@ForAll("rows") List<RandomTables.Row> rows) throws IOException {
    JsonNode read =
        new ObjectMapper()
            .readTree(write(Format.JSON, RandomTables.table(rows), RandomTables.COLUMNS));
    assertThat(read.isArray()).isTrue();
    assertThat(read).hasSize(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      assertSame(read.get(row), rows.get(row));
    }
  }

  @Property(tries = 100)
  void everyLineOfJsonLinesIsAnObject(@ForAll("rows") List<RandomTables.Row> rows)
      throws IOException {
    String written = write(Format.JSONL, RandomTables.table(rows), RandomTables.COLUMNS);
    List<String> lines = List.of(written.split("\n", -1));
    assertThat(lines).hasSize(rows.size() + 1).last().asString().isEmpty();
    for (int row = 0; row < rows.size(); row++) {
      assertSame(new ObjectMapper().readTree(lines.get(row)), rows.get(row));
    }
  }

  @Property(tries = 100)
  void tsvHasOneLineARowAndCanBeUnescaped(@ForAll("rows") List<RandomTables.Row> rows)
      throws IOException {
    String written = write(Format.TSV, RandomTables.table(rows), RandomTables.COLUMNS);
    assertThat(written).doesNotContain("\r").endsWith("\n");
    String[] lines = written.split("\n", -1);
    assertThat(lines).hasSize(rows.size() + 2);
    for (int row = 0; row < rows.size(); row++) {
      String[] cells = lines[row + 1].split("\t", -1);
      assertThat(cells).hasSize(4);
      String text = rows.get(row).text();
      assertThat(unescaped(cells[0])).isEqualTo(text == null ? "" : text);
    }
  }

  @Property(tries = 60)
  void votableKeepsTypesAndNumbers(@ForAll("rows") List<RandomTables.Row> rows) throws IOException {
    Table table = RandomTables.table(rows);
    byte[] written =
        write(Format.VOTABLE, table, RandomTables.COLUMNS).getBytes(StandardCharsets.UTF_8);
    StarTable read =
        new VOTableBuilder()
            .makeStarTable(
                new ByteArrayDataSource("written", written), true, StoragePolicy.PREFER_MEMORY);
    assertThat(read.getRowCount()).isEqualTo(rows.size());
    assertThat(read.getColumnInfo(1).getUnitString()).isEqualTo("d");
    assertThat(read.getColumnInfo(0).getDescription()).contains("hard");
    for (int row = 0; row < rows.size(); row++) {
      assertThat(read.getCell(row, 1)).isEqualTo(rows.get(row).whole());
      Column decimals = table.column("decimal");
      Object decimal = read.getCell(row, 2);
      if (decimals.isMissing(row)) {
        assertThat(decimal)
            .satisfiesAnyOf(d -> assertThat(d).isNull(), d -> assertThat(d).isEqualTo(Double.NaN));
      } else {
        assertThat(decimal).isEqualTo(decimals.number(row));
      }
      assertThat(read.getCell(row, 3)).isEqualTo(rows.get(row).truth());
    }
  }

  private static void assertSame(JsonNode read, RandomTables.Row row) {
    JsonNode text = read.get(RandomTables.COLUMNS.get(0).name());
    assertThat(text.isNull() ? null : text.textValue()).isEqualTo(row.text());
    JsonNode whole = read.get("whole");
    assertThat(whole.isNull() ? null : whole.bigIntegerValue().longValueExact())
        .isEqualTo(row.whole());
    JsonNode decimal = read.get("decimal");
    assertThat(decimal.isNull() ? null : decimal.doubleValue() + 0.0)
        .isEqualTo(row.decimal() == null ? null : row.decimal() + 0.0);
    JsonNode truth = read.get("truth");
    assertThat(truth.isNull() ? null : truth.booleanValue()).isEqualTo(row.truth());
    assertThat(read).hasSize(4);
  }

  private static String unescaped(String cell) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '\\') {
        i++;
        c = "\t\n\r#-\\".charAt("tnr#-\\".indexOf(cell.charAt(i)));
      }
      text.append(c);
    }
    return text.toString();
  }

  static String write(Format format, Table table, List<DataColumn> columns) throws IOException {
    StringWriter written = new StringWriter();
    TableWriters.of(format).write(table, columns, written);
    return written.toString();
  }
}
