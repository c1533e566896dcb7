package org.mastshell.command;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.NaturalOrder;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.SetKind;

/**
 * Whose data rows are.
 *
 * @param rows how many observations or products
 * @param kind which of them
 * @param instruments the missions, the most frequent first, with their instruments
 * @param programs of each mission, with the names of their investigators, which may be empty
 * @param collections names of contributed collections
 */
record CitedData(
    int rows,
    SetKind kind,
    Map<String, Set<String>> instruments,
    Map<String, Map<String, Set<String>>> programs,
    Set<String> collections) {
  private static final String CONTRIBUTED = "HLSP";

  /** What a set is made of; products belong to their observations where those are still here. */
  static CitedData of(WorkingSet set, Session session) {
    return read(set, observations(set, session));
  }

  private static Table observations(WorkingSet set, Session session) {
    if (set.kind() == SetKind.OBSERVATIONS) {
      return set.table();
    }
    Set<String> wanted = new HashSet<>();
    for (String owner : List.of("parent_obsid", "obsID")) {
      Column ids = set.table().column(Subject.column(owner));
      for (int row = 0; row < set.size(); row++) {
        wanted.add(ids.text(row));
      }
    }
    // Those of a union come from several sets of observations.
    return session.sets().stream()
        .filter(one -> set.observations().filter(number -> number == one.number()).isPresent())
        .map(one -> of(one.table(), wanted))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(set.table());
  }

  private static Table of(Table observations, Set<String> wanted) {
    Column ids = observations.column(Subject.column(Observations.ID));
    int[] rows =
        IntStream.range(0, observations.size())
            .filter(row -> wanted.contains(ids.text(row)))
            .toArray();
    return observations.select(rows);
  }

  private static CitedData read(WorkingSet set, Table rows) {
    Map<String, Set<String>> instruments = new LinkedHashMap<>();
    Map<String, Map<String, Set<String>>> programs = new LinkedHashMap<>();
    Set<String> collections = new TreeSet<>();
    Column missions = rows.column(Subject.column("obs_collection"));
    Column names = rows.column(Subject.column("instrument_name"));
    Column numbers = rows.column(Subject.column("proposal_id"));
    Column investigators = rows.column(Subject.column("proposal_pi"));
    Column origins = rows.column(Subject.column("provenance_name"));
    Column projects = rows.column(Subject.column("project"));
    for (int row = 0; row < rows.size(); row++) {
      String mission = missions.text(row);
      if (mission == null || mission.isBlank()) {
        continue;
      }
      if (mission.equals(CONTRIBUTED)) {
        String origin = present(origins, row) ? origins.text(row) : projects.text(row);
        collections.add(origin == null || origin.isBlank() ? "(without a name)" : origin);
        continue;
      }
      Set<String> own = instruments.computeIfAbsent(mission, any -> new LinkedHashSet<>());
      if (present(names, row)) {
        own.add(names.text(row).split("/", 2)[0]);
      }
      if (present(numbers, row)) {
        Set<String> people =
            programs
                .computeIfAbsent(mission, any -> new TreeMap<>(NaturalOrder.INSTANCE))
                .computeIfAbsent(numbers.text(row), any -> new LinkedHashSet<>());
        if (present(investigators, row)) {
          people.add(investigators.text(row));
        }
      }
    }
    return new CitedData(set.size(), set.kind(), instruments, programs, collections);
  }

  private static boolean present(Column column, int row) {
    return !column.isMissing(row)
        && !column.text(row).isBlank()
        && !column.text(row).equalsIgnoreCase("N/A");
  }
}
