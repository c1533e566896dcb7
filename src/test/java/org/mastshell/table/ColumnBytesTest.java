package org.mastshell.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;

class ColumnBytesTest {
  @Property
  void textsComeBack(@ForAll @Size(max = 40) List<@WithNull @StringLength(max = 12) String> cells) {
    assertComesBack(TextColumn.of(cells.stream().map(ColumnBytesTest::encodable).toList()));
  }

  @Property
  void wholeNumbersComeBack(@ForAll @Size(max = 40) List<@WithNull(0.1) Long> cells) {
    assertComesBack(column(ColumnType.INTEGER, cells));
  }

  @Property
  void decimalNumbersComeBack(@ForAll double[] cells) {
    assertComesBack(DecimalColumn.of(cells));
  }

  @Property
  void truthValuesComeBack(@ForAll @Size(max = 40) List<@WithNull(0.2) Boolean> cells) {
    assertComesBack(column(ColumnType.BOOLEAN, cells));
  }

  @Test
  void theLargestAndTheSmallestNumbersComeBack() {
    assertComesBack(IntegerColumn.of(Long.MAX_VALUE, Long.MIN_VALUE, -1, 0, Long.MAX_VALUE));
    assertComesBack(DecimalColumn.of(Double.MIN_VALUE, -Double.MAX_VALUE, Double.NaN, 0.1));
  }

  @Test
  void aSelectionComesBackAsTheColumnThatItShows() {
    Table table = Tables.texts("filters", "F277W", null, "F444W").select(2, 1, 1);
    Column back = ColumnBytes.column(ColumnBytes.of(table.column("filters")));
    assertThat(cells(back)).containsExactly("F444W", null, null);
  }

  @Test
  void namesThatBeginAlikeTakeFewBytes() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      names.add(String.format("jw01073001001_02101_%05d_nrcalong_uncal.fits", i));
    }
    assertThat(ColumnBytes.of(TextColumn.of(names)).length).isLessThan(30_000);
  }

  @Property
  void whateverTheBytesNothingBreaks(@ForAll byte[] bytes) {
    assertReadOrRefused(bytes);
  }

  @Property
  void damagedBytesAreRefusedOrReadAsAnotherColumn(
      @ForAll @Size(max = 20) List<@WithNull @StringLength(max = 5) String> cells,
      @ForAll int place,
      @ForAll byte wrong,
      @ForAll boolean shorter) {
    byte[] bytes =
        ColumnBytes.of(TextColumn.of(cells.stream().map(ColumnBytesTest::encodable).toList()));
    int where = Math.floorMod(place, bytes.length);
    bytes[where] = wrong;
    assertReadOrRefused(shorter ? Arrays.copyOf(bytes, where) : bytes);
  }

  @Test
  void aSizeThatTheBytesCannotHoldIsRefusedBeforeRoomIsMade() {
    byte[] hugeText = {1, -1, -1, -1, -1, 7, 0};
    assertThatThrownBy(() -> ColumnBytes.column(hugeText))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertReadOrRefused(byte... bytes) {
    Column read;
    try {
      read = ColumnBytes.column(bytes);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageMatching(".+");
      return;
    }
    assertComesBack(read);
  }

  private static void assertComesBack(Column column) {
    Column back = ColumnBytes.column(ColumnBytes.of(column));
    assertThat(back.type()).isEqualTo(column.type());
    assertThat(cells(back)).isEqualTo(cells(column));
  }

  private static List<String> cells(Column column) {
    List<String> cells = new ArrayList<>();
    for (int row = 0; row < column.size(); row++) {
      cells.add(column.text(row));
    }
    return cells;
  }

  private static Column column(ColumnType type, List<?> cells) {
    ColumnBuilder builder = new ColumnBuilder(type);
    cells.forEach(cell -> builder.add(cell == null ? null : cell.toString()));
    return builder.build(cells.size());
  }

  // Half a pair of surrogates is no character, and no encoding keeps it.
  private static String encodable(String text) {
    return text == null ? null : text.replaceAll("\\p{Cs}", "?");
  }
}
