package org.mastshell.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Table FILTERS =
      Tables.texts("filters", "F277W", "CLEAR", null, "f277w", "F444W;F405N");

  @Test
  void emptyTable() {
    Table empty = Table.empty();
    assertThat(empty.size()).isZero();
    assertThat(empty.isEmpty()).isTrue();
    assertThat(empty.columns()).isEmpty();
    assertThat(empty.first(3).isEmpty()).isTrue();
    assertThat(empty.where(Predicate.always()).isEmpty()).isTrue();
    assertThat(Table.concat(List.of()).isEmpty()).isTrue();
  }

  @Test
  void columnsAreFoundInAnyCaseAndKeepTheirSpelling() {
    Table table = Tables.texts("productFilename", "a.fits");
    assertThat(table.has("PRODUCTFILENAME")).isTrue();
    assertThat(table.column("productfilename").text(0)).isEqualTo("a.fits");
    assertThat(table.text(0, "ProductFileName")).isEqualTo("a.fits");
    assertThat(table.columns().get(1))
        .isEqualTo(new ColumnInfo("productFilename", ColumnType.TEXT));
    assertThat(table.has("size")).isFalse();
    assertThat(table.find("size")).isEmpty();
    assertThat(table.text(0, "size")).isNull();
    assertThatThrownBy(() -> table.column("size"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("size");
  }

  @Test
  void selectedRowsComeInTheirOrderAndMayRepeat() {
    Table chosen = FILTERS.select(4, 2, 2, 0);
    assertThat(Tables.cells(chosen, "row")).containsExactly("4", "2", "2", "0");
    assertThat(Tables.cells(chosen, "filters")).containsExactly("F444W;F405N", null, null, "F277W");
    Table again = chosen.select(3, 0);
    assertThat(Tables.cells(again, "row")).containsExactly("0", "4");
    assertThat(FILTERS.size()).isEqualTo(5);
    assertThat(FILTERS.select().isEmpty()).isTrue();
  }

  @Test
  void rowsThatAreNotThereCannotBeSelected() {
    Table chosen = FILTERS.select(0, 1);
    assertThatThrownBy(() -> chosen.select(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> chosen.select(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void selectingCopiesTheRowNumbers() {
    int[] rows = {1, 0};
    Table chosen = FILTERS.select(rows);
    rows[0] = 4;
    assertThat(Tables.cells(chosen, "row")).containsExactly("1", "0");
  }

  @Test
  void firstRows() {
    assertThat(FILTERS.first(5)).isSameAs(FILTERS);
    assertThat(Tables.cells(FILTERS.first(2), "row")).containsExactly("0", "1");
    assertThat(FILTERS.first(0).isEmpty()).isTrue();
    assertThat(Tables.cells(FILTERS.select(3, 2, 1).first(2), "row")).containsExactly("3", "2");
  }

  @Test
  void whereKeepsTheOrderAndWorksOnSelections() {
    Predicate wanted = Predicate.where(Subject.column("FILTERS"), new Match.Equal("F277W"));
    assertThat(Tables.cells(FILTERS.where(wanted), "row")).containsExactly("0", "3");
    Table turned = FILTERS.select(4, 3, 2, 1, 0);
    assertThat(Tables.cells(turned.where(wanted), "row")).containsExactly("3", "0");
    assertThat(Tables.cells(turned.where(Predicate.not(wanted)), "row"))
        .containsExactly("4", "2", "1");
  }

  @Test
  void aNewColumnComesLast() {
    Table more = FILTERS.with("ra", DecimalColumn.of(1, 2, 3, 4, 5));
    assertThat(more.columns()).extracting(ColumnInfo::name).containsExactly("row", "filters", "ra");
    assertThat(more.column("ra").number(4)).isEqualTo(5);
    assertThat(FILTERS.has("ra")).isFalse();
  }

  @Test
  void aColumnInPlaceOfAnotherKeepsItsPlace() {
    Table other = FILTERS.with("ROW", DecimalColumn.of(0.5, 1.5, 2.5, 3.5, 4.5));
    assertThat(other.columns())
        .containsExactly(
            new ColumnInfo("ROW", ColumnType.DECIMAL), new ColumnInfo("filters", ColumnType.TEXT));
    assertThat(other.text(0, "row")).isEqualTo("0.5");
    assertThat(FILTERS.text(0, "row")).isEqualTo("0");
  }

  @Test
  void aColumnOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> FILTERS.with("ra", DecimalColumn.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 cells for 5 rows");
  }

  @Test
  void aSelectionWithAColumnHoldsNoViewsOnViews() {
    Table chosen = FILTERS.select(3, 0).with("ra", DecimalColumn.of(7, 8));
    Table with = chosen.with("copy", FILTERS.select(1, 2).column("filters"));
    assertThat(with.columns()).hasSize(4);
    for (ColumnInfo info : with.columns()) {
      assertThat(with.column(info.name())).isNotInstanceOf(ColumnView.class);
    }
    Table turned = with.select(1, 0);
    assertThat(Tables.cells(turned, "filters")).containsExactly("F277W", "f277w");
    assertThat(Tables.cells(turned, "copy")).containsExactly(null, "CLEAR");
    assertThat(Tables.cells(turned, "ra")).containsExactly("8", "7");
  }

  @Test
  void derivedValuesAreReadFromEachTextOnce() {
    List<String> read = new ArrayList<>();
    Subject lower =
        Subject.derived(
            "lower",
            "name",
            text -> {
              read.add(text);
              return text.isEmpty() ? null : text.toLowerCase(Locale.ROOT);
            });
    Table table = Tables.texts("name", "A", "B", null, "A", "", "b");
    assertThat(Tables.cells(table.column(lower))).containsExactly("a", "b", null, "a", null, "b");
    Table chosen = table.select(5, 4, 3, 2);
    assertThat(Tables.cells(chosen.column(lower))).containsExactly("b", null, "a", null);
    assertThat(Tables.cells(chosen.select(2, 0).column(lower))).containsExactly("a", "b");
    assertThat(read).containsExactly("A", "B", "", "b");
  }

  @Test
  void manyDerivedColumnsStayRight() {
    Table table = Tables.texts("name", "a", null);
    for (int i = 0; i < 40; i++) {
      int number = i;
      Subject subject = Subject.derived("d", "name", text -> text + number);
      assertThat(Tables.cells(table.column(subject))).containsExactly("a" + i, null);
    }
  }

  @Test
  void valuesAreDerivedFromNumbersToo() {
    Subject last = Subject.derived("last", "row", text -> text.equals("1") ? null : "n" + text);
    assertThat(Tables.cells(FILTERS.select(0, 1, 2).column(last)))
        .containsExactly("n0", null, "n2");
  }

  @Test
  void anotherWordForAColumnKeepsItsType() {
    Subject date = Subject.standIn("date", "t_min");
    Table table = Tables.decimals("t_min", 59770.5, 59770.25, Double.NaN);
    assertThat(table.column(date).type()).isEqualTo(ColumnType.DECIMAL);
    assertThat(date.isDerived()).isTrue();
    assertThat(Subject.column("t_min").isDerived()).isFalse();
    Table sorted = RowOrder.sort(table, List.of(new SortKey(date, false)));
    assertThat(Tables.cells(sorted, "t_min")).containsExactly("59770.25", "59770.5", null);
  }

  @Test
  void aSubjectWithoutSourceIsMissingEverywhere() {
    Subject suffix = Subject.derived("suffix", "productFilename", text -> "uncal");
    assertThat(Tables.cells(FILTERS.column(suffix))).hasSize(5).containsOnlyNulls();
    assertThat(Tables.cells(FILTERS.select(1, 2).column(Subject.column("nothing"))))
        .containsExactly(null, null);
    assertThat(FILTERS.where(Predicate.where(suffix, new Match.Missing())).size()).isEqualTo(5);
    assertThat(FILTERS.where(Predicate.where(suffix, new Match.Equal("uncal"))).isEmpty()).isTrue();
  }

  @Test
  void tablesOneAfterTheOther() {
    Table first = Tables.texts("filters", "F277W").with("ra", DecimalColumn.of(1.5));
    Table second = Tables.texts("Filters", null, "CLEAR").with("dec", DecimalColumn.of(2, 3));
    Table both = Table.concat(List.of(first, second.select(1, 0)));
    assertThat(both.columns())
        .extracting(ColumnInfo::name)
        .containsExactly("row", "filters", "ra", "dec");
    assertThat(Tables.cells(both, "filters")).containsExactly("F277W", "CLEAR", null);
    assertThat(Tables.cells(both, "row")).containsExactly("0", "1", "0");
    assertThat(Tables.cells(both, "ra")).containsExactly("1.5", null, null);
    assertThat(Tables.cells(both, "dec")).containsExactly(null, "3", "2");
    assertThat(Table.concat(List.of(first))).isSameAs(first);
  }

  @Test
  void partsOfTheSameCellsInOtherUnitsHaveNone() {
    Table plain = Tables.texts("flux", "1", "2");
    Table measured = plain.inUnits(List.of("", "Jy"));
    Table both = Table.concat(List.of(measured, plain.select(1)));
    assertThat(both.columns()).extracting(ColumnInfo::unit).containsExactly("", "");
    assertThat(Tables.cells(both, "flux")).containsExactly("1", "2", "2");
    Table same = Table.concat(List.of(measured.select(1), measured.select(0)));
    assertThat(same.columns()).extracting(ColumnInfo::unit).containsExactly("", "Jy");
    assertThat(same.sharesCellsWith(plain)).isTrue();
  }

  @Test
  void textBesideNumbersStaysTheTextThatItIs() {
    Table numbers = Tables.numbered(1);
    Table texts = Tables.texts("other", "x", "y").with("row", TextColumn.of(List.of("007", "")));
    assertThat(Tables.cells(Table.concat(List.of(numbers, texts)), "row"))
        .containsExactly("0", "007", "");
    assertThat(Tables.cells(Table.concat(List.of(texts, numbers)), "row"))
        .containsExactly("007", "", "0");
  }
}
