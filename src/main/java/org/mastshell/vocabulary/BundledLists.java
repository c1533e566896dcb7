package org.mastshell.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the bundled lists of values. Each file has its own columns, which its first lines explain.
 */
final class BundledLists {
  private static final long UNKNOWN = -1;

  private final Map<String, List<ValueList.Entry>> entries = new LinkedHashMap<>();
  private final Map<String, String> dates = new LinkedHashMap<>();
  private final Map<String, Set<String>> names = new HashMap<>();

  private BundledLists() {}

  /** All lists, by the names of their fields. */
  static Map<String, ValueList> read() {
    BundledLists lists = new BundledLists();
    lists.readMissionsAndInstruments();
    lists.readFilters();
    lists.readOfMissions("projects.tsv", "project");
    lists.readOfMissions("provenances.tsv", "provenance_name");
    lists.readLevels();
    lists.readProductTypes();
    lists.readSuffixes();
    lists.readOthers();
    Map<String, ValueList> read = new LinkedHashMap<>();
    lists.entries.forEach(
        (field, values) -> read.put(field, new ValueList(lists.dates.get(field), values)));
    return read;
  }

  // Each is the other's context: an instrument tells the missions that it can belong to.
  private void readMissionsAndInstruments() {
    TabbedFile instruments = TabbedFile.read("instruments.tsv", 4);
    Map<String, Set<String>> byMission = new LinkedHashMap<>();
    for (List<String> row : instruments.rows()) {
      for (String mission : names(row.get(0))) {
        byMission.computeIfAbsent(mission, first -> new LinkedHashSet<>()).add(row.get(1));
      }
    }
    TabbedFile missions = TabbedFile.read("missions.tsv", 2);
    for (List<String> row : missions.rows()) {
      String mission = row.get(0);
      Set<String> own = byMission.getOrDefault(mission, Set.of());
      add(missions, KnownValues.MISSION, Set.of(mission), own, value(mission, row.get(1)));
    }
    for (List<String> row : instruments.rows()) {
      KnownValue value = new KnownValue(row.get(1), row.get(3), Long.parseLong(row.get(2)));
      add(instruments, KnownValues.INSTRUMENT, names(row.get(0)), Set.of(row.get(1)), value);
    }
  }

  private void readFilters() {
    TabbedFile file = TabbedFile.read("filters.tsv", 4);
    for (List<String> row : file.rows()) {
      KnownValue value = value(row.get(2), row.get(3));
      add(file, "filters", names(row.get(0)), names(row.get(1)), value);
    }
  }

  private void readOfMissions(String name, String field) {
    TabbedFile file = TabbedFile.read(name, 3);
    for (List<String> row : file.rows()) {
      add(file, field, names(row.get(0)), Set.of(), value(row.get(1), row.get(2)));
    }
  }

  // The word before the colon can be typed instead of the number.
  private void readLevels() {
    TabbedFile file = TabbedFile.read("calibration-levels.tsv", 3);
    for (List<String> row : file.rows()) {
      KnownValue level = value(row.get(0), row.get(1) + ": " + row.get(2));
      add(file, "calib_level", Set.of(), Set.of(), level);
    }
  }

  private void readProductTypes() {
    TabbedFile file = TabbedFile.read("product-types.tsv", 3);
    for (List<String> row : file.rows()) {
      add(file, row.get(0), Set.of(), Set.of(), value(row.get(1), row.get(2)));
    }
  }

  private void readSuffixes() {
    TabbedFile file = TabbedFile.read(Suffixes.FILE, Suffixes.CELLS);
    for (List<String> row : file.rows()) {
      String meaning = row.get(4);
      if (!row.get(1).isEmpty()) {
        KnownValue group = value(row.get(1), meaning);
        add(file, "productSubGroupDescription", names(row.get(0)), Set.of(), group);
      }
      if (!row.get(2).isEmpty()) {
        add(file, "suffix", names(row.get(0)), Set.of(), value(row.get(2), meaning));
      }
    }
  }

  private void readOthers() {
    TabbedFile file = TabbedFile.read("values.tsv", 4);
    for (List<String> row : file.rows()) {
      add(file, row.get(0), names(row.get(1)), Set.of(), value(row.get(2), row.get(3)));
    }
  }

  private void add(
      TabbedFile file,
      String field,
      Set<String> missions,
      Set<String> instruments,
      KnownValue value) {
    dates.putIfAbsent(field, file.date());
    entries
        .computeIfAbsent(field, first -> new ArrayList<>())
        .add(new ValueList.Entry(missions, instruments, value));
  }

  private Set<String> names(String cell) {
    return names.computeIfAbsent(
        cell, names -> names.isEmpty() ? Set.of() : Set.of(names.split(",")));
  }

  private static KnownValue value(String value, String meaning) {
    return new KnownValue(value, meaning, UNKNOWN);
  }
}
