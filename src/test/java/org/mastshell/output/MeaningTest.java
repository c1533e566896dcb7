package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mastshell.formats.Format;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/** Colours that tell what a cell means, on a dark and on a light background, and none at all. */
class MeaningTest {
  private static Table table() {
    TableBuilder builder = new TableBuilder();
    int level = builder.column("calib_level", ColumnType.INTEGER);
    int rights = builder.column("dataRights", ColumnType.TEXT);
    for (int row = -1; row <= 4; row++) {
      builder.set(level, (long) row);
      builder.set(rights, List.of("RESTRICTED", "EXCLUSIVE_ACCESS", "PUBLIC").get((row + 1) % 3));
      builder.endRow();
    }
    return builder.build();
  }

  private static List<String> drawn(boolean color, boolean dark) {
    List<ShownColumn> columns =
        List.of(
            new ShownColumn("calib_level", "level", "", Look.LEVEL, ""),
            new ShownColumn("dataRights", "rights", "", Look.RIGHTS, ""));
    Part.Rows rows = new Part.Rows(table(), columns, true, 9, false, RowNumbers.none());
    Paint paint = new Paint(new Style(Format.TABLE, color, dark, false, false));
    return new ArrayList<>(new TableDrawing(rows, 6, 80, paint).lines().body());
  }

  @Test
  void levelsAndRightsHaveColours() {
    assertThat(drawn(true, true))
        .containsExactly(
            "   \u001b[2m-1\u001b[0m  \u001b[1;91mRESTRICTED\u001b[0m",
            "    0  \u001b[93mEXCLUSIVE_ACCESS\u001b[0m",
            "    1  PUBLIC",
            "    \u001b[36m2\u001b[0m  \u001b[1;91mRESTRICTED\u001b[0m",
            "    \u001b[92m3\u001b[0m  \u001b[93mEXCLUSIVE_ACCESS\u001b[0m",
            "    \u001b[95m4\u001b[0m  PUBLIC");
  }

  @Test
  void aLightBackgroundHasDarkerColours() {
    assertThat(drawn(true, false))
        .contains("    \u001b[32m3\u001b[0m  \u001b[33mEXCLUSIVE_ACCESS\u001b[0m")
        .noneMatch(line -> line.matches(".*\u001b\\[(1;)?9\\dm.*"));
  }

  @Test
  void withoutColourNothingIsPainted() {
    assertThat(drawn(false, true)).noneMatch(line -> line.contains("\u001b"));
  }
}
