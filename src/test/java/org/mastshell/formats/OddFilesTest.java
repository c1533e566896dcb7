package org.mastshell.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;

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
    assertThatThrownBy(() -> typed().read(file, false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it is damaged");
    assertThatThrownBy(() -> TableFiles.open(file).rows(List.of(0)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it is damaged");
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

  private ReadTable read(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return typed().read(file, false).table().orElseThrow();
  }

  private static TypedFiles typed() {
    return new TypedFiles((name, all) -> Optional.empty());
  }
}
