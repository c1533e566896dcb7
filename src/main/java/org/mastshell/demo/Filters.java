package org.mastshell.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads the filters of a request, as MAST's services page describes them: all filters must hold,
 * and of a filter any value or its free text.
 */
final class Filters {
  private static final Set<String> IDENTIFIERS = Set.of("obsid", "objID");

  private final Columns columns;

  Filters(Columns columns) {
    this.columns = columns;
  }

  /**
   * The condition that a row must meet.
   *
   * @param filters an array of filters; anything else means no filter
   * @throws MashupException for an unknown column or a value that does not fit the column
   */
  Predicate<Row> parse(JsonNode filters) throws MashupException {
    Predicate<Row> all = row -> true;
    if (filters.isArray()) {
      for (JsonNode filter : filters) {
        all = all.and(parseOne(filter));
      }
    }
    return all;
  }

  private Predicate<Row> parseOne(JsonNode filter) throws MashupException {
    Column column = columns.named(filter.path("paramName").asText());
    String separator = filter.path("separator").asText("");
    List<Predicate<Row>> any = new ArrayList<>();
    for (JsonNode value : filter.path("values")) {
      any.add(value.isObject() ? range(column, value) : equal(column, value.asText(), separator));
    }
    if (filter.path("freeText").isTextual()) {
      LikePattern pattern = new LikePattern(filter.path("freeText").asText());
      any.add(row -> Cells.parts(row.value(column.name()), separator).anyMatch(pattern::matches));
    }
    if (any.isEmpty()) {
      throw new MashupException("Incorrect syntax near ')'.");
    }
    return row -> any.stream().anyMatch(condition -> condition.test(row));
  }

  private static Predicate<Row> range(Column column, JsonNode value) throws MashupException {
    double min = bound(value.path("min"), Double.NEGATIVE_INFINITY);
    double max = bound(value.path("max"), Double.POSITIVE_INFINITY);
    return row ->
        row.value(column.name()) instanceof Number number
            && number.doubleValue() >= min
            && number.doubleValue() <= max;
  }

  private static double bound(JsonNode node, double absent) throws MashupException {
    if (node.isNumber()) {
      return node.doubleValue();
    }
    if (node.isTextual()) {
      return Cells.number(node.asText(), "float");
    }
    return absent;
  }

  private static Predicate<Row> equal(Column column, String value, String separator)
      throws MashupException {
    if (IDENTIFIERS.contains(column.name())) {
      long identifier = Cells.identifier(value);
      return row -> row.value(column.name()) instanceof Long number && number == identifier;
    }
    if (column.isContinuous() || column.datatype().equals("int")) {
      return equal(column, Cells.number(value, column.isContinuous() ? "float" : "int"));
    }
    if (column.datatype().equals("boolean")) {
      return row ->
          row.value(column.name()) instanceof Boolean flag
              && flag.toString().equalsIgnoreCase(value);
    }
    return row -> Cells.parts(row.value(column.name()), separator).anyMatch(value::equals);
  }

  private static Predicate<Row> equal(Column column, double value) {
    return row ->
        row.value(column.name()) instanceof Number number && number.doubleValue() == value;
  }
}
