package org.mastshell.vocabulary;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mastshell.table.ValueCounts.ValueCount;

/**
 * What an archive said of its own columns and their values when it was asked.
 *
 * @param asked when that was
 * @param values by the name of the column, the most frequent value first; only columns of words and
 *     of few numbers have such a list
 * @param columns the columns of observations that it announced
 */
public record ArchiveWords(
    Instant asked, Map<String, List<ValueCount>> values, List<Field> columns) {
  /** Keeps its own copies. */
  public ArchiveWords {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    columns = List.copyOf(columns);
  }

  /** The listed values of a field; none if the archive has no list for it. */
  public List<ValueCount> of(Field field) {
    return values.getOrDefault(field.name(), List.of());
  }
}
