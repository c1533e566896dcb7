package org.mastshell.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The known values of one field, in the order of its file. */
final class ValueList {
  private final String date;
  private final List<Entry> entries;
  private volatile Index index;

  /**
   * @param date when it was last checked
   * @param entries a value may come several times, for several instruments
   */
  ValueList(String date, List<Entry> entries) {
    this.date = date;
    this.entries = List.copyOf(entries);
  }

  /** What makes looking up quick. */
  private record Index(
      Map<String, KnownValue> byKey, List<KnownValue> all, Map<String, String> families) {}

  // Made when first needed: most runs of the program need few of the lists.
  private Index index() {
    Index made = index;
    if (made == null) {
      Map<String, KnownValue> byKey = merged(entries);
      Map<String, String> families = new HashMap<>();
      for (KnownValue value : byKey.values()) {
        String family = NamesWanted.family(value.value());
        families.putIfAbsent(key(family), family);
      }
      made = new Index(byKey, List.copyOf(byKey.values()), families);
      index = made;
    }
    return made;
  }

  /**
   * A value, and what it goes with.
   *
   * @param missions none, if it goes with all
   * @param instruments none, if it goes with all
   */
  record Entry(Set<String> missions, Set<String> instruments, KnownValue value) {}

  String date() {
    return date;
  }

  /** Every value once. */
  List<KnownValue> all() {
    return index().all();
  }

  /** The values that go with both, each once; all values if none does. */
  List<KnownValue> fitting(NamesWanted missions, NamesWanted instruments) {
    if (missions.names().isEmpty() && instruments.names().isEmpty()) {
      return all();
    }
    List<Entry> fitting = new ArrayList<>();
    for (Entry entry : entries) {
      if (missions.fit(entry.missions()) && instruments.fit(entry.instruments())) {
        fitting.add(entry);
      }
    }
    return fitting.isEmpty() ? all() : List.copyOf(merged(fitting).values());
  }

  // Each value once, at its first place.
  private static Map<String, KnownValue> merged(List<Entry> entries) {
    Map<String, List<Entry>> alike = new LinkedHashMap<>();
    for (Entry entry : entries) {
      alike.computeIfAbsent(key(entry.value().value()), first -> new ArrayList<>()).add(entry);
    }
    Map<String, KnownValue> merged = new LinkedHashMap<>();
    alike.forEach(
        (key, same) -> {
          KnownValue first = same.get(0).value();
          merged.put(key, new KnownValue(first.value(), SharedMeaning.of(same), first.count()));
        });
    return merged;
  }

  /** A value, whatever its case. */
  Optional<KnownValue> find(String value) {
    return Optional.ofNullable(index().byKey().get(key(value)));
  }

  /** The spelling of what stands before the slash of some value, whatever the case. */
  Optional<String> family(String typed) {
    return Optional.ofNullable(index().families().get(key(typed)));
  }

  private static String key(String value) {
    return value.toLowerCase(Locale.ROOT);
  }
}
