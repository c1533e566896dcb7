package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mastshell.archive.LoopbackArchive.json;

import com.fasterxml.jackson.core.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;

class HostileRepliesTest {

  private static Table parse(String reply) throws Exception {
    try (JsonParser parser = Json.parser(reply)) {
      return ReplyParser.parse(parser).rows();
    }
  }

  private static Table rows(String fields, String rows) throws Exception {
    Table dataFirst =
        parse("{\"data\":[" + rows + "],\"fields\":[" + fields + "],\"status\":\"COMPLETE\"}");
    Table fieldsFirst =
        parse("{\"fields\":[" + fields + "],\"data\":[" + rows + "],\"status\":\"COMPLETE\"}");
    assertThat(dataFirst.columns()).isEqualTo(fieldsFirst.columns());
    for (ColumnInfo column : dataFirst.columns()) {
      for (int row = 0; row < dataFirst.size(); row++) {
        assertThat(dataFirst.text(row, column.name()))
            .isEqualTo(fieldsFirst.text(row, column.name()));
      }
    }
    return dataFirst;
  }

  private static String field(String name, String type) {
    return "{\"name\":\"" + name + "\",\"type\":\"" + type + "\"}";
  }

  @ParameterizedTest
  @CsvSource({
    "string,TEXT",
    "char,TEXT",
    "date,TEXT",
    "datetime,TEXT",
    "binary,TEXT",
    "int,INTEGER",
    "long,INTEGER",
    "short,INTEGER",
    "unsignedbyte,INTEGER",
    "float,DECIMAL",
    "double,DECIMAL",
    "decimal,DECIMAL",
    "number,DECIMAL",
    "boolean,BOOLEAN",
    "Float,DECIMAL",
    "novelty,TEXT"
  })
  void typesComeFromTheListOfFieldsWhicheverComesFirst(String type, ColumnType expected)
      throws Exception {
    Table table = rows(field("x", type), "{\"x\":null},{\"x\":null}");
    assertThat(table.columns()).containsExactly(new ColumnInfo("x", expected));
    assertThat(table.size()).isEqualTo(2);
  }

  @Test
  void columnsComeInTheOrderOfTheFieldsAndUnknownOnesStayBehindThem() throws Exception {
    Table table =
        rows(
            field("b", "string") + "," + field("a", "int"),
            "{\"a\":1,\"extra\":\"e\",\"b\":\"x\"},{\"extra\":null,\"b\":\"y\"}");
    assertThat(table.columns())
        .extracting(ColumnInfo::name)
        .containsExactlyInAnyOrder("b", "a", "extra");
    assertThat(table.columns().get(0).name()).isEqualTo("b");
    assertThat(table.text(0, "extra")).isEqualTo("e");
    assertThat(table.text(1, "a")).isNull();
  }

  @Test
  void wholeNumbersInADecimalColumnAreDecimals() throws Exception {
    Table table = rows(field("s_ra", "float"), "{\"s_ra\":12},{\"s_ra\":12.5}");
    assertThat(table.column("s_ra").type()).isEqualTo(ColumnType.DECIMAL);
    assertThat(table.column("s_ra").number(1)).isEqualTo(12.5);
  }

  @Test
  void numbersThatAreNoneAreMissing() throws Exception {
    Table table =
        rows(
            field("srcDen", "float"),
            "{\"srcDen\":NaN},{\"srcDen\":\"NaN\"},{\"srcDen\":\"\"},{\"srcDen\":Infinity},"
                + "{\"srcDen\":-Infinity},{\"srcDen\":\"null\"},{\"srcDen\":1e999},"
                + "{\"srcDen\":2.5}");
    assertThat(table.column("srcDen").type()).isEqualTo(ColumnType.DECIMAL);
    for (int row = 0; row < 7; row++) {
      assertThat(table.column("srcDen").isMissing(row)).as("row %d", row).isTrue();
    }
    assertThat(table.column("srcDen").number(7)).isEqualTo(2.5);
  }

  @Test
  void numbersBeyond64BitsKeepTheirDigits() throws Exception {
    Table table =
        rows(
            field("n", "long"),
            "{\"n\":9223372036854775807},{\"n\":9223372036854775808},"
                + "{\"n\":123456789012345678901234567890}");
    assertThat(table.text(0, "n")).isEqualTo("9223372036854775807");
    assertThat(table.text(1, "n")).isEqualTo("9223372036854775808");
    assertThat(table.text(2, "n")).isEqualTo("123456789012345678901234567890");
  }

