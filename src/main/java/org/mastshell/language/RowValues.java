package org.mastshell.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
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
 * What a criterion may name in rows that are here, the most frequent value first. A value counts
 * the rows that the criterion would keep: texts whatever their case, a part of a list wherever it
 * stands, an instrument with all its modes, a date as the whole day.
 */
public final class RowValues {
  private static final String SEPARATOR = ";";
  private static final int EPOCH_MJD = 40_587;

  /** The year 2200, behind which no observation is dated. */
  private static final int LAST_DAY = 125_000;

  /**
   * Nobody chooses from more numbers than this; those of a measurement are nearly all different.
   */
  private static final int MOST_NUMBERS = 100_000;

  private static final Comparator<ValueCount> FREQUENT_FIRST =
      Comparator.comparingInt(ValueCount::count)
          .reversed()
          .thenComparing(ValueCount::value, NaturalOrder.INSTANCE);

  /** Fewer are looked through one by one. */
  private static final int MOST_WITHOUT_INDEX = 10_000;

  private final IntFunction<String> values;
  private final IntUnaryOperator counts;
  private final int size;
  private final Optional<TextIndex> index;
  private final int missing;
  private final double lowest;
  private final double highest;

  private RowValues(
      IntFunction<String> values,
      IntUnaryOperator counts,
      int size,
      int missing,
      double lowest,
      double highest) {
    this.values = values;
    this.counts = counts;
    this.size = size;
    this.index = size > MOST_WITHOUT_INDEX ? TextIndex.of(values, size) : Optional.empty();
    this.missing = missing;
    this.lowest = lowest;
    this.highest = highest;
  }

  private static RowValues texts(
      IntFunction<String> values, IntUnaryOperator counts, int size, int missing) {
    return new RowValues(values, counts, size, missing, Double.NaN, Double.NaN);
  }

  /** No values at all. */
  public static RowValues none() {
    return texts(index -> null, index -> 0, 0, 0);
  }

  /** What a field holds in these rows. */
  public static RowValues of(Table rows, Field field) {
    if (field.kind() == ValueKind.DATE) {
      return days(rows, field);
    }
    Tally tally = Tally.of(rows, field.subject());
    return switch (field.kind()) {
      case LIST -> sorted(parts(tally), tally.missing());
      case TEXT -> texts(tally, field);
      case FLAG -> texts(tally::text, tally::count, tally.size(), tally.missing());
      case INTEGER -> wholeNumbers(tally);
      default ->
          field.name().equals(Fields.WAVELENGTH)
              ? band(tally, Tally.of(rows, Subject.column("em_max")))
              : decimals(tally, new RoundedNumbers(tally, field));
    };
  }

  /** How many values there are; one more if there are rows without one. */
  public int size() {
    return size + (missing > 0 ? 1 : 0);
  }

  /** A value as text; null for the last one if it stands for rows without a value. */
  public String value(int index) {
    return index < size ? values.apply(index) : null;
  }

  /** How many rows a criterion for this value would keep. */
  public int count(int index) {
    return index < size ? counts.applyAsInt(index) : missing;
  }

  /** A quick way to search the values, if they are very many; rows without one are not in it. */
  public Optional<TextIndex> index() {
    return index;
  }

  /** The least number in the archive's unit; NaN where the values are no numbers. */
  public double lowest() {
    return lowest;
  }

  /** The greatest number in the archive's unit; NaN where the values are no numbers. */
  public double highest() {
    return highest;
  }

  private static IntStream all(Tally tally) {
    return IntStream.range(0, tally.size());
  }

  private static RowValues decimals(Tally tally, RoundedNumbers rounded) {
    return new RowValues(
        tally::text,
        index -> rounded.count(tally.text(index)),
        Math.min(tally.size(), MOST_NUMBERS),
        tally.missing(),
        lowest(tally, all(tally)),
        highest(tally, all(tally)));
  }

  private static RowValues wholeNumbers(Tally tally) {
    int[] numbers =
        all(tally).filter(i -> !tally.text(i).equals(WholeNumberReader.PLACEHOLDER)).toArray();
    int placeholders =
        all(tally).map(tally::count).sum() - IntStream.of(numbers).map(tally::count).sum();
    return new RowValues(
        index -> tally.text(numbers[index]),
        index -> tally.count(numbers[index]),
        Math.min(numbers.length, MOST_NUMBERS),
        tally.missing() + placeholders,
        lowest(tally, IntStream.of(numbers)),
        highest(tally, IntStream.of(numbers)));
  }

  // No wavelength stands for others: each is in many bands.
  private static RowValues band(Tally shortest, Tally longest) {
    return new RowValues(
        index -> null,
        index -> 0,
        0,
        shortest.missing(),
        lowest(shortest, all(shortest)),
        highest(longest, all(longest)));
  }

  private static double lowest(Tally tally, IntStream indexes) {
    return indexes.mapToDouble(tally::number).min().orElse(Double.NaN);
  }

  private static double highest(Tally tally, IntStream indexes) {
    return indexes.mapToDouble(tally::number).max().orElse(Double.NaN);
  }

  private static RowValues texts(Tally tally, Field field) {
    Spellings spellings = Spellings.of(tally);
    if (field.name().equals(TextReader.INSTRUMENT)) {
      spellings.countModes();
    }
    if (spellings.changed()) {
      return sorted(spellings.counts(), tally.missing());
    }
    String[] texts = all(tally).mapToObj(tally::text).toArray(String[]::new);
    return texts(index -> texts[index], tally::count, texts.length, tally.missing());
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
    return values;
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
    return sorted(days, missing, lowest, highest);
  }

  private static RowValues sorted(List<ValueCount> values, int missing) {
    return sorted(values, missing, Double.NaN, Double.NaN);
  }

  private static RowValues sorted(
      List<ValueCount> values, int missing, double lowest, double highest) {
    List<ValueCount> sorted = values.stream().sorted(FREQUENT_FIRST).toList();
    return new RowValues(
        index -> sorted.get(index).value(),
        index -> sorted.get(index).count(),
        sorted.size(),
        missing,
        lowest,
        highest);
  }
}
