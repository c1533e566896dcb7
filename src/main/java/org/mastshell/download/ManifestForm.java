package org.mastshell.download;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How an entry of the manifest is written in columns, and as JSON, and understood again. */
final class ManifestForm {
  /** The columns that every manifest has had. */
  static final List<String> FIRST_COLUMNS =
      List.of("path", "uri", "status", "bytes", "listed_size", "message", "sha256", "time");

  /** All columns. */
  static final List<String> COLUMNS =
      List.of(
          "path",
          "uri",
          "status",
          "bytes",
          "listed_size",
          "message",
          "sha256",
          "time",
          "version",
          "etag",
          "last_modified",
          "tries",
          "seconds",
          "source");

  private ManifestForm() {}

  /** The cells, in the order of the columns; what is unknown is empty. */
  static List<String> cells(ManifestEntry entry) {
    return values(entry).values().stream().map(v -> v == null ? "" : v.toString()).toList();
  }

  /** The entry as a JSON object on one line; what is unknown is null. */
  static String json(ManifestEntry entry) {
    return FlatJson.text(values(entry));
  }

  /** A line of JSON as an entry; nothing if it is none. */
  static Optional<ManifestEntry> ofJson(String line) {
    return FlatJson.read(line)
        .flatMap(
            values -> {
              try {
                return Optional.of(entry(name -> Optional.ofNullable(values.get(name))));
              } catch (IllegalArgumentException | DateTimeParseException damaged) {
                return Optional.empty();
              }
            });
  }

  /**
   * Understands an entry.
   *
   * @param column the text in a column, or nothing where an older manifest has none
   * @throws IllegalArgumentException if a value is missing or of another kind
   * @throws DateTimeParseException if its time is none
   */
  static ManifestEntry entry(Function<String, Optional<String>> column) {
    return new ManifestEntry(
        needed(column, "path"),
        needed(column, "uri"),
        FileOutcome.Status.valueOf(needed(column, "status")),
        Long.parseLong(needed(column, "bytes")),
        column.apply("listed_size").filter(t -> !t.isEmpty()).map(Long::parseLong).orElse(-1L),
        column.apply("message").orElse(""),
        column.apply("sha256").orElse(""),
        Instant.parse(needed(column, "time")),
        column.apply("version").orElse(""),
        new Validator(
            column.apply("etag").orElse(""),
            column.apply("last_modified").orElse(""),
            column.apply("source").orElse("")),
        column.apply("tries").filter(t -> !t.isEmpty()).map(Integer::parseInt).orElse(0),
        column.apply("seconds").filter(t -> !t.isEmpty()).map(Double::parseDouble).orElse(0.0));
  }

  /** All entries as one JSON array, an object a line. */
  static void writeJson(Appendable out, Collection<ManifestEntry> entries) throws IOException {
    String between = "[";
    for (ManifestEntry entry : entries) {
      out.append(between).append('\n').append(json(entry));
      between = ",";
    }
    out.append(entries.isEmpty() ? "[]\n" : "\n]\n");
  }

  private static Map<String, Object> values(ManifestEntry entry) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("path", entry.path());
    values.put("uri", entry.uri());
    values.put("status", entry.status().name());
    values.put("bytes", entry.bytes());
    values.put("listed_size", entry.listedSize() < 0 ? null : entry.listedSize());
    values.put("message", known(entry.message()));
    values.put("sha256", known(entry.sha256()));
    values.put("time", entry.time().toString());
    values.put("version", known(entry.version()));
    values.put("etag", known(entry.validator().entityTag()));
    values.put("last_modified", known(entry.validator().lastModified()));
    values.put("tries", (long) entry.tries());
    values.put("seconds", Math.round(entry.seconds() * 1000) / 1000.0);
    values.put("source", known(entry.validator().place()));
    return values;
  }

  private static String known(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String needed(Function<String, Optional<String>> column, String name) {
    return column.apply(name).orElseThrow(() -> new IllegalArgumentException("no column " + name));
  }
}
