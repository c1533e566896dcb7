package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

class TableDrawingTest {
  private static final Paint PLAIN = new Paint(Styles.PLAIN);

  @Property
  void noLineIsWiderThanTheTerminal(
      @ForAll @Size(min = 1, max = 8) List<@Size(min = 1, max = 5) List<String>> columns,
      @ForAll @IntRange(min = 20, max = 150) int width) {
    TableDrawing.Lines drawing = drawing(columns, false, width).lines();
    TableDrawing.Drawn drawn = drawing.drawn();
    List<String> lines = all(drawing);
    assertThat(lines).hasSize(drawn.rows() + 1);
    assertThat(drawn.columns()).isBetween(1, columns.size());
    assertThat(lines)
        .allSatisfy(line -> assertThat(ScreenWidth.of(line)).isLessThanOrEqualTo(width));
  }

  @Property
  void chosenColumnsAreAllThere(
      @ForAll @Size(min = 1, max = 8) List<@Size(min = 1, max = 5) List<String>> columns,
      @ForAll @IntRange(min = 20, max = 150) int width) {
    TableDrawing.Lines drawing = drawing(columns, true, width).lines();
    TableDrawing.Drawn drawn = drawing.drawn();
    List<String> lines = all(drawing);
    assertThat(drawn.columns()).isEqualTo(columns.size());
    String all = String.join("\n", lines);
    for (int i = 0; i < columns.size(); i++) {
      assertThat(all).contains("c" + i);
    }
  }

  @Property
  void withoutATerminalNothingIsShortened(
      @ForAll @Size(min = 1, max = 4) List<@Size(min = 1, max = 5) List<String>> columns) {
    TableDrawing.Lines drawing = drawing(columns, false, 0).lines();
    TableDrawing.Drawn drawn = drawing.drawn();
    List<String> lines = all(drawing);
    assertThat(drawn.shortened()).isFalse();
    assertThat(drawn.columns()).isEqualTo(columns.size());
    for (List<String> cells : columns) {
      for (int row = 0; row < cells.size() && row < drawn.rows(); row++) {
        assertThat(lines.get(row + 1)).contains(CleanText.oneLine(cells.get(row)).stripTrailing());
      }
    }
  }

  @Test
  void columnsStandUnderTheirHeadings() {
    List<List<String>> columns = List.of(List.of("天文", "b"), List.of("x", "y"));
    assertThat(all(drawing(columns, true, 80).lines()))
        .containsExactly(" #  c0    c1", " 1  天文  x", " 2  b     y");
  }

  @Test
  void rowsCarryTheirOwnNumbers() {
    TableBuilder builder = new TableBuilder();
    int name = builder.column("name", ColumnType.TEXT);
    for (String text : List.of("a", "b", "c")) {
      builder.set(name, text);
      builder.endRow();
    }
    List<ShownColumn> columns = List.of(new ShownColumn("name", "name", "", Look.TEXT, ""));
    RowNumbers numbers = RowNumbers.of(1203, 6, 99_998);
    Part.Rows rows = new Part.Rows(builder.build(), columns, false, 2, false, numbers);
    TableDrawing.Lines drawing = new TableDrawing(rows, 2, 80, PLAIN).lines();
    TableDrawing.Drawn drawn = drawing.drawn();
    assertThat(all(drawing)).containsExactly("   #  name", "1204  a", "   7  b");
    assertThat(TableNote.of(rows, drawn)).isEqualTo("2 of 3 rows (show --all, show --limit N)");
    assertThat(TableNote.of(rows, new TableDrawing.Drawn(2, 1, true)))
        .endsWith("show 7 for one whole record)");
  }

