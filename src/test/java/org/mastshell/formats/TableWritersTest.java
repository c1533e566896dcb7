package org.mastshell.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mastshell.formats.RoundTripTest.write;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

class TableWritersTest {
  private static final List<DataColumn> NAME = List.of(new DataColumn("name", "", ""));

  @Test
  void aDrawnTableIsNoFormatToWrite() {
    assertThatThrownBy(() -> TableWriters.of(Format.TABLE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noRowsGiveAnEmptyDocument() throws IOException {
    Table none = names();
    assertThat(write(Format.CSV, none, NAME)).isEqualTo("name\r\n");
    assertThat(write(Format.TSV, none, NAME)).isEqualTo("name\n");
    assertThat(write(Format.JSON, none, NAME)).isEqualTo("[]\n");
    assertThat(write(Format.JSONL, none, NAME)).isEmpty();
    assertThat(write(Format.MARKDOWN, none, NAME)).isEqualTo("| name |\n| --- |\n");
    assertThat(write(Format.ECSV, none, NAME)).startsWith("# %ECSV 1.0\n").endsWith("\nname\n");
    assertThat(write(Format.VOTABLE, none, NAME)).contains("name=\"name\"").doesNotContain("<TR>");
  }

  @Test
  void csvTellsMissingFromEmptyAndQuotesOnlyWhereNeeded() throws IOException {
    Table table = names("plain", null, "", "a,b", "say \"hi\"", "two\nlines", " blank ");
    List<DataColumn> twice = List.of(NAME.get(0), NAME.get(0));
    assertThat(write(Format.CSV, table, twice))
        .isEqualTo(
            "name,name\r\nplain,plain\r\n,\r\n\"\",\"\"\r\n\"a,b\",\"a,b\"\r\n"
                + "\"say \"\"hi\"\"\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",\"two\nlines\"\r\n"
                + " blank , blank \r\n");
  }

  @Test
  void aLoneMissingCellIsNoEmptyLine() throws IOException {
    assertThat(write(Format.CSV, names("a", null), NAME)).isEqualTo("name\r\na\r\n\"\"\r\n");
    assertThat(write(Format.ECSV, names("a", null), NAME)).endsWith("name\na\n\"\"\n");
  }

  @Test
  void jsonNamesAColumnOnceAndKeepsOrder() throws IOException {
    List<DataColumn> columns = List.of(NAME.get(0), NAME.get(0), new DataColumn("none", "", ""));
    assertThat(write(Format.JSON, names("a"), columns))
        .isEqualTo("[\n{\"name\":\"a\",\"none\":null}\n]\n");
  }

  @Test
  void markdownEscapesWhatWouldBeMarkup() throws IOException {
    assertThat(write(Format.MARKDOWN, names("a|b", "c\\d", "e\r\nf", "<i>", "F1;F2"), NAME))
        .isEqualTo("| name |\n| --- |\n| a\\|b |\n| c\\\\d |\n| e<br>f |\n| \\<i> |\n| F1;F2 |\n");
  }

  @Test
  void tsvEscapesTabsBreaksAndBackslashes() throws IOException {
    assertThat(write(Format.TSV, names("a\tb", "c\\d", "e\r\nf"), NAME))
        .isEqualTo("name\na\\tb\nc\\\\d\ne\\r\\nf\n");
  }

  @Test
  void votableIsOneDocumentOfVersion14() throws IOException {
    String written = write(Format.VOTABLE, names("天"), NAME);
    assertThat(written).containsOnlyOnce("<VOTABLE").containsOnlyOnce("version=\"1.4\"");
    assertThat(written).contains("datatype=\"unicodeChar\"").contains("<TD>天</TD>");
    assertThat(write(Format.VOTABLE, names("a"), NAME)).contains("datatype=\"char\"");
  }

  @Test
  void writersWriteTheRowsOfASelection() throws IOException {
    Table selected = names("a", "b", "c").select(2, 0);
    assertThat(write(Format.TSV, selected, NAME)).isEqualTo("name\nc\na\n");
  }

  private static Table names(String... cells) {
    TableBuilder builder = new TableBuilder();
    int name = builder.column("name", ColumnType.TEXT);
    for (String cell : cells) {
      builder.set(name, cell);
      builder.endRow();
    }
    return builder.build();
  }
}
