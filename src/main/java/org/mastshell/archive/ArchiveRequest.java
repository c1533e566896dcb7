package org.mastshell.archive;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One question that the archive is asked for a query, for programs that ask it by themselves.
 *
 * @param service of the archive's query service
 * @param parameters of the service: maps, lists, whole numbers, {@link BigDecimal} and text
 */
public record ArchiveRequest(String service, Map<String, Object> parameters) {

  /** The parameters as JSON, always in the same order. */
  public String json() {
    return Json.write(new TreeMap<>(parameters));
  }

  /** The filters of a question that has some: column, values or bounds, pattern. */
  public List<Filter> filters() {
    return parameters.get("filters") instanceof List<?> filters
        ? filters.stream().map(filter -> Filter.of((Map<?, ?>) filter)).toList()
        : List.of();
  }

  /**
   * What a column is asked for.
   *
   * @param column its name
   * @param values of which it must have one; empty where there are bounds or a pattern
   * @param bounds pairs of a lowest and a highest number, both included
   * @param pattern with {@code %} for anything; empty where there is none
   */
  public record Filter(
      String column, List<String> values, List<List<BigDecimal>> bounds, String pattern) {

    private static Filter of(Map<?, ?> parameter) {
      List<?> values = (List<?>) parameter.get("values");
      Object pattern = parameter.get("freeText");
      return new Filter(
          parameter.get("paramName").toString(),
          values.stream().filter(String.class::isInstance).map(Object::toString).toList(),
          values.stream()
              .filter(Map.class::isInstance)
              .map(Map.class::cast)
              .map(pair -> List.of((BigDecimal) pair.get("min"), (BigDecimal) pair.get("max")))
              .toList(),
          pattern == null ? "" : pattern.toString());
    }
  }
}
