package org.mastshell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mastshell.language.ArgumentParser;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.CommandLines;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.ValueFile;
import org.mastshell.language.ValueFiles;
import org.mastshell.table.Column;
import org.mastshell.table.DecimalColumn;
import org.mastshell.table.Table;
import org.mastshell.table.TextColumn;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.SetKind;

/** Whatever stands in a column: a line's count is that of the rows that its criterion keeps. */
class FacetCountsTest {
  private static final ArgumentSpec CRITERIA = new ArgumentSpec(true, false, false, List.of());

  private final Fields fields = Fields.bundled();
  private final CriteriaReader reader =
      new CriteriaReader(fields, KnownValues.bundled(), Clock.systemUTC(), noFiles());

  private static ValueFiles noFiles() {
    return new ValueFiles() {
      @Override
      public boolean isFile(String path) {
        return false;
      }

      @Override
      public ValueFile open(String path) throws IOException {
        throw new IOException("no file is meant: " + path);
      }
    };
  }

  @Provide
  static Arbitrary<List<String>> words() {
    return Arbitraries.of(
            "F444W",
            "F405N",
            "f444w",
            "F444W;F405N",
            "F405N; F444W",
            "NIRCAM",
            "NIRCAM/IMAGE",
            "nircam/grism",
            "a b",
            "it's",
            "say \"so\"",
            "50%",
            "a*b",
            "@file",
            "null",
            "x,y",
            "1..2",
            "back\\slash",
            "",
            "  ",
            "ü",
            ";",
            "-1",
            "#5",
            "$x")
        .injectNull(0.1)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  @Property(tries = 400)
  void ofTexts(@ForAll("words") List<String> cells, @ForAll boolean list) {
    requireCounts(list ? "filters" : "target_name", TextColumn.of(cells), cells.size());
    requireCounts("instrument_name", TextColumn.of(cells), cells.size());
  }

  @Provide
  static Arbitrary<List<Double>> numbers() {
    return Arbitraries.doubles()
        .between(1e-5, 1e7)
        .ofScale(5)
        .injectNull(0.1)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  @Property(tries = 200)
  void ofNumbersAndDates(@ForAll("numbers") List<Double> cells) {
    double[] numbers =
        cells.stream().mapToDouble(cell -> cell == null ? Double.NaN : cell).toArray();
    for (String field : List.of("t_exptime", "em_min", "s_ra")) {
      double[] fitting =
          field.equals("s_ra") ? Arrays.stream(numbers).map(n -> n % 360).toArray() : numbers;
      int rows = requireCounts(field, DecimalColumn.of(fitting), numbers.length);
      assertThat(rows).as("each in one range").isEqualTo(numbers.length);
    }
    double[] dates = new double[numbers.length];
    for (int i = 0; i < dates.length; i++) {
      dates[i] = 50_000 + numbers[i] % 10_000;
    }
    assertThat(requireCounts("t_min", DecimalColumn.of(dates), dates.length))
        .as("each in one period")
        .isEqualTo(dates.length);
  }

  @Provide
  static Arbitrary<List<Double>> dates() {
    // Years 1 to 9999 and a few days around, each with its edges, close together or far apart.
    Arbitrary<Double> day =
        Arbitraries.oneOf(
            Arbitraries.doubles().between(-678_600, 2_973_600).ofScale(3),
            Arbitraries.integers().between(-678_600, 2_973_600).map(Integer::doubleValue),
            Arbitraries.of(
                15_019.0, 15_020.0, 88_069.0, 88_433.999, 88_434.0, 0.0, 1858.0, 59_000.0));
    return Combinators.combine(
            day,
            Arbitraries.of(1.0, 20.0, 300.0, 4_000.0, 4e6),
            day.list().ofMinSize(1).ofMaxSize(40))
        .as(
            (start, width, days) ->
                days.stream().map(one -> start + Math.IEEEremainder(one, width)).toList());
  }

  @Property(tries = 300)
  void ofDatesOfAllYears(@ForAll("dates") List<Double> days) {
    double[] dates = days.stream().mapToDouble(Double::doubleValue).toArray();
    assertThat(requireCounts("t_min", DecimalColumn.of(dates), dates.length))
        .as("each in one period")
        .isEqualTo(dates.length);
  }

  private int requireCounts(String name, Column column, int size) {
    Table table = Table.of(List.of(name), List.of(column), size);
    Field field = fields.find(name, SetKind.OBSERVATIONS).orElseThrow();
    int rows = 0;
    for (FacetLine line : FacetCounts.of(table, field)) {
      rows += line.count();
      if (line.typed().isPresent()) {
        String command = "filter " + line.criterion();
        int kept =
            table
                .where(
                    reader
                        .readForRows(
                            ArgumentParser.parse(CommandLines.split(command).get(0), CRITERIA),
                            SetKind.OBSERVATIONS)
                        .predicate())
                .size();
        assertThat(kept).as(command).isEqualTo(line.count());
      }
    }
    return rows;
  }
}
