package org.mastshell.command;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mastshell.table.Joining;
import org.mastshell.table.Table;

/**
 * By what rows of two sets belong together.
 *
 * @param left column of the first set
 * @param right column of the second set
 * @param exposures whether names of Webb's files and observations are compared as far as they name
 *     an exposure, whatever its detector
 */
record JoinKey(String left, String right, boolean exposures) {
  private static final Pattern EXPOSURE = Pattern.compile("(jw\\d{11}_\\d{5}_\\d{5})(?:[-_.].*)?");

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
    Stream<JoinKey> same = SAME.stream().flatMap(names -> pairs(names, left, right, false));
    return Stream.concat(same, pairs(OF_EXPOSURES, left, right, true));
  }

  private static Stream<JoinKey> pairs(
      List<String> names, Table left, Table right, boolean exposures) {
    return names.stream()
        .filter(left::has)
        .flatMap(
            one ->
                names.stream().filter(right::has).map(other -> new JoinKey(one, other, exposures)));
  }

  /** The first of the candidates by which any rows belong together. */
  static Optional<JoinKey> of(Table left, Table right) {
    return candidates(left, right).filter(key -> key.join(left, right).partnered() > 0).findFirst();
  }

  /** Rows that belong together by it. */
  Joining join(Table one, Table other) {
    UnaryOperator<String> reading = exposures ? JoinKey::exposure : UnaryOperator.identity();
    return Joining.of(one, left, other, right, reading);
  }

  private static String exposure(String name) {
    Matcher exposure = EXPOSURE.matcher(name);
    return exposure.matches() ? exposure.group(1) : KeywordProducts.withoutSuffix(name);
  }

  /** In words: {@code obs_id = fileSetName}. */
  String text() {
    String columns = left.equals(right) ? left : left + " = " + right;
    return exposures ? columns + ", as far as they name an exposure" : columns;
  }
}
