package org.mastshell.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mastshell.archive.TargetsReply;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.Joining;
import org.mastshell.table.Table;

/**
 * By what rows of two sets belong together.
 *
 * @param left column of the first set
 * @param right column of the second set
 * @param likeness what of the two is compared
 */
record JoinKey(String left, String right, Likeness likeness) {
  /** What of two values is compared. */
  enum Likeness {
    /** All of them. */
    WHOLE(""),
    /**
     * Names of Webb's files and observations, as far as they name an exposure; detectors and
     * segments where both name them.
     */
    EXPOSURE(", as far as they name an exposure"),
    /** The same, whatever the detector and the segment. */
    EXPOSURE_ALONE(", as far as they name an exposure, whatever the detector");

    private final String words;

    Likeness(String words) {
      this.words = words;
    }
  }

  // What names the same in the services of the archive, the most exact first.
  private static final List<List<String>> SAME =
      List.of(
          List.of("dataURI"),
          List.of("productFilename", "filename"),
          List.of("obsid", "parent_obsid", "obsID"),
          List.of("obs_id", "sci_data_set_name"));
  private static final List<String> OF_EXPOSURES =
      List.of("fileSetName", "obs_id", "filename", "productFilename");

  /** The keys by which two tables may belong together, the most exact first. */
  static Stream<JoinKey> candidates(Table left, Table right) {
    Stream<JoinKey> same =
        SAME.stream().flatMap(names -> pairs(names, left, right, Likeness.WHOLE));
    Stream<JoinKey> exposures =
        Stream.of(Likeness.EXPOSURE, Likeness.EXPOSURE_ALONE)
            .flatMap(likeness -> pairs(OF_EXPOSURES, left, right, likeness));
    return Stream.concat(same, exposures);
  }

  private static Stream<JoinKey> pairs(
      List<String> names, Table left, Table right, Likeness likeness) {
    return names.stream()
        .filter(left::has)
        .flatMap(
            one ->
                names.stream().filter(right::has).map(other -> new JoinKey(one, other, likeness)));
  }

  /**
   * The first of the candidates by which any rows belong together; else the column in which all
   * targets stand near which the rows of one of the two were found.
   */
  static Optional<JoinKey> of(Table left, Table right) {
    return candidates(left, right)
        .filter(key -> key.join(left, right).partnered() > 0)
        .findFirst()
        .or(() -> ofTargets(left, right))
        .or(() -> ofTargets(right, left).map(JoinKey::turned));
  }

  private static Optional<JoinKey> ofTargets(Table found, Table targets) {
    if (!found.has(TargetsReply.NAME)) {
      return Optional.empty();
    }
    return targets.columns().stream()
        .map(ColumnInfo::name)
        .filter(column -> isListOf(found, targets, column))
        .findFirst()
        .map(column -> new JoinKey(TargetsReply.NAME, column, Likeness.WHOLE));
  }

  // A list names each of its targets once.
  private static boolean isListOf(Table found, Table targets, String column) {
    Set<String> listed = values(targets, column);
    return !found.isEmpty()
        && listed.size() == targets.size()
        && listed.containsAll(values(found, TargetsReply.NAME));
  }

  private static Set<String> values(Table table, String name) {
    Column column = table.column(name);
    Set<String> values = new HashSet<>();
    for (int row = 0; row < table.size(); row++) {
      values.add(column.isMissing(row) ? "" : column.text(row).strip().toLowerCase(Locale.ROOT));
    }
    return values;
  }

  private JoinKey turned() {
    return new JoinKey(/* left= */ right, /* right= */ left, likeness);
  }

  /** Rows that belong together by it. */
  Joining join(Table one, Table other) {
    if (likeness == Likeness.WHOLE) {
      return Joining.of(one, left, other, right, name -> name, (own, others) -> true);
    }
    // Reading a name costs more than comparing it with the many of its exposure.
    Map<String, ExposureName> read = new HashMap<>();
    Function<String, ExposureName> names =
        name -> read.computeIfAbsent(name.strip(), ExposureName::of);
    return Joining.of(
        one,
        left,
        other,
        right,
        name -> names.apply(name).exposure(),
        (own, others) ->
            likeness != Likeness.EXPOSURE || names.apply(own).agreesWith(names.apply(others)));
  }

  /** In words: {@code obs_id = fileSetName}. */
  String text() {
    return (left.equals(right) ? left : left + " = " + right) + likeness.words;
  }
}
