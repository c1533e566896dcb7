package org.mastshell.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One filter of a request: the column must have one of the values, or fit the pattern. Filters of a
 * request must all hold.
 *
 * @param column its name
 * @param values texts or {@link Bounds}; any of them
 * @param pattern text with % for anything, empty where there is none
 * @param list whether the parts between semicolons are compared one by one
 */
record SentFilter(String column, List<Object> values, Optional<String> pattern, boolean list) {
  SentFilter {
    values = List.copyOf(values);
  }

  static SentFilter values(String column, List<String> values, boolean list) {
    return new SentFilter(column, List.copyOf(values), Optional.empty(), list);
  }

  static SentFilter bounds(String column, List<Bounds> bounds) {
    return new SentFilter(column, List.copyOf(bounds), Optional.empty(), false);
  }

  static SentFilter pattern(String column, String pattern) {
    return new SentFilter(column, List.of(), Optional.of(pattern), false);
  }

  /** Whether it lets ranges of numbers through. */
  boolean isBounds() {
    return values.stream().anyMatch(Bounds.class::isInstance);
  }

  /**
   * One filter for what both let through, if both are bounds and have something in common: whether
   * the archive heeds two filters for one column is not documented.
   */
  Optional<SentFilter> intersect(SentFilter other) {
    List<Bounds> common = new ArrayList<>();
    for (Object mine : values) {
      for (Object theirs : other.values) {
        if (mine instanceof Bounds left && theirs instanceof Bounds right) {
          left.intersect(right).ifPresent(common::add);
        }
      }
    }
    return common.isEmpty() ? Optional.empty() : Optional.of(bounds(column, common));
  }

  /** As it stands in a request. */
  Map<String, Object> parameter() {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("paramName", column);
    parameter.put(
        "values",
        values.stream()
            .map(value -> value instanceof Bounds bounds ? bounds.parameter() : value)
            .toList());
    if (list) {
      parameter.put("separator", ";");
    }
    pattern.ifPresent(text -> parameter.put("freeText", text));
    return parameter;
  }
}
