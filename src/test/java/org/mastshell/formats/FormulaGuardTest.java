package org.mastshell.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Positive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/** Texts that a spreadsheet would take for formulas, in files that it opens. */
class FormulaGuardTest {
  /** What begins a formula behind blanks and quotes, whoever took the line apart and how. */
  private static final Pattern FORMULA =
      Pattern.compile("[\\s\\p{Cntrl}\"\ufeff\u00a0]*[=+\\-@＝＋－＠].*");

  private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?[0-9.]+([eE][+-]?[0-9]+)?\\s*");
  private static final List<String> SEPARATORS = List.of(",", ";", "\t", "[,;\t]");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+cmd",
        "-cmd",
        "@SUM(A1)",
        " =1",
        "\u00a0=1",
        "\ufeff=1",
        "\u0000=1",
        "\"=1",
        "'=1",
        "''\"' =1",
        "\t=1",
        "\tx",
        "\rx",
        "\nx",
        "＝1",
        "--5",
        "-5,3",
        "+5,cmd|' /C calc'!A0",
        "-",
        "+1 555 0100",
        "-5.3e"
      })
  void whatBeginsAFormulaGetsAnApostrophe(String text) {
    assertThat(FormulaGuard.guarded(text)).startsWith("'" + text.substring(0, 1));
    assertThat(FormulaGuard.released(FormulaGuard.guarded(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NGC 1=2",
        "F444W;F405N",
        "-5.3",
        "+12",
        "-.5e-7",
        " -3 ",
        "a-b",
        "'",
        "''",
        "5"
      })
  void allElseStays(String text) {
    assertThat(FormulaGuard.guarded(text)).isSameAs(text);
    assertThat(FormulaGuard.released(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '~',
      value = {"a;=1→a;'=1", "a, @b→a,' @b", "1;-5→1;'-5", "x;\"=1\";+y→x;'\"=1\";'+y"})
  void otherSeparatorsThanThatOfTheFileAreThoughtOf(String text, String expected) {
    assertThat(FormulaGuard.guarded(text)).isEqualTo(expected);
    assertThat(FormulaGuard.released(expected)).isEqualTo(text);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "=", "+", "-", "@", "＝", "'", "\"", " ", "\t", "\r", "\n", ",", ";", "5", ".3", "a",
            "#", "\\", "|", "\ufeff", "\u00a0", "\u0001", "e7")
        .list()
        .ofMaxSize(8)
        .map(pieces -> String.join("", pieces));
  }

  @Property
  void everyTextComesBack(@ForAll("texts") String text) {
    String guarded = FormulaGuard.guarded(text);
    assertThat(FormulaGuard.released(guarded)).isEqualTo(text);
    assertThat(guarded.replace("'", "")).isEqualTo(text.replace("'", ""));
  }

  @Property
  void twoTextsNeverBecomeOne(@ForAll("texts") String one, @ForAll("texts") String other) {
    assertThat(FormulaGuard.guarded(one).equals(FormulaGuard.guarded(other)))
        .isEqualTo(one.equals(other));
  }

  @Property
  void noCellOfAFileBeginsAFormulaWhateverSeparatesCells(
      @ForAll("texts") String name, @ForAll("texts") String text, @ForAll @Positive int number)
      throws IOException {
    Assume.that(!NUMBER.matcher(name).matches() && !NUMBER.matcher(text).matches());
    for (Format format : List.of(Format.CSV, Format.TSV)) {
      String file = written(format, true, name, text, number);
      for (String separator : SEPARATORS) {
        for (String line : file.split("[\r\n]", -1)) {
          for (String cell : line.split(separator, -1)) {
            assertThat(cell).as("a cell of %s", file).doesNotMatch(FORMULA);
          }
        }
      }
    }
  }

  @Property(tries = 300)
  void everyCellOfAFileComesBack(@ForAll("texts") String text, @ForAll("texts") String other)
      throws IOException {
    Path file = Files.createTempFile("guarded", ".csv");
    for (Format format : List.of(Format.CSV, Format.TSV)) {
      Files.writeString(file, written(format, true, "@name", text, 7, other, -8));
      Path named = file.resolveSibling(file.getFileName() + "." + format.word());
      Files.move(file, named);
      ReadTable read =
          new TypedFiles((column, all) -> Optional.of(ColumnType.TEXT))
              .read(named, false, true)
              .table()
              .orElseThrow();
      Files.delete(named);
      Column cells = read.table().columnAt(0);
      assertThat(read.columns()).extracting(FileColumn::name).containsExactly("@name", "-n");
      assertThat(cells.size()).isEqualTo(2);
      // TSV knows no empty text.
      assertThat(Optional.ofNullable(cells.text(0)).orElse("")).isEqualTo(text);
      assertThat(Optional.ofNullable(cells.text(1)).orElse("")).isEqualTo(other);
      assertThat(read.table().columnAt(1).text(1)).isEqualTo("-8");
    }
  }

  @Test
  void textsThatLookLikeNumbersStayTextsWhereNothingElseStandsBesideThem(@TempDir Path folder)
      throws IOException {
    TableBuilder rows = new TableBuilder();
    rows.setText(rows.column("a", ColumnType.TEXT), "7");
    rows.setText(rows.column("b", ColumnType.TEXT), "1e5");
    rows.endRow();
    StringWriter out = new StringWriter();
    TableWriters.of(Format.CSV, true)
        .write(
            rows.build(),
            List.of(new DataColumn("a", "", "", "", true), new DataColumn("b", "", "", "", true)),
            out);
    Path file = Files.writeString(folder.resolve("texts.csv"), out.toString());

    ReadTable read =
        new TypedFiles((column, all) -> Optional.empty())
            .read(file, false, true)
            .table()
            .orElseThrow();

    assertThat(read.table().columnAt(0).text(0)).isEqualTo("7");
    assertThat(read.table().columnAt(1).text(0)).isEqualTo("1e5");
    assertThat(read.table().columnAt(0).type()).isEqualTo(ColumnType.TEXT);
    assertThat(read.table().columnAt(1).type()).isEqualTo(ColumnType.TEXT);
  }

  @Test
  void withoutTheWishNothingChanges() throws IOException {
    assertThat(written(Format.CSV, false, "=n", "=1", -5)).isEqualTo("=n,-n\r\n=1,-5\r\n");
    assertThat(written(Format.CSV, true, "=n", "=1", -5)).isEqualTo("'=n,'-n\r\n'=1,-5\r\n");
    assertThat(written(Format.TSV, true, "=n", "=1", -5)).isEqualTo("'=n\t'-n\n'=1\t-5\n");
    assertThat(written(Format.JSON, true, "=n", "=1", -5)).doesNotContain("'");
  }

  @Test
  void whatLooksGuardedIsCounted() {
    TableBuilder rows = new TableBuilder();
    int place = rows.column("a", ColumnType.TEXT);
    for (String text : List.of("'=1", "it's", "'", "=1")) {
      rows.setText(place, text);
      rows.endRow();
    }
    assertThat(HarmlessTable.guardedCells(rows.build())).isEqualTo(1);
  }

  private static String written(Format format, boolean harmless, String name, Object... cells)
      throws IOException {
    TableBuilder rows = new TableBuilder();
    int text = rows.column(name, ColumnType.TEXT);
    int number = rows.column("-n", ColumnType.INTEGER);
    IntStream.range(0, cells.length / 2)
        .forEach(
            row -> {
              rows.setText(text, (String) cells[2 * row]);
              rows.set(number, (Integer) cells[2 * row + 1]);
              rows.endRow();
            });
    Table table = rows.build();
    StringWriter out = new StringWriter();
    TableWriters.of(format, harmless)
        .write(table, List.of(new DataColumn(name, "", ""), new DataColumn("-n", "", "")), out);
    return out.toString();
  }
}
