package org.mastshell.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Between which values the numbers of fields lie. */
public final class FieldRanges {
  private final Map<String, Range> ranges;

  private FieldRanges(Map<String, Range> ranges) {
    this.ranges = ranges;
  }

  /**
   * Two limits in the archive's unit, both included.
   *
   * @param low as typed; empty where there is none
   * @param high as typed; empty where there is none
   */
  public record Range(String low, String high) {}

  /** The ranges as they are bundled. */
  public static FieldRanges bundled() {
    List<List<String>> rows = TabbedFile.read("ranges.tsv", 3).rows();
    return new FieldRanges(
        rows.stream()
            .collect(
                Collectors.toMap(row -> row.get(0), row -> new Range(row.get(1), row.get(2)))));
  }

  /** The range of a field, if it has one. */
  public Optional<Range> of(Field field) {
    return Optional.ofNullable(ranges.get(field.name()));
  }
}
