package org.mastshell.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values that fields are known to have, as bundled: dated, and neither complete nor binding. */
public final class KnownValues {
  private static final String MISSION = "obs_collection";
  private static final String INSTRUMENT = "instrument_name";
  private static final String FILTERS = "filters";
  private static final String SUFFIX = "suffix";
  private static final String SUBGROUP = "productSubGroupDescription";
  private static final long UNKNOWN = -1;

  private final String date;
  private final List<Entry> entries;

  private KnownValues(String date, List<Entry> entries) {
    this.date = date;
    this.entries = List.copyOf(entries);
  }

  /** The values as they are bundled. */
  public static KnownValues bundled() {
    List<Entry> entries = new ArrayList<>();
    TabbedFile values = TabbedFile.read("values.tsv", 4);
    for (List<String> row : values.rows()) {
      entries.add(new Entry(row.get(0), row.get(1), "", value(row.get(2), row.get(3))));
    }
    for (List<String> row : TabbedFile.read("missions.tsv", 2).rows()) {
      entries.add(new Entry(MISSION, "", "", value(row.get(0), row.get(1))));
    }
    Map<String, String> missions = new LinkedHashMap<>();
    for (List<String> row : TabbedFile.read("instruments.tsv", 4).rows()) {
      long count = Long.parseLong(row.get(2));
      KnownValue instrument = new KnownValue(row.get(1), row.get(3), count);
      entries.add(new Entry(INSTRUMENT, row.get(0), "", instrument));
      missions.putIfAbsent(row.get(1), row.get(0));
      missions.putIfAbsent(family(row.get(1)), row.get(0));
    }
    for (List<String> row : TabbedFile.read("filters.tsv", 3).rows()) {
      String mission = missions.getOrDefault(row.get(0), "");
      entries.add(new Entry(FILTERS, mission, row.get(0), value(row.get(1), row.get(2))));
    }
    for (List<String> row : TabbedFile.read("suffixes.tsv", 4).rows()) {
      String suffix = row.get(1);
      entries.add(new Entry(SUFFIX, row.get(0), "", value(suffix, row.get(3))));
      String subgroup = suffix.toUpperCase(Locale.ROOT);
      entries.add(new Entry(SUBGROUP, row.get(0), "", value(subgroup, row.get(3))));
    }
    return new KnownValues(values.date(), entries);
  }

  /** The values of a field, each once; empty if none are known. */
  public List<KnownValue> of(Field field) {
    return of(field, Map.of());
  }

  /**
   * The values of a field that go with what is already settled.
   *
   * @param context name of a field to its value: {@code obs_collection} and {@code instrument_name}
   *     are looked at. Where nothing goes with them every value is given.
   */
  public List<KnownValue> of(Field field, Map<String, String> context) {
    List<Entry> known = entries.stream().filter(entry -> entry.field.equals(field.name())).toList();
    String mission = Optional.ofNullable(context.get(MISSION)).orElse("");
    String instrument = Optional.ofNullable(context.get(INSTRUMENT)).orElse("");
    List<Entry> fitting =
        known.stream()
            .filter(entry -> entry.fitsMission(mission) && entry.fitsInstrument(instrument))
            .toList();
    return distinct(fitting.isEmpty() ? known : fitting);
  }

  /** How the archive spells a value of a field that was typed in another case, if it is known. */
  public Optional<String> spelling(Field field, String typed) {
    return entries.stream()
        .filter(entry -> entry.field.equals(field.name()))
        .map(entry -> entry.value.value())
        .flatMap(
            value ->
                field.name().equals(INSTRUMENT)
                    ? Stream.of(value, family(value))
                    : Stream.of(value))
        .filter(typed::equalsIgnoreCase)
        .findFirst();
  }

  /** When the lists were last checked, as {@code 2026-10-01}. */
  public String date() {
    return date;
  }

  private static List<KnownValue> distinct(List<Entry> entries) {
    Map<String, KnownValue> byValue =
        entries.stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.value.value(),
                    Entry::value,
                    (first, second) -> first,
                    LinkedHashMap::new));
    return List.copyOf(byValue.values());
  }

  private static KnownValue value(String value, String meaning) {
    return new KnownValue(value, meaning, UNKNOWN);
  }

  private static String family(String instrument) {
    int slash = instrument.indexOf('/');
    return slash < 0 ? instrument : instrument.substring(0, slash);
  }

  private record Entry(String field, String mission, String instrument, KnownValue value) {
    boolean fitsMission(String wanted) {
      return wanted.isEmpty() || mission.isEmpty() || mission.equalsIgnoreCase(wanted);
    }

    // What is listed for an instrument goes with each of its modes, and the other way round.
    boolean fitsInstrument(String typed) {
      String wanted = typed.endsWith("*") ? typed.substring(0, typed.length() - 1) : typed;
      return wanted.isEmpty()
          || instrument.isEmpty()
          || instrument.equalsIgnoreCase(wanted)
          || instrument.equalsIgnoreCase(family(wanted))
          || family(instrument).equalsIgnoreCase(wanted);
    }
  }
}
