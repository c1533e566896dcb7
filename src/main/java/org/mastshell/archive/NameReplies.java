package org.mastshell.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what the name resolver, the account service and the column configuration say. */
final class NameReplies {
  private NameReplies() {}

  /** What the query service is asked for the positions of a name. */
  static Question question(String name) {
    return Question.json("Mast.Name.Lookup", Map.of("input", name, "format", "json"));
  }

  /** The positions of a resolver's reply; those it gives no position for are passed over. */
  static List<ResolvedName> names(JsonNode root) {
    return byName(root).values().stream().flatMap(List::stream).toList();
  }

  /** The same by the names that were asked for, as {@link #key} writes them. */
  static Map<String, List<ResolvedName>> byName(JsonNode root) {
    JsonNode found = root.path("resolvedCoordinate");
    if (found.isMissingNode()) {
      found = root.path("data").path("resolvedCoordinate");
    }
    Map<String, List<ResolvedName>> names = new LinkedHashMap<>();
    for (JsonNode entry : found) {
      double ra = entry.path("ra").asDouble(Double.NaN);
      double dec = entry.path("decl").asDouble(entry.path("dec").asDouble(Double.NaN));
      if (ra >= 0 && ra <= 360 && dec >= -90 && dec <= 90) {
        String asked = text(entry, "searchString");
        String canonical = text(entry, "canonicalName");
        ResolvedName name =
            new ResolvedName(
                canonical.isEmpty() ? asked : canonical,
                text(entry, "resolver"),
                ra,
                dec,
                text(entry, "objectType"));
        names.computeIfAbsent(key(asked), unused -> new ArrayList<>()).add(name);
      }
    }
    return names;
  }

  /** A name as two writings of it are compared: the resolver writes small letters. */
  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  /**
   * Who is asking.
   *
   * @param host that was asked, for the message
   * @throws TransientFailure if it does not say whether it knows who asks
   */
  static Account account(String host, JsonNode root) throws TransientFailure {
    if (!root.path("anon").isBoolean()) {
      throw NetworkTrouble.fault(host, "it does not say whom it takes us for", null);
    }
    if (root.path("anon").booleanValue()) {
      return new Account(true, "", "");
    }
    JsonNode details = root.path("attrib");
    String name = text(details, "display_name");
    if (name.isEmpty()) {
      name = (text(details, "first_name") + " " + text(details, "last_name")).strip();
    }
    if (name.isEmpty()) {
      name = text(root, "ezid");
    }
    String email = text(details, "email");
    return new Account(false, name, email.isEmpty() ? text(root, "eppn") : email);
  }

  /** The columns that the configuration shows to people. */
  static Map<String, ColumnConfig> columns(JsonNode root) {
    Map<String, ColumnConfig> columns = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      JsonNode column = entry.getValue();
      if (!ColumnTypes.isArtefact(entry.getKey())
          && column.isObject()
          && !column.path("remove").asBoolean(false)) {
        columns.put(entry.getKey(), column(column));
      }
    }
    return columns;
  }

  private static ColumnConfig column(JsonNode column) {
    return new ColumnConfig(
        text(column, "text"),
        either(column, "vot.datatype", "type"),
        either(column, "unit", "vot.unit"),
        text(column, "vot.description"),
        text(column, "separator"),
        text(column, "example"));
  }

  private static String either(JsonNode node, String first, String second) {
    String text = text(node, first);
    return text.isEmpty() ? text(node, second) : text;
  }

  private static String text(JsonNode node, String member) {
    JsonNode value = node.path(member);
    return value.isValueNode() && !value.isNull() ? value.asText("").strip() : "";
  }
}