  @Test
  void numbersAreNeverShortened() {
    TableBuilder builder = new TableBuilder();
    int number = builder.column("obsid", ColumnType.INTEGER);
    builder.set(number, Long.MAX_VALUE);
    builder.endRow();
    List<ShownColumn> columns = List.of(new ShownColumn("obsid", "obsid", "", Look.NUMBER, ""));
    TableDrawing drawing =
        new TableDrawing(
            new Part.Rows(builder.build(), columns, false, 9, false, RowNumbers.counted()),
            1,
            20,
            PLAIN);
    assertThat(all(drawing.lines())).containsExactly("# 1", "  obsid : 9223372036854775807");
  }

  @Test
  void theFirstColumnIsShortenedBeforeItIsLeftOut() {
    Optional<TableLayout> layout =
        TableLayout.fitting(new int[] {60, 10}, new int[] {8, 8}, 30, false);
    assertThat(layout.orElseThrow().widths()).containsExactly(30);
  }

  @Test
  void spareWidthGoesToShortenedColumns() {
    Optional<TableLayout> layout =
        TableLayout.fitting(new int[] {60, 10}, new int[] {8, 10}, 65, false);
    assertThat(layout.orElseThrow().widths()).containsExactly(53, 10);
  }

  @Test
  void theWidestGivesFirst() {
    Optional<TableLayout> layout =
        TableLayout.fitting(new int[] {30, 20, 6}, new int[] {8, 8, 6}, 40, true);
    assertThat(layout.orElseThrow().widths()).containsExactly(15, 15, 6);
    assertThat(TableLayout.fitting(new int[] {30, 30}, new int[] {8, 30}, 39, true)).isEmpty();
    assertThat(TableLayout.fitting(new int[] {}, new int[] {}, 39, true).orElseThrow().widths())
        .isEmpty();
  }

  @Test
  void columnsOfALowerRankComeFirstAndAllStandInTheirOrder() {
    List<List<String>> columns =
        List.of(List.of("name"), List.of("same"), List.of("x".repeat(30)), List.of("b"));
    int[] ranks = {0, 1, 0, 2};
    assertThat(all(drawing(columns, false, 80, ranks).lines()))
        .containsExactly(
            " #  c0    c1    c2" + " ".repeat(30) + "c3",
            " 1  name  same  " + "x".repeat(30) + "  b");
    assertThat(all(drawing(columns, false, 45, ranks).lines()))
        .containsExactly(
            " #  c0    c2" + " ".repeat(30) + "c3", " 1  name  " + "x".repeat(30) + "  b");
    assertThat(all(drawing(columns, false, 20, ranks).lines()))
        .containsExactly(" #  c0    c1    c3", " 1  name  same  b");
    assertThat(all(drawing(columns, false, 6, ranks).lines())).hasSize(2);
  }

  @Test
  void manyColumnsAreNotCutToAFewLettersEach() {
    List<List<String>> columns = Collections.nCopies(20, List.of("y".repeat(30)));
    TableDrawing.Lines drawing = drawing(columns, true, 300).lines();
    assertThat(drawing.heading()).isEmpty();
    assertThat(drawing.body()).anyMatch(line -> line.contains("y".repeat(30)));
  }

  private static List<String> all(TableDrawing.Lines drawing) {
    return Stream.concat(drawing.heading().stream(), drawing.body().stream()).toList();
  }

  private static TableDrawing drawing(
      List<List<String>> columns, boolean chosen, int width, int... ranks) {
    int size = columns.stream().mapToInt(List::size).max().orElse(0);
    TableBuilder builder = new TableBuilder();
    List<ShownColumn> shown = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      builder.column("c" + i, ColumnType.TEXT);
      shown.add(
          new ShownColumn("c" + i, "c" + i, "", Look.TEXT, "", i < ranks.length ? ranks[i] : 0));
    }
    for (int row = 0; row < size; row++) {
      for (int i = 0; i < columns.size(); i++) {
        builder.set(i, row < columns.get(i).size() ? columns.get(i).get(row) : null);
      }
      builder.endRow();
    }
    Table table = builder.build();
    return new TableDrawing(
        new Part.Rows(table, shown, chosen, size, false, RowNumbers.counted()), size, width, PLAIN);
  }
}
