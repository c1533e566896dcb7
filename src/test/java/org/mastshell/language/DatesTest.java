package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  private static final double SECOND = 1.0 / 86_400;

  private final Dates dates = new Dates(Typed.CLOCK);

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2022, 59580, 59945",
    "1900, 15020, 15385",
    "2100, 88069, 88434",
    "2022-07, 59761, 59792",
    "2022-7, 59761, 59792",
    "2024-02, 60341, 60370",
    "2022-07-12, 59772, 59773",
    "2022-07-12T10, 59772.416666667, 59772.458333333",
    "2022-07-12T10:30, 59772.4375, 59772.438194444",
    "2022-07-12 10:30, 59772.4375, 59772.438194444",
    "2022-07-12T10:30Z, 59772.4375, 59772.438194444",
    "2022-07-12T10:30:00, 59772.4375, 59772.437511574",
    "2022-07-12T10:30:00.5, 59772.437505787, 59772.437505787",
    "59772.4, 59772.4, 59772.4",
    "59772, 59772, 59772",
    "0, 0, 0",
    "now, 61319.520833333, 61319.520833333",
    "today, 61319, 61320",
    "TODAY, 61319, 61320",
    "yesterday, 61318, 61319",
    "tomorrow, 61320, 61321",
    "monday, 61318, 61319",
    "tuesday, 61319, 61320",
    "wednesday, 61313, 61314",
    "-30d, 61289, 61290",
    "+30d, 61349, 61350",
    "-2w, 61305, 61306",
    "-12h, 61319.020833333, 61319.020833333",
    "+30min, 61319.541666667, 61319.541666667",
  })
  void readsThePeriodTyped(String text, double start, double end) {
    Period period = dates.parse(text).orElseThrow();
    assertThat(period.startMjd()).isCloseTo(start, within(SECOND / 100));
    assertThat(period.endMjd()).isCloseTo(end, within(SECOND / 100));
    assertThat(period.isInstant()).isEqualTo(start == end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2022-13",
        "2022-00",
        "2022-02-29",
        "2022-07-32",
        "2022-07-12T25",
        "2022-07-12T10:60",
        "20220712",
        "2022.5",
        "2459772.5",
        "-5",
        "3d",
        "+d",
        "--30d",
        "2022-07-12T",
        "12-07-2022",
        "mon",
        "-9999999d",
      })
  void refusesWhatIsNoDate(String text) {
    assertThat(dates.parse(text)).isEmpty();
  }

  @Property(tries = 200)
  void adjacentDaysMeet(@ForAll @IntRange(min = 0, max = 80_000) int day) {
    LocalDate date = LocalDate.of(1900, 1, 1).plusDays(day);
    Dates reader = new Dates(Typed.CLOCK);
    Period today = reader.parse(date.toString()).orElseThrow();
    Period tomorrow = reader.parse(date.plusDays(1).toString()).orElseThrow();
    assertThat(today.endMjd()).isEqualTo(tomorrow.startMjd());
    assertThat(today.endMjd() - today.startMjd()).isEqualTo(1);
    Period month = reader.parse(date.toString().substring(0, 7)).orElseThrow();
    assertThat(month.startMjd()).isLessThanOrEqualTo(today.startMjd());
    assertThat(month.endMjd()).isGreaterThanOrEqualTo(today.endMjd());
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 40587",
    "1858-11-17T00:00:00Z, 0",
    "2000-01-01T12:00:00Z, 51544.5"
  })
  void countsDays(Instant instant, double mjd) {
    assertThat(Dates.mjd(instant)).isEqualTo(mjd);
  }
}