  @Test
  void nestedValuesBecomeTheirText() throws Exception {
    Table table =
        rows(
            field("x", "string"),
            "{\"x\":{\"a\":[1,2.5,\"q\\\"\",null,true,{}],\"b\":{\"c\":[]}}},{\"x\":[[],[1]]}");
    assertThat(table.text(0, "x"))
        .isEqualTo("{\"a\":[1,2.5,\"q\\\"\",null,true,{}],\"b\":{\"c\":[]}}");
    assertThat(table.text(1, "x")).isEqualTo("[[],[1]]");
  }

  @Test
  void aHugeNestedValueIsCutShort() throws Exception {
    String list = "[" + "\"0123456789\",".repeat(20_000) + "1]";
    Table table = rows(field("x", "string"), "{\"x\":" + list + ",\"y\":\"after\"}");
    assertThat(table.text(0, "x")).hasSizeLessThan(10_100).endsWith("…");
    assertThat(table.text(0, "y")).isEqualTo("after");
  }

  @Test
  void aCellOfTheWrongTypeIsKept() throws Exception {
    Table table =
        rows(
            field("calib_level", "int") + "," + field("mtFlag", "boolean"),
            "{\"calib_level\":3,\"mtFlag\":true},{\"calib_level\":\"three\",\"mtFlag\":\"maybe\"},"
                + "{\"calib_level\":true,\"mtFlag\":7}");
    assertThat(table.text(0, "calib_level")).isEqualTo("3");
    assertThat(table.text(1, "calib_level")).isEqualTo("three");
    assertThat(table.text(2, "calib_level")).isEqualTo("true");
    assertThat(table.text(0, "mtFlag")).isEqualTo("true");
    assertThat(table.text(1, "mtFlag")).isEqualTo("maybe");
    assertThat(table.text(2, "mtFlag")).isEqualTo("7");
  }

  @Test
  void aNameThatComesTwiceInARowCountsOnce() throws Exception {
    Table table = rows(field("x", "int") + "," + field("X", "int"), "{\"x\":1,\"x\":2},{\"x\":3}");
    assertThat(table.columns()).hasSize(1);
    assertThat(table.text(0, "x")).isEqualTo("1");
    assertThat(table.text(1, "x")).isEqualTo("3");
  }

  @Test
  void bareControlCharactersAndOddEscapesAreTaken() throws Exception {
    Table table = rows(field("t", "string"), "{\"t\":\"a\u0001\tb\\'c\"}");
    assertThat(table.text(0, "t")).isEqualTo("a\u0001\tb'c");
  }

  @Test
  void bytesThatAreNoUtf8DoNotStopTheReply() {
    byte[] reply =
        "{\"status\":\"COMPLETE\",\"data\":[{\"obsid\":1,\"proposal_pi\":\"Pe\u00f1a\"}]}"
            .getBytes(StandardCharsets.ISO_8859_1);
    Table table = throughTheClient(LoopbackArchive.body(200, "application/json", reply));
    assertThat(table.text(0, "proposal_pi")).isEqualTo("Pe\uFFFDa");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":7,\"msg\":[1],\"paging\":\"x\",\"fields\":{},\"data\":[]}",
        "{\"data\":[],\"fields\":[1,null,{\"name\":3},{\"type\":\"int\"}],\"paging\":[]}",
        "{\"data\":[],\"paging\":{\"page\":\"1\",\"pagesFiltered\":null,\"rowsTotal\":{}}}",
        "{\"data\":null,\"unknown\":{\"deep\":[[[]]]}}",
        "\uFEFF  {\"data\":[]}"
      })
  void oddSurroundingsOfNoRowsAreTaken(String reply) {
    assertThat(throughTheClient(json(reply)).size()).isZero();
  }

  @Test
  void aTextOfAHundredMegabytesIsRefusedNotSwallowed() {
    LoopbackArchive.Answer endless =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange
              .getResponseBody()
              .write(
                  "{\"status\":\"COMPLETE\",\"data\":[{\"x\":\"".getBytes(StandardCharsets.UTF_8));
          byte[] chunk = "y".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < 100; i++) {
            exchange.getResponseBody().write(chunk);
          }
          exchange.close();
        };
    assertThatThrownBy(() -> throughTheClient(endless))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            trouble -> {
              assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.FAULT);
              assertThat(trouble).hasMessageContaining("too large");
            });
  }

  @Test
  void bottomlessNestingIsRefused() {
    assertThatThrownBy(() -> throughTheClient(json("{\"data\":" + "[".repeat(100_000))))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.FAULT));
  }

  private static Table throughTheClient(LoopbackArchive.Answer answer) {
    try (LoopbackArchive archive = new LoopbackArchive();
        ArchiveClient client = archive.client()) {
      archive.otherwise(any -> answer);
      return client.observations(
          new ObservationQuery(Predicate.always(), Optional.empty()),
          Progress.none(),
          new Cancellation());
    }
  }
}
