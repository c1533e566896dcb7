package org.mastshell.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
import org.mastshell.vocabulary.ServiceTable;

/** The targets of a mission search, which each row of an answer repeats by its position. */
final class DatasetTargets {
  // As the positions are sent, with room for a server that rounds them.
  private static final double SAME = 1e-6;

  private DatasetTargets() {}

  /** A target as it is sent: right ascension and declination in degrees. */
  static String text(SkyTarget target) {
    return Bounds.plain(target.ra()).toPlainString()
        + " "
        + Bounds.plain(target.dec()).toPlainString();
  }

  /**
   * The rows with the name of the target that each is near, where that can be told; a row for each
   * of several targets at one place, which is asked for once.
   */
  static Table named(Table rows, List<SkyTarget> targets) {
    TableBuilder names = new TableBuilder();
    int place = names.column(TargetsReply.NAME, ColumnType.TEXT);
    List<Integer> from = new ArrayList<>();
    Column positions = rows.find(ServiceTable.POSITION).orElse(null);
    for (int row = 0; row < rows.size(); row++) {
      String position = positions == null || positions.isMissing(row) ? "" : positions.text(row);
      List<SkyTarget> near = targets.stream().filter(target -> isAt(target, position)).toList();
      if (near.isEmpty()) {
        from.add(row);
        names.endRow();
      }
      for (SkyTarget target : near) {
        from.add(row);
        names.setText(place, target.name());
        names.endRow();
      }
    }
    return rows.select(from.stream().mapToInt(Integer::intValue).toArray())
        .with(TargetsReply.NAME, names.build().columnAt(0));
  }

  /**
   * The targets in parts in which no two are at one place: a place is asked for once, though each
   * of its targets has rows.
   */
  static List<List<SkyTarget>> apart(List<SkyTarget> targets) {
    List<Map<String, SkyTarget>> parts = new ArrayList<>();
    for (SkyTarget target : targets) {
      String place = text(target);
      Map<String, SkyTarget> free =
          parts.stream()
              .filter(part -> !part.containsKey(place))
              .findFirst()
              .orElseGet(
                  () -> {
                    parts.add(new LinkedHashMap<>());
                    return parts.get(parts.size() - 1);
                  });
      free.put(place, target);
    }
    return parts.stream().map(part -> List.copyOf(part.values())).toList();
  }

  /**
   * Those of some targets that no row is near.
   *
   * @param all that were asked for together
   * @param left the ones to be judged
   * @return empty where a row does not say which it is near
   */
  static Optional<List<SkyTarget>> without(Table rows, List<SkyTarget> all, List<SkyTarget> left) {
    if (all.size() == 1) {
      return Optional.of(rows.isEmpty() ? left : List.of());
    }
    Optional<Column> positions = rows.find(ServiceTable.POSITION);
    List<SkyTarget> without = new ArrayList<>(left);
    for (int row = 0; row < rows.size(); row++) {
      if (positions.isEmpty() || positions.get().isMissing(row)) {
        return Optional.empty();
      }
      String position = positions.get().text(row);
      without.removeIf(target -> isAt(target, position));
    }
    return Optional.of(without);
  }

  private static boolean isAt(SkyTarget target, String position) {
    String[] words = position.strip().toLowerCase(Locale.ROOT).split("[\\s,]+", -1);
    try {
      return words.length == 2
          && Math.abs(Double.parseDouble(words[0]) - target.ra()) < SAME
          && Math.abs(Double.parseDouble(words[1]) - target.dec()) < SAME;
    } catch (NumberFormatException noPosition) {
      return false;
    }
  }
}
