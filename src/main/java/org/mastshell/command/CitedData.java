package org.mastshell.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.NaturalOrder;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;

/**
 * Whose data rows are.
 *
 * @param rows how many observations or products
 * @param kind which of them
 * @param instruments the missions, the most frequent first, with their instruments
 * @param programs of each mission, with the names of their investigators, which may be empty
 * @param collections names of contributed collections
 * @param catalogs that rows are of, or that they were found by
 * @param strangers of how many observations neither instrument nor investigator is known here
 */
record CitedData(
    int rows,
    SetKind kind,
    Map<String, Set<String>> instruments,
    Map<String, Map<String, Set<String>>> programs,
    Set<String> collections,
    Set<String> catalogs,
    int strangers) {
  private static final String CONTRIBUTED = "HLSP";

  /** What a set is made of; products belong to their observations where those are still here. */
  static CitedData of(WorkingSet set, Session session) {
    Reading reading = new Reading();
    reading.addCatalogs(set.table());
    ancestors(set, session).forEach(one -> reading.addCatalogs(one.table()));
    if (set.kind() != SetKind.PRODUCTS) {
      return reading.add(ObservationNames.in(set.table(), set.kind())).end(set, 0);
    }
    IntFunction<String> owner = owner(set.table());
    Set<String> wanted = owners(set.table(), owner);
    for (WorkingSet observations : observations(set, session)) {
      Table named = ObservationNames.in(observations.table(), observations.kind());
      Column ids = named.column(Subject.column(Observations.ID));
      reading.add(chosen(named, row -> wanted.remove(ids.text(row))));
    }
    // Products name their mission and program themselves, but not the people and instruments.
    Table strangers =
        chosen(
            set.table(),
            row -> {
              String id = owner.apply(row);
              return id.isEmpty() || wanted.contains(id);
            });
    return reading.add(strangers).end(set, wanted.size());
  }

  private static List<WorkingSet> observations(WorkingSet set, Session session) {
    return ancestors(set, session).stream()
        .filter(one -> ObservationNames.haveProducts(one.kind()))
        .toList();
  }

  private static List<WorkingSet> ancestors(WorkingSet set, Session session) {
    Map<Integer, WorkingSet> here = new HashMap<>();
    session.setsAndAncestors().forEach(one -> here.put(one.number(), one));
    Set<Integer> ancestors = new LinkedHashSet<>(set.parents());
    Deque<Integer> open = new ArrayDeque<>(ancestors);
    while (!open.isEmpty()) {
      WorkingSet next = here.get(open.remove());
      if (next != null) {
        next.parents().stream().filter(ancestors::add).forEach(open::add);
      }
    }
    set.observations().ifPresent(ancestors::add);
    return ancestors.stream().map(here::get).filter(one -> one != null).toList();
  }

  private static Set<String> owners(Table products, IntFunction<String> owner) {
    return IntStream.range(0, products.size())
        .mapToObj(owner)
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toCollection(HashSet::new));
  }

  // The columns are taken once: one that the table lacks is made anew each time, with all its rows.
  private static IntFunction<String> owner(Table products) {
    Column parents = products.column(Subject.column("parent_obsid"));
    Column own = products.column(Subject.column("obsID"));
    return row -> {
      String id = parents.isMissing(row) ? own.text(row) : parents.text(row);
      return id == null ? "" : id;
    };
  }

  private static Table chosen(Table rows, IntPredicate wanted) {
    return rows.select(IntStream.range(0, rows.size()).filter(wanted).toArray());
  }

  /** What is found out from one table after the other. */
  private static final class Reading {
    private final Map<String, Set<String>> instruments = new LinkedHashMap<>();
    private final Map<String, Map<String, Set<String>>> programs = new LinkedHashMap<>();
    private final Set<String> collections = new TreeSet<>();
    private final Set<String> catalogs = new TreeSet<>();

    void addCatalogs(Table rows) {
      rows.find(ServiceTable.mark(SetKind.CATALOG))
          .ifPresent(
              names ->
                  IntStream.range(0, rows.size())
                      .filter(row -> present(names, row))
                      .forEach(row -> catalogs.add(names.text(row))));
    }

    Reading add(Table rows) {
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
          String person = present(investigators, row) ? investigators.text(row) : "";
          programs(mission, numbers.text(row))
              .forEach(program -> addProgram(mission, program, person));
        }
      }
      return this;
    }

    // Targets of TESS may be those of several programs: G011183_G011132.
    private static List<String> programs(String mission, String cell) {
      return mission.equals("TESS") ? List.of(cell.split("_(?=G\\d)", -1)) : List.of(cell);
    }

    private void addProgram(String mission, String program, String person) {
      Set<String> people =
          programs
              .computeIfAbsent(mission, any -> new TreeMap<>(NaturalOrder.INSTANCE))
              .computeIfAbsent(program, any -> new LinkedHashSet<>());
      if (!person.isEmpty()) {
        people.add(person);
      }
    }

    CitedData end(WorkingSet set, int strangers) {
      return new CitedData(
          set.size(), set.kind(), instruments, programs, collections, catalogs, strangers);
    }
  }

  private static boolean present(Column column, int row) {
    return !column.isMissing(row)
        && !column.text(row).isBlank()
        && !column.text(row).equalsIgnoreCase("N/A");
  }
}
