package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

class CellTextTest {
  @ParameterizedTest
  @CsvSource({
    "DATE, 59701.46121, 2022-05-02 11:04, 2022-05-02 11:04:09 (MJD 59701.46121)",
    "SIZE, 999, 999 B, 999 B",
    "SIZE, 1200000000, 1.2 GB, '1.2 GB (1,200,000,000 bytes)'",
    "DURATION, 214.73, 3m 35s, 3m 35s (214.73 s)",
    "DURATION, 30, 30 s, 30 s",
    "WAVELENGTH, 713.510009765625, 713.5 nm, 713.5 nm (713.510009765625 nm)",
    "WAVELENGTH, 2762, 2.762 µm, 2.762 µm (2762 nm)",
    "WAVELENGTH, 1000, 1 µm, 1 µm (1000 nm)",
    "WAVELENGTH, 0, 0 nm, 0 nm",
    "ANGLE, 80.4912345678, 80.49123, 80.4912345678 u",
    "ANGLE, -69.5, -69.50000, -69.5 u",
    "ANGLE, -0.000001, 0.00000, -1.0E-6 u",
    "ANGLE, 359.999999, 360.00000, 359.999999 u",
    "NUMBER, 56.2345678912, 56.23457, 56.2345678912 u",
    "NUMBER, 1500, 1500, 1500 u",
    "NUMBER, 2.5E-300, 2.5E-300, 2.5E-300 u",
    "NUMBER, 1234567890123, 1234567890123, 1234567890123 u"
  })
  void decimals(Look look, double value, String brief, String full) {
    TableBuilder builder = new TableBuilder();
    builder.set(builder.column("c", ColumnType.DECIMAL), value);
    assertShown(builder, look, brief, full);
  }

  @Test
  void wholeNumbersAreNeverRounded() {
    TableBuilder builder = new TableBuilder();
    builder.set(builder.column("c", ColumnType.INTEGER), 9_007_199_254_740_993L);
    assertShown(builder, Look.NUMBER, "9007199254740993", "9007199254740993 u");
  }

  @ParameterizedTest
  @CsvSource({"DATE", "SIZE", "DURATION", "WAVELENGTH", "ANGLE", "NUMBER"})
  void textInAColumnOfNumbersIsShownAsItIs(Look look) {
    TableBuilder builder = new TableBuilder();
    builder.set(builder.column("c", ColumnType.DECIMAL), "n/a\u001b");
    assertShown(builder, look, "n/a␛", "n/a␛ u");
  }

  @Test
  void numbersInAColumnOfTextAreUnderstood() {
    TableBuilder builder = new TableBuilder();
    builder.set(builder.column("c", ColumnType.TEXT), "59764.5");
    assertShown(builder, Look.DATE, "2022-07-04 12:00", "2022-07-04 12:00:00 (MJD 59764.5)");
  }

  @Test
  void missingIsEmptyInTablesAndADashInRecords() {
    TableBuilder builder = new TableBuilder();
    builder.column("c", ColumnType.DECIMAL);
    assertShown(builder, Look.DATE, "", "-");
  }

  @Test
  void aColumnThatTheTableLacksIsMissing() {
    TableBuilder builder = new TableBuilder();
    builder.column("other", ColumnType.TEXT);
    assertShown(builder, Look.TEXT, "", "-");
  }

  private static void assertShown(TableBuilder builder, Look look, String brief, String full) {
    builder.endRow();
    Table table = builder.build();
    ShownColumn column = new ShownColumn("c", "c", "u", look, "");
    CellText cells = CellText.of(table, column);
    assertThat(cells.shortText(0)).isEqualTo(brief);
    assertThat(cells.fullText(0, "u")).isEqualTo(full);
  }
}
