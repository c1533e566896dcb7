package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1, 1 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "1200000000, 1.2 GB",
    "26400000000, 26.4 GB",
    "99949999, 99.9 MB",
    "99950000, 100 MB",
    "410000000000, 410 GB",
    "999499999999, 999 GB",
    "999500000000, 1.0 TB",
    "2100000000000, 2.1 TB",
    "9223372036854775807, 9.2 EB",
    "-1500, -1.5 kB",
    "-9223372036854775808, -9.2 EB"
  })
  void sizes(long bytes, String text) {
    assertThat(Sizes.text(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "0.0004, 0.0004 s",
    "0.0213, 0.021 s",
    "0.1, 0.1 s",
    "1.93, 1.9 s",
    "30, 30 s",
    "59.94, 59.9 s",
    "59.96, 1m 00s",
    "214.73, 3m 35s",
    "3599.4, 59m 59s",
    "3599.6, 1h 00m",
    "7509.2, 2h 05m",
    "86369, 23h 59m",
    "86399, 1d 00h",
    "7137709, 82d 15h",
    "-90, -1m 30s"
  })
  void durations(double seconds, String text) {
    assertThat(Durations.text(seconds)).isEqualTo(text);
  }

  @Test
  void whatIsNoDurationIsEmpty() {
    assertThat(Durations.text(Double.NaN)).isEmpty();
    assertThat(Durations.text(Double.POSITIVE_INFINITY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, '0'",
    "999, '999'",
    "1000, '1,000'",
    "3612, '3,612'",
    "-12261, '-12,261'",
  })
  void counts(long n, String text) {
    assertThat(Counts.text(n)).isEqualTo(text);
  }

  @Test
  void countsWithTheirNoun() {
    assertThat(Counts.of(1, "row", "rows")).isEqualTo("1 row");
    assertThat(Counts.of(0, "row", "rows")).isEqualTo("0 rows");
    assertThat(Counts.of(3612, "row", "rows")).isEqualTo("3,612 rows");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1858-11-17 00:00:00",
    "51544.5, 2000-01-01 12:00:00",
    "59701.46121, 2022-05-02 11:04:09",
    "59700.461111111, 2022-05-01 11:04:00",
    "40587, 1970-01-01 00:00:00",
    "-678575, 0001-01-01 00:00:00"
  })
  void dates(double mjd, String text) {
    assertThat(MjdDates.second(mjd)).isEqualTo(text);
    assertThat(MjdDates.text(mjd)).isEqualTo(text.substring(0, 16));
    assertThat(MjdDates.day(mjd)).isEqualTo(text.substring(0, 10));
  }

  @Test
  void whatIsNoDateStaysANumber() {
    assertThat(MjdDates.text(Double.NaN)).isEmpty();
    assertThat(MjdDates.text(1e9)).isEqualTo("1.0E9");
    assertThat(MjdDates.text(-1e9)).isEqualTo("-1.0E9");
    assertThat(MjdDates.text(2_973_483.9999999)).isEqualTo("2973483.9999999");
  }

  @Property
  void everyDateHasOneWidth(@ForAll @DoubleRange(min = -678575, max = 2973483) double mjd) {
    assertThat(MjdDates.text(mjd)).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
  }

  @Property
  void sizesAreShort(@ForAll long bytes) {
    assertThat(Sizes.text(bytes))
        .matches("-?(\\d{1,2}\\.\\d [kMGTPE]B|\\d{3} [kMGTPE]B|\\d{1,3} B)");
  }

  @Property
  void durationsAreShort(@ForAll @DoubleRange(min = 0, max = 1e8) double seconds) {
    assertThat(Durations.text(seconds)).matches("[0-9.]+ s|\\d+[mhd] \\d\\d[smh]");
  }
}
