package org.mastshell.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.mastshell.sky.SkyFootprint;
import org.mastshell.sky.SkyVector;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/**
 * Finds out which targets the rows of a cross-match belong to. The form of the archive's reply is
 * not documented: it may repeat the uploaded row's number, or its position, or neither; then the
 * footprints decide.
 */
final class TargetMatches {
  /** The uploaded column by which a target is known again. */
  static final String KEY = "mastshell_row";

  /** The uploaded columns of the position: the service's own standard. */
  static final String RA = "ra";

  static final String DEC = "dec";

  private final Table rows;
  private final TargetOwners owners;
  private final Column ra;
  private final Column dec;
  private final Column region;

  private TargetMatches(Table rows, TargetOwners owners) {
    this.rows = rows;
    this.owners = owners;
    this.ra = rows.column(Subject.column("s_ra"));
    this.dec = rows.column(Subject.column("s_dec"));
    this.region = rows.column(Subject.column("s_region"));
  }

  /**
   * The rows with the columns of {@link TargetsReply} and, as {@value #KEY}, the target's place in
   * the whole list; each as often as it has targets.
   *
   * @param rows as they came
   * @param batch the targets that were asked for
   * @param radius degrees
   * @param placed the observations of earlier pages whose footprints were compared with all
   *     targets: what comes again for another target has been found already
   */
  static Table of(Table rows, Batches.Batch<SkyTarget> batch, double radius, Set<String> placed) {
    return new TargetMatches(rows, new TargetOwners(batch, radius)).table(placed);
  }

  private Table table(Set<String> placed) {
    Column ids = rows.column(Subject.column("obsid"));
    List<String> echoes = new ArrayList<>();
    List<List<Integer>> named =
        repeatedKeys(echoes).or(() -> repeatedPositions(echoes)).orElse(List.of());
    for (int row = 0; row < rows.size(); row++) {
      if (named.isEmpty()) {
        if (ids.isMissing(row) || placed.add(ids.text(row))) {
          addNear(row);
        }
      } else {
        SkyFootprint outline = SkyFootprint.of(region.text(row), centre(row));
        for (int target : named.get(row)) {
          owners.add(row, target, outline.distance(owners.place(target)));
        }
      }
    }
    return owners.owned(rows.without(echoes));
  }

  private Optional<List<List<Integer>>> repeatedKeys(List<String> echoes) {
    for (ColumnInfo info : rows.columns()) {
      if (info.name().toLowerCase(Locale.ROOT).contains(KEY)) {
        Column column = rows.column(info.name());
        List<List<Integer>> named =
            each(row -> owners.of(column.number(row)).stream().boxed().toList());
        if (isComplete(named)) {
          echoes.add(info.name());
          addPositionEchoes(echoes);
          return Optional.of(named);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<List<List<Integer>>> repeatedPositions(List<String> echoes) {
    for (String ra : positionColumns()) {
      String dec = partner(ra);
      Column across = rows.column(ra);
      Column up = rows.column(dec);
      List<List<Integer>> named =
          each(row -> owners.at(SkyVector.of(across.number(row), up.number(row))));
      if (isComplete(named)) {
        echoes.add(ra);
        echoes.add(dec);
        return Optional.of(named);
      }
    }
    return Optional.empty();
  }

  private List<List<Integer>> each(IntFunction<List<Integer>> targets) {
    return IntStream.range(0, rows.size()).mapToObj(targets).toList();
  }

  private static boolean isComplete(List<List<Integer>> named) {
    return named.stream().noneMatch(List::isEmpty);
  }

  // Left in, a column called ra would stand for the observation's own right ascension.
  private void addPositionEchoes(List<String> echoes) {
    for (String ra : positionColumns()) {
      echoes.add(ra);
      echoes.add(partner(ra));
    }
  }

  // Columns of a position that observations do not have by themselves.
  private List<String> positionColumns() {
    return rows.columns().stream()
        .map(ColumnInfo::name)
        .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(RA))
        .filter(name -> !name.equalsIgnoreCase("s_ra") && rows.has(partner(name)))
        .toList();
  }

  private static String partner(String ra) {
    return ra.substring(0, ra.length() - RA.length()) + DEC;
  }

  private SkyVector centre(int row) {
    return SkyVector.of(ra.number(row), dec.number(row));
  }

  private void addNear(int row) {
    SkyVector centre = centre(row);
    SkyFootprint outline = SkyFootprint.of(region.text(row), centre);
    double reach = outline.reach(centre);
    owners.addNear(row, place -> centre.separation(place) - reach, outline::distance);
  }
}
