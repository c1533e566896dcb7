package org.mastshell.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/** Files that fuzzing has found to be read wrongly. */
class OddFilesTest {
  @TempDir Path folder;

  @Test
  void aReplyThatSaysItsStatusBeforeItsRowsIsATable() throws IOException {
    ReadTable read =
        read(
            "x.json",
            "{\"status\":\"COMPLETE\",\"obsid\":7,\"data\":[{\"obsid\":\"1\",\"s\":{}},{\"a\":2}],"
                + "\"fields\":[]}");
    assertThat(read.table().columns())
        .containsExactly(
            new ColumnInfo("obsid", ColumnType.TEXT), new ColumnInfo("a", ColumnType.INTEGER));
    assertThat(read.table().size()).isEqualTo(2);
    assertThat(read.table().text(0, "obsid")).isEqualTo("1");
    assertThat(read.table().text(0, "a")).isNull();
    assertThat(read.table().text(1, "a")).isEqualTo("2");
    assertThat(read.notes()).containsExactly("left out, since their cells are no single values: s");
  }

  @Test
  void rowsBeforeAReplyStayRows() throws IOException {
    ReadTable read = read("x.json", "{\"a\":1}\n{\"b\":true,\"data\":[{\"c\":2}]}");
    assertThat(read.table().columns()).extracting(ColumnInfo::name).containsExactly("a", "c");
    assertThat(read.table().size()).isEqualTo(2);
    assertThat(read.table().text(0, "a")).isEqualTo("1");
    assertThat(read.table().text(1, "c")).isEqualTo("2");
  }

