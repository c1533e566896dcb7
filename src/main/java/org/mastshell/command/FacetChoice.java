package org.mastshell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.ValueKind;

/**
 * Which fields of a set are worth counting where nobody names any: those by which its rows differ
 * and fall into groups. First come those that people ask for most, then what else is of interest,
 * then columns that only this set has. What has another value in nearly every row makes no groups.
 *
 * @param counted those to be shown, at most {@value #MOST}; if no field divides the rows, the usual
 *     ones, each with its only line
 * @param same fields whose value is the same in all rows
 * @param others fields by which rows differ, too
 */
record FacetChoice(List<Counted> counted, List<Counted> same, List<Field> others) {
  private static final Set<String> PLACES = Set.of("ra", "dec", "raj2000", "dej2000");

  /** More than so many fields nobody looks through. */
  static final int MOST = 10;

  private static final List<String> OF_OBSERVATIONS =
      List.of(
          "obs_collection",
          "instrument_name",
          "filters",
          "dataproduct_type",
          "calib_level",
          "dataRights",
          "proposal_id",
          "intentType");
  private static final List<String> OF_PRODUCTS =
      List.of(
          "suffix",
          "productType",
          "calib_level",
          "detector",
          "extension",
          "dataRights",
          "project",
          "productGroupDescription");

  // Where these are of interest, the rows have several values of them.
  private static final List<String> ALSO_OF_OBSERVATIONS =
      List.of(
          "match_name",
          "distance",
          "t_exptime",
          "t_min",
          "target_name",
          "sequence_number",
          "provenance_name",
          "wavelength_region",
          "target_classification",
          "project",
          "obs_title",
          "t_obs_release");
  private static final List<String> ALSO_OF_PRODUCTS =
      List.of("match_name", "size", "obsnum", "visit", "exposure", "segment", "stage", "obs_id");

  /**
   * A field with its lines.
   *
   * @param rows of the set
   */
  record Counted(Field field, List<FacetLine> lines, int rows) {
    // Of a list all parts may stand in each row.
    boolean differs() {
      return lines.size() > 1 && lines.stream().anyMatch(line -> line.count() < rows);
    }

    boolean makesGroups() {
      return differs() && (isMeasured() || (!isPlace() && 2 * lines.size() <= rows));
    }

    // Counted by ranges and periods, of which there are never too many.
    boolean isMeasured() {
      return switch (field.kind()) {
        case DATE, DECIMAL, WAVELENGTH, DURATION, SIZE -> !isPlace();
        case TEXT, LIST, INTEGER, FLAG, ANGLE -> false;
      };
    }

    // Places on the sky fall into no ranges that mean anything.
    private boolean isPlace() {
      String name = field.name().toLowerCase(Locale.ROOT);
      return field.kind() == ValueKind.ANGLE
          || PLACES.contains(name)
          || field.content().startsWith("pos.");
    }
  }

  /** Keeps its own copies. */
  FacetChoice {
    counted = List.copyOf(counted);
    same = List.copyOf(same);
    others = List.copyOf(others);
  }

  /** The choice for a set. */
  static FacetChoice of(WorkingSet set, Fields fields) {
    List<String> usual =
        switch (set.kind()) {
          case PRODUCTS -> OF_PRODUCTS;
          case OBSERVATIONS -> OF_OBSERVATIONS;
          case DATASETS, KEYWORDS, CATALOG, ROWS -> List.of();
        };
    List<Counted> first = read(set, fields, usual.stream());
    List<Counted> more = read(set, fields, more(set, fields).filter(name -> !usual.contains(name)));
    List<Counted> grouping = more.stream().filter(Counted::makesGroups).toList();
    List<Counted> telling = new ArrayList<>(first.stream().filter(Counted::differs).toList());
    telling.addAll(inOrder(set, grouping));
    if (telling.isEmpty()) {
      telling.addAll(more.stream().filter(Counted::differs).limit(1).toList());
    }
    List<Counted> shown = telling.isEmpty() ? any(first, more) : telling;
    List<Counted> counted = shown.subList(0, Math.min(MOST, shown.size()));
    Set<Field> differing = new LinkedHashSet<>();
    Stream.of(telling, more)
        .flatMap(List::stream)
        .filter(Counted::differs)
        .filter(one -> !counted.contains(one))
        .forEach(one -> differing.add(one.field()));
    List<Counted> same =
        telling.isEmpty()
            ? List.of()
            : Stream.concat(
                    first.stream(), set.kind().hasOwnColumns() ? more.stream() : Stream.of())
                .filter(one -> !one.differs())
                .toList();
    return new FacetChoice(counted, same, List.copyOf(differing));
  }

  private static List<Counted> any(List<Counted> first, List<Counted> more) {
    return first.isEmpty() ? more : first;
  }

  // The dictionary's order has the likeliest columns first; of unknown ones words come before
  // numbers.
  private static List<Counted> inOrder(WorkingSet set, List<Counted> grouping) {
    return set.kind().hasOwnColumns()
        ? Stream.concat(
                grouping.stream().filter(one -> !one.isMeasured()),
                grouping.stream().filter(one -> one.isMeasured()))
            .toList()
        : grouping;
  }

  private static Stream<String> more(WorkingSet set, Fields fields) {
    Stream<String> own =
        set.table().columns().stream()
            .map(column -> column.name())
            .filter(
                name ->
                    set.kind().hasOwnColumns()
                        || fields.ofArchive().find(name, set.kind()).isEmpty());
    return switch (set.kind()) {
      case PRODUCTS -> Stream.concat(ALSO_OF_PRODUCTS.stream(), own);
      case OBSERVATIONS -> Stream.concat(ALSO_OF_OBSERVATIONS.stream(), own);
      case DATASETS, KEYWORDS, CATALOG, ROWS -> own;
    };
  }

  private static List<Counted> read(WorkingSet set, Fields fields, Stream<String> names) {
    Map<String, Field> present =
        names
            .flatMap(name -> fields.find(name, set.kind()).stream())
            .filter(field -> set.table().has(field.subject().source()))
            .collect(
                Collectors.toMap(
                    Field::name, field -> field, (one, again) -> one, LinkedHashMap::new));
    return present.values().stream()
        .map(field -> new Counted(field, FacetCounts.of(set.table(), field), set.size()))
        .filter(one -> !one.lines().isEmpty())
        .toList();
  }
}
