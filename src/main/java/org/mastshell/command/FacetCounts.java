package org.mastshell.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mastshell.language.Quoting;
import org.mastshell.table.NaturalOrder;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.Tally;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ValueKind;

/**
 * Counts rows by the values of a field as criteria find them, so that a count is that of the rows
 * which remain when the value is asked for: whatever the case, by the parts of a list, an
 * instrument with its modes. Dates are counted by periods, decimal numbers by ranges.
 */
final class FacetCounts {
  /** Behind it stands the mode of an instrument. */
  private static final char MODE = '/';

  private static final String INSTRUMENT = "instrument_name";
  private static final String PART = ";";

  // More lines than anybody reads need no order among those that are equally frequent.
  private static final int MOST_SORTED = 2000;

  private final Field field;
  private final Tally tally;
  private final Map<String, Count> counts = new LinkedHashMap<>();

  private FacetCounts(Field field, Tally tally) {
    this.field = field;
    this.tally = tally;
  }

  /** Several spellings of a value, which are one to criteria. */
  private static final class Count {
    private final String spelling;
    private int rows;

    Count(String spelling) {
      this.spelling = spelling;
    }
  }

  /**
   * The lines of a field: values by frequency, periods and ranges in their order, rows without a
   * value last.
   */
  static List<FacetLine> of(Table table, Field field) {
    Subject subject = field.subject();
    Tally tally = Tally.of(table, subject);
    List<FacetLine> lines =
        switch (field.kind()) {
          case TEXT, LIST, INTEGER, FLAG -> new FacetCounts(field, tally).values();
          case DATE -> DatePeriods.of(field, table.column(subject));
          default -> NumberRanges.of(field, table.column(subject));
        };
    if (tally.missing() == 0) {
      return lines;
    }
    List<FacetLine> all = new ArrayList<>(lines);
    all.add(new FacetLine(field, "null", null, () -> Optional.of("null"), tally.missing()));
    return all;
  }

  private List<FacetLine> values() {
    for (int i = 0; i < tally.size(); i++) {
      if (field.kind() == ValueKind.LIST) {
        addParts(tally.text(i), tally.count(i));
      } else {
        add(tally.text(i), tally.count(i));
      }
    }
    if (field.name().equals(INSTRUMENT)) {
      addModes();
    }
    List<FacetLine> lines = new ArrayList<>();
    for (Count count : counts.values()) {
      String value = count.spelling;
      lines.add(new FacetLine(field, value, value, () -> Quoting.literal(value), count.rows));
    }
    Comparator<FacetLine> order = Comparator.comparingInt(FacetLine::count).reversed();
    lines.sort(
        lines.size() > MOST_SORTED
            ? order
            : order.thenComparing(FacetLine::label, NaturalOrder.INSTANCE));
    return lines;
  }

  private void add(String value, int rows) {
    counts.computeIfAbsent(value.toLowerCase(Locale.ROOT), first -> new Count(value)).rows += rows;
  }

  private void addParts(String list, int rows) {
    Set<String> seen = new LinkedHashSet<>();
    for (String part : list.split(PART, -1)) {
      String value = part.strip();
      if (!value.isEmpty() && seen.add(value.toLowerCase(Locale.ROOT))) {
        add(value, rows);
      }
    }
  }

  private void addModes() {
    Map<String, Integer> modes = new HashMap<>();
    counts.forEach(
        (key, count) -> {
          int slash = key.indexOf(MODE);
          if (slash > 0) {
            modes.merge(key.substring(0, slash), count.rows, Integer::sum);
          }
        });
    modes.forEach(
        (family, rows) -> Optional.ofNullable(counts.get(family)).ifPresent(c -> c.rows += rows));
  }
}