  @Test
  void aFitsFileThatEndsTooEarlyIsRefusedWithAReason() throws IOException {
    String whole = new String(ImportTarget.fitsSeed(), StandardCharsets.ISO_8859_1);
    String less = "BITPIX  =                    ";
    int table = whole.lastIndexOf(less);
    String none =
        whole.substring(0, table) + whole.substring(table).replaceFirst(less + "8", less + "0");
    String more =
        none.replaceFirst("NAXIS2  =                    1 ", "NAXIS2  =                  999 ");
    Path file = Files.writeString(folder.resolve("x.fits"), more, StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> typed().read(file, false, false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it is cut off: it ends before its last row");
    assertThatThrownBy(() -> TableFiles.open(file).rows(List.of(0)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it is cut off: it ends before its last row");
  }

  @Test
  void aVoTableOfATypeThatNobodyKnowsIsRefused() {
    byte[] document =
        ("<VOTABLE><RESOURCE><TABLE><FIELD name=\"b\" datatype=\"unicoderahC\" arraysize=\"3\"/>"
                + "<DATA><BINARY><STREAM encoding=\"base64\">AAEAYQBiAGM=</STREAM></BINARY></DATA>"
                + "</TABLE></RESOURCE></VOTABLE>")
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> StarReader.votable(document))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("VOTable is broken");
  }

  @Test
  void aVoTableThatEndsWithinItsStreamLeavesNoThreadBehind() {
    for (String end : List.of("", "</STREAM></TABLE>", "<", "</STREAM></BINARY></DATA></TABLE>")) {
      byte[] document =
          ("<VOTABLE><RESOURCE><TABLE><FIELD name=\"b\" datatype=\"short\"/>"
                  + "<DATA><BINARY><STREAM encoding=\"base64\">AAEAAQAB"
                  + end)
              .getBytes(StandardCharsets.UTF_8);
      Throwable first = catchThrowable(() -> new VoTableFile(document).columns());
      assertThat(first == null || first instanceof IOException).isTrue();
      Throwable refused = catchThrowable(() -> StarReader.votable(document));
      assertThat(refused == null || refused instanceof IOException).isTrue();
    }
    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .doesNotContain("Stream reader"));
  }

  @Test
  void aVoTableWithAStreamOutsideOfItsTablesIsRefused() {
    byte[] document =
        ("<VOTABLER><F name=\"a\" datatype=\"long\"/><DATADEL><BINARY2>"
                + "<STREAM encoding=\"base64\">AAAA</STREAM></BINARY2></DATADEL></VOTABLER>")
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> new VoTableFile(document).columns())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("VOTable is broken");
    assertThatThrownBy(() -> StarReader.votable(document)).isInstanceOf(IOException.class);
  }

  @Test
  void aVoTableThatStatesATextBeyondAllMemoryIsRefused() {
    byte[] document =
        ("<VOTABLE><RESOURCE><TABLE><FIELD name=\"b\" datatype=\"char\" arraysize=\"*\"/>"
                + "<DATA><BINARY><STREAM encoding=\"base64\">f////0FB</STREAM></BINARY></DATA>"
                + "</TABLE></RESOURCE></VOTABLE>")
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> StarReader.votable(document))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more memory than there is");
    String text = new String(document, StandardCharsets.UTF_8);
    byte[] cut = text.substring(0, text.indexOf("</STREAM>")).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> StarReader.votable(cut))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it is cut off in line 1");
  }

  @Test
  void aQuotedNameWithALineBreakHidesItsSeparators() throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), "\"a\tb\r c;\"\r\n1\r\n");
    Table read = typed().read(file, true, false).table().orElseThrow().table();
    assertThat(read.columns()).hasSize(1);
    assertThat(read.size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\tb", "a;b", "a|b", "a b"})
  void aLoneColumnStaysOneWhateverItsNameHolds(String name) throws IOException {
    TableBuilder builder = new TableBuilder();
    builder.set(builder.column(name, ColumnType.INTEGER), 1L);
    builder.endRow();
    StringWriter written = new StringWriter();
    TableWriters.of(Format.CSV)
        .write(builder.build(), List.of(new DataColumn(name, "", "")), written);
    Path file = Files.writeString(folder.resolve("x.csv"), written.toString());
    Table read = typed().read(file, true, false).table().orElseThrow().table();
    assertThat(read.columns()).containsExactly(new ColumnInfo(name, ColumnType.INTEGER));
    assertThat(read.text(0, name)).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at64}datatype: bool} x",
        "a, datatype: int64, unit: deg",
        "a\", unit: deg, 'datatype: bool",
        "it's - {name: b, datatype: bool}",
        "a\\"
      })
  void aNameInEcsvIsNotTakenForWhatIsSaidOfItsColumn(String name) throws IOException {
    TableBuilder builder = new TableBuilder();
    builder.set(builder.column(name, ColumnType.TEXT), "12");
    builder.set(builder.column("next", ColumnType.INTEGER), 1L);
    builder.endRow();
    Table table = builder.build();
    List<DataColumn> columns =
        List.of(new DataColumn(name, "", name), new DataColumn("next", "s", "unit: m"));
    StringWriter written = new StringWriter();
    new EcsvTableWriter(List.of()).write(table, columns, written);
    ReadTable read = read("x.ecsv", written.toString());
    assertThat(read.table().columns()).isEqualTo(table.columns());
    assertThat(read.table().text(0, name)).isEqualTo("12");
    assertThat(read.columns()).extracting(column -> column.unit()).containsExactly("", "s");
  }

  @Test
  void aHalfOfACharacterInJsonIsReplacedWhereItIsRead() throws IOException {
    String text = "{\"a\":\"\\ud83d\\ude00 \\uDDDD\", \"b\":1}";
    Table table = read("x.json", text).table();
    assertThat(table.text(0, "a")).isEqualTo("\ud83d\ude00 \uFFFD");
    StringWriter written = new StringWriter();
    TableWriters.of(Format.JSON)
        .write(table, List.of(new DataColumn("a", "", ""), new DataColumn("b", "", "")), written);
    assertThat(read("again.json", written.toString()).table().text(0, "a"))
        .isEqualTo("\ud83d\ude00 \uFFFD");
    FileRow row = JsonFile.read(text).rows(List.of(0, 1)).list().get(0);
    assertThat(row.cells()).containsExactly("\ud83d\ude00 \uFFFD", "1");
  }

  private ReadTable read(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return typed().read(file, false, false).table().orElseThrow();
  }

  private static TypedFiles typed() {
    return new TypedFiles((name, all) -> Optional.empty());
  }
}
