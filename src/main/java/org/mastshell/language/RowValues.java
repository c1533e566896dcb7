package org.mastshell.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.mastshell.table.Column;
import org.mastshell.table.NaturalOrder;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.Tally;
import org.mastshell.table.ValueCounts.ValueCount;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.ValueKind;

/**
 * What a criterion may name in rows that are here. A value counts the rows that the criterion would
 * keep: texts whatever their case, a part of a list wherever it stands, an instrument with all its
 * modes, a date as the whole day.
 *
 * @param values the most frequent first, made when they are asked for; of rows without a value the
 *     last entry tells, with null for the value
 * @param lowest the least number, in the archive's unit; NaN where the values are no numbers
 * @param highest the greatest number
 */
public record RowValues(List<ValueCount> values, double lowest, double highest) {
  private static final String SEPARATOR = ";";
  private static final int EPOCH_MJD = 40_587;

  /** The year 2200, behind which no observation is dated. */
  private static final int LAST_DAY = 125_000;

  private static final Comparator<ValueCount> FREQUENT_FIRST =
      Comparator.comparingInt(ValueCount::count)
          .reversed()
          .thenComparing(ValueCount::value, NaturalOrder.INSTANCE);

  /** What a field holds in these rows. */
  public static RowValues of(Table rows, Field field) {
    if (field.kind() == ValueKind.DATE) {
      return days(rows, field);
    }
    Tally tally = Tally.of(rows, field.subject());
    return switch (field.kind()) {
      case LIST -> new RowValues(parts(tally), Double.NaN, Double.NaN);
      case TEXT -> new RowValues(texts(tally, field), Double.NaN, Double.NaN);
      case FLAG -> new RowValues(all(tally), Double.NaN, Double.NaN);
      case INTEGER -> wholeNumbers(tally);
      default ->
          field.name().equals(Fields.WAVELENGTH)
              ? band(tally, Tally.of(rows, Subject.column("em_max")))
              : numbers(tally, IntStream.range(0, tally.size()).toArray(), tally.missing());
    };
  }

  private static List<ValueCount> all(Tally tally) {
    return new CountedValues(tally, IntStream.range(0, tally.size()).toArray(), tally.missing());
  }

  private static RowValues numbers(Tally tally, int[] indexes, int missing) {
    double lowest = IntStream.of(indexes).mapToDouble(tally::number).min().orElse(Double.NaN);
    double highest = IntStream.of(indexes).mapToDouble(tally::number).max().orElse(Double.NaN);
    return new RowValues(new CountedValues(tally, indexes, missing), lowest, highest);
  }

  private static RowValues wholeNumbers(Tally tally) {
    int[] numbers =
        IntStream.range(0, tally.size())
            .filter(i -> !tally.text(i).equals(WholeNumberReader.PLACEHOLDER))
            .toArray();
    int all = IntStream.range(0, tally.size()).map(tally::count).sum();
    int placeholders = all - IntStream.of(numbers).map(tally::count).sum();
    return numbers(tally, numbers, tally.missing() + placeholders);
  }

  // No wavelength stands for others: each is in many bands.
  private static RowValues band(Tally shortest, Tally longest) {
    CountedValues none = new CountedValues(shortest, new int[0], shortest.missing());
    RowValues least = numbers(shortest, IntStream.range(0, shortest.size()).toArray(), 0);
    RowValues most = numbers(longest, IntStream.range(0, longest.size()).toArray(), 0);
    return new RowValues(none, least.lowest, most.highest);
  }

  private static List<ValueCount> texts(Tally tally, Field field) {
    Spellings spellings = Spellings.of(tally);
    if (field.name().equals(TextReader.INSTRUMENT)) {
      spellings.countModes();
    }
    return spellings.changed() ? sorted(spellings.counts(), tally.missing()) : all(tally);
  }

  // Every part, and every whole list: that one stands for all lists with the same parts and more.
  private static List<ValueCount> parts(Tally tally) {
    Map<String, String> spellings = new HashMap<>();
    Map<String, List<Integer>> holders = new LinkedHashMap<>();
    List<Set<String>> lists = new ArrayList<>();
    for (int i = 0; i < tally.size(); i++) {
      Set<String> own = new TreeSet<>();
      for (String part : tally.text(i).split(SEPARATOR, -1)) {
        String key = part.strip().toLowerCase(Locale.ROOT);
        if (!key.isEmpty() && own.add(key)) {
          spellings.putIfAbsent(key, part.strip());
          holders.computeIfAbsent(key, any -> new ArrayList<>()).add(i);
        }
      }
      lists.add(own);
    }
    List<ValueCount> values = new ArrayList<>();
    holders.forEach((key, in) -> values.add(new ValueCount(spellings.get(key), rows(tally, in))));
    Map<Set<String>, Integer> wholes = new LinkedHashMap<>();
    for (int i = 0; i < lists.size(); i++) {
      if (lists.get(i).size() > 1) {
        wholes.putIfAbsent(lists.get(i), i);
      }
    }
    wholes.forEach(
        (wanted, i) -> {
          List<Integer> candidates =
              wanted.stream().map(holders::get).min(Comparator.comparingInt(List::size)).get();
          List<Integer> in =
              candidates.stream().filter(other -> lists.get(other).containsAll(wanted)).toList();
          values.add(new ValueCount(tally.text(i), rows(tally, in)));
        });
    return sorted(values, tally.missing());
  }

  private static int rows(Tally tally, List<Integer> indexes) {
    return indexes.stream().mapToInt(tally::count).sum();
  }

  private static RowValues days(Table rows, Field field) {
    boolean stretch = field.name().equals(Fields.DATE);
    int[] changes = new int[LAST_DAY + 2];
    int missing = 0;
    double lowest = Double.NaN;
    double highest = Double.NaN;
    Column first = rows.column(field.subject());
    Column last = stretch ? rows.column(Subject.column("t_max")) : first;
    for (int row = 0; row < rows.size(); row++) {
      double from = first.number(row);
      double to = last.number(row);
      missing += Double.isNaN(from) ? 1 : 0;
      if (from >= 0 && to <= LAST_DAY && from <= to) {
        changes[(int) from]++;
        changes[(int) to + 1]--;
        lowest = lowest <= from ? lowest : from;
        highest = highest >= to ? highest : to;
      }
    }
    List<ValueCount> days = new ArrayList<>();
    int count = 0;
    for (int day = 0; day <= LAST_DAY; day++) {
      count += changes[day];
      if (count > 0) {
        days.add(new ValueCount(LocalDate.ofEpochDay((long) day - EPOCH_MJD).toString(), count));
      }
    }
    return new RowValues(sorted(days, missing), lowest, highest);
  }

  private static List<ValueCount> sorted(List<ValueCount> values, int missing) {
    List<ValueCount> sorted = new ArrayList<>(values);
    sorted.sort(FREQUENT_FIRST);
    if (missing > 0) {
      sorted.add(new ValueCount(null, missing));
    }
    return List.copyOf(sorted);
  }
}
