package org.mastshell.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mastshell.table.ValueCounts.ValueCount;

/** Reads the values that {@code Mast.Caom.All} lists for its columns. */
final class Facets {
  private Facets() {}

  /** Column by column, the most frequent value first. Histograms of numbers are passed over. */
  static Map<String, List<ValueCount>> of(JsonNode root) {
    Map<String, List<ValueCount>> facets = new LinkedHashMap<>();
    for (JsonNode table : root.path("data").path("Tables")) {
      for (JsonNode column : table.path("Columns")) {
        String name = column.path("text").asText("");
        // A list for texts, an object with bins for numbers.
        JsonNode values = column.path("ExtendedProperties").path("histObj").path("hist");
        if (!name.isEmpty() && values.isArray()) {
          facets.putIfAbsent(name, values(name, values));
        }
      }
    }
    return Collections.unmodifiableMap(facets);
  }

  private static List<ValueCount> values(String column, JsonNode listed) {
    List<ValueCount> values = new ArrayList<>();
    for (JsonNode entry : listed) {
      JsonNode key = entry.path("key");
      if (key.isValueNode() && !key.isNull()) {
        long count = entry.path("count").asLong(0);
        String value = ColumnTypes.isPlaceholder(column, key.asLong()) ? "" : key.asText();
        values.add(new ValueCount(value, (int) Math.max(1, Math.min(count, Integer.MAX_VALUE))));
      }
    }
    values.sort(
        Comparator.comparingInt(ValueCount::count).reversed().thenComparing(ValueCount::value));
    return List.copyOf(values);
  }
}
