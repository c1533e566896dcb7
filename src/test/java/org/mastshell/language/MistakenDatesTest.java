package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakenDatesTest {
  private static final List<String> PIECES =
      List.of(
          "2022",
          "07",
          "7",
          "12",
          "31",
          "13",
          "30",
          "-",
          "/",
          ".",
          ":",
          " ",
          "T",
          "July",
          "sep",
          "10:30",
          "+02:00",
          "UTC",
          "Z",
          "d",
          "days",
          "ago",
          "last",
          "week",
          "2459772.5",
          "MJD",
          "today",
          "tomorow",
          "1657622400",
          "to",
          "..",
          "th",
          "99");

  private final Dates dates = new Dates(Typed.CLOCK);
  private final MistakenDates mistaken = new MistakenDates(dates);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2459772.5 | 2022-07-12",
        "JD 2459772.5 | 2022-07-12",
        "2459772 | 2022-07-11",
        "2459772.0 | 2022-07-11",
        "2459772.54321 | 2022-07-12T01:02:13",
        "mjd59772.4 | 59772.4",
        "20220712T1030 | 2022-07-12T10:30",
        "2022.07.12 | 2022-07-12",
        "2022:07 | 2022-07",
        "3.4.2022 | 2022-04-03",
        "7/25/2022 | 2022-07-25",
        "25-7-2022 | 2022-07-25",
        "7/7/2022 | 2022-07-07",
        "12 sept 2022 | 2022-09-12",
        "1st July 2022 | 2022-07-01",
        "2022 July | 2022-07",
        "2022-07-12 10:30+0530 | 2022-07-12T05:00",
        "2022-07-12T23:30:00-05:00 | 2022-07-13T04:30:00",
        "2022-07-12T10:30 GMT | 2022-07-12T10:30",
        "2022-25-07 | 2022-07-25",
        "J2000.0 | 2000-01-01",
        "1657622400000 | 2022-07-12T10:40:00",
        "59000-59100 | 59000..59100",
        "2022-07-01 to 2022-07-31 | 2022-07-01..2022-07-31",
        "2020-2022 | 2020..2022",
        "last month | -30d",
        "2 weeks ago | -2w",
        "12h | -12h",
        "yesteday | yesterday",
        "wendesday | wednesday",
      })
  void knowsWhatWasMeant(String typed, String meant) {
    assertThat(dates.parse(typed)).isEmpty();
    assertThat(mistaken.explain(typed).instead()).contains(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12/07/2022 | the day first",
        "12/07/22 | four digits",
        "2022-02-30 | 2022-02-28",
        "2022-00-10 | 2022-07-12",
        "2022-07-12T24:30 | hours go from 00 to 23",
        "10:30 | behind its day",
        "soon | a date is like",
        "'' | a date is like",
      })
  void saysTheRightFormWhereSeveralAreMeant(String typed, String advice) {
    Remark remark = mistaken.explain(typed);
    assertThat(remark.instead()).isEmpty();
    assertThat(remark.advice()).contains(advice);
  }

  @Property(tries = 3000)
  void whatItProposesIsADate(@ForAll("scraps") String typed) {
    Remark remark = mistaken.explain(typed);
    assertThat(remark.message()).isNotBlank();
    assertThat(remark.advice()).isNotBlank();
    remark
        .instead()
        .ifPresent(
            meant ->
                assertThat(List.of(meant.split("\\.\\.", -1)))
                    .as("%s for %s", meant, typed)
                    .allMatch(end -> dates.parse(end).isPresent()));
  }

  @Property
  void everyDayIsKnownByItsJulianDate(@ForAll @IntRange(min = 20_000, max = 80_000) int mjd) {
    String meant = mistaken.explain(Double.toString(mjd + 2_400_000.5)).instead().orElseThrow();
    assertThat(LocalDate.parse(meant).toEpochDay() + 40_587).isEqualTo(mjd);
  }

  @Property
  void everySecondIsKnownBySecondsSince1970(
      @ForAll @IntRange(min = 1_000_000_000, max = 1_999_999_999) int seconds) {
    String meant = mistaken.explain(Integer.toString(seconds)).instead().orElseThrow();
    assertThat(LocalDateTime.parse(meant).toEpochSecond(ZoneOffset.UTC)).isEqualTo(seconds);
  }

  @Property
  void everyDayIsKnownByTheNameOfItsMonth(@ForAll @IntRange(min = 0, max = 60_000) int day) {
    LocalDate date = LocalDate.of(1900, 1, 1).plusDays(day);
    for (String pattern : List.of("d MMMM uuuu", "MMM d, uuuu", "uuuu-MMM-dd", "dd-MMM-uuuu")) {
      String typed = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(date);
      assertThat(mistaken.explain(typed).instead()).as(typed).contains(date.toString());
    }
  }

  @Provide
  Arbitrary<String> scraps() {
    return Arbitraries.of(PIECES)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(pieces -> pieces.stream().collect(Collectors.joining()))
        .filter(text -> dates.parse(text).isEmpty());
  }
}
