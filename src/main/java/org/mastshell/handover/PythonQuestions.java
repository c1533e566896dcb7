package org.mastshell.handover;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mastshell.archive.ArchiveRequest;

/** Expressions of Python in which astroquery asks the archive for rows. */
final class PythonQuestions {
  // What astroquery's own words are where columns of a mission's search stand beside them.
  private static final Set<String> OF_MISSIONS =
      Set.of(
          "coordinates",
          "objectname",
          "radius",
          "limit",
          "offset",
          "sort_by",
          "search_key",
          "sort_desc",
          "select_cols",
          "skip_count",
          "user_fields",
          "page",
          "page_size",
          "columns");

  private PythonQuestions() {}

  /**
   * Asks for observations.
   *
   * @throws NotExpressibleException if astroquery would understand a value as another one
   */
  static String observations(ArchiveRequest request) {
    List<ArchiveRequest.Filter> filters = request.filters();
    List<String> arguments = new ArrayList<>();
    position(request).ifPresent(arguments::addAll);
    if (filters.isEmpty()) {
      return arguments.isEmpty()
          ? "Mast.service_request("
              + Literals.text(request.service())
              + ", {\"columns\": \"*\", \"filters\": []})"
          : "Observations.query_region(\n" + lines(arguments) + ")";
    }
    filters.forEach(filter -> arguments.add(filter.column() + "=" + wanted(filter)));
    return "Observations.query_criteria(\n"
        + lines(
            arguments.stream()
                .map(argument -> argument.replaceFirst("^SkyCoord", "coordinates=SkyCoord"))
                .toList())
        + ")";
  }

  private static String lines(List<String> arguments) {
    return arguments.stream()
        .map(argument -> "    " + argument + ",\n")
        .collect(Collectors.joining());
  }

  private static Optional<List<String>> position(ArchiveRequest request) {
    List<BigDecimal> place = place(request);
    return place.isEmpty()
        ? Optional.empty()
        : Optional.of(
            List.of(
                "SkyCoord("
                    + place.get(0).toPlainString()
                    + ", "
                    + place.get(1).toPlainString()
                    + ", unit=\"deg\")",
                "radius=" + place.get(2).toPlainString() + " * u.deg"));
  }

  private static List<BigDecimal> place(ArchiveRequest request) {
    if (request.parameters().get("position") instanceof String position) {
      return Arrays.stream(position.split(", ")).map(BigDecimal::new).toList();
    }
    return request.parameters().get("ra") instanceof BigDecimal ra
        ? List.of(
            ra,
            (BigDecimal) request.parameters().get("dec"),
            (BigDecimal) request.parameters().get("radius"))
        : List.of();
  }

  // astroquery takes one pair of bounds a column: the widest, since all rows are judged again.
  private static String wanted(ArchiveRequest.Filter filter) {
    if (!filter.bounds().isEmpty()) {
      BigDecimal low =
          filter.bounds().stream().map(pair -> pair.get(0)).min(BigDecimal::compareTo).get();
      BigDecimal high =
          filter.bounds().stream().map(pair -> pair.get(1)).max(BigDecimal::compareTo).get();
      return "[" + low.toPlainString() + ", " + high.toPlainString() + "]";
    }
    if (!filter.pattern().isEmpty()) {
      return Literals.text(filter.pattern());
    }
    for (String value : filter.values()) {
      if (filter.values().size() > 1 && (value.contains("*") || value.contains("%"))) {
        throw new NotExpressibleException(
            "the value " + value + " among others, whose star astroquery takes for a wildcard");
      }
    }
    return filter.values().size() == 1
        ? Literals.text(filter.values().get(0))
        : "[" + Literals.texts(filter.values()) + "]";
  }

  /** Asks a service for rows with columns of their own. */
  static String rows(ArchiveRequest request) {
    return "service_rows(\n    "
        + Literals.text(request.service())
        + ",\n    "
        + PythonValues.of(request.parameters()).replace("\n", "\n    ")
        + ",\n)";
  }

  /**
   * Asks a mission's own search for datasets.
   *
   * @param many whether it is asked around each of the list that is called {@code targets}
   * @throws NotExpressibleException if nothing is sent, or astroquery has another use for a column
   */
  static String datasets(ArchiveRequest request, boolean many) {
    Map<String, Object> given = request.parameters();
    Map<String, Object> conditions = new TreeMap<>();
    ((List<?>) given.get("conditions"))
        .forEach(one -> ((Map<?, ?>) one).forEach((name, text) -> conditions.put(name + "", text)));
    if (conditions.isEmpty() && !given.containsKey("target")) {
      throw new NotExpressibleException("a mission's search without anything that is sent");
    }
    conditions.keySet().stream()
        .filter(OF_MISSIONS::contains)
        .findFirst()
        .ifPresent(
            name -> {
              throw new NotExpressibleException(
                  "the column " + name + ", a word that astroquery takes for another thing");
            });
    List<String> arguments = new ArrayList<>();
    arguments.add(Literals.text(request.service()));
    arguments.add(PythonValues.of(conditions));
    arguments.add("order=" + PythonValues.of(given.get("sort_by")));
    if (given.get("select_cols") instanceof List<?> columns) {
      arguments.add("columns=" + PythonValues.of(columns));
    }
    if (many) {
      arguments.add("targets=targets");
      arguments.add("radius=" + PythonValues.of(given.get("radius")) + " * u.arcmin");
    } else if (given.get("target") instanceof List<?> targets) {
      arguments.add("place=SkyCoord(" + Literals.text(targets.get(0) + "") + ", unit=\"deg\")");
      arguments.add("radius=" + PythonValues.of(given.get("radius")) + " * u.arcmin");
    }
    return (many ? "datasets_near" : "dataset_rows")
        + "(\n"
        + lines(arguments.stream().map(one -> one.replace("\n", "\n    ")).toList())
        + ")";
  }
}
