package org.mastshell.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueKind;

/** Columns as a mission search describes them ({@code column_list}; API.md, section 8). */
final class AnnouncedField {
  // Names beyond this are none that a person would type.
  private static final int LONGEST_NAME = 60;
  private static final Set<String> OWN = Set.of("search_key", "search_pos");

  private AnnouncedField() {}

  /**
   * The described columns as fields of datasets; descriptions without a usable name are left out.
   */
  static List<Field> read(JsonNode list) {
    List<Field> fields = new ArrayList<>();
    for (JsonNode column : list) {
      String name = column.path("column_name").asText("").strip();
      boolean usable = name.length() <= LONGEST_NAME && name.matches("[\\p{L}_][\\p{L}\\p{Nd}_]*");
      if (usable && !OWN.contains(name)) {
        String label = ServerMessage.clean(column.path("field_name").asText(""));
        String meaning = ServerMessage.clean(column.path("description").asText(""));
        fields.add(
            Field.column(
                name,
                SetKind.DATASETS,
                kind(column.path("qual_type").asText("")),
                unit(column.path("qual_type").asText("")),
                label.isEmpty() ? name : label,
                meaning.isEmpty() ? "A column of this search" : meaning,
                ""));
      }
    }
    return List.copyOf(fields);
  }

  private static ValueKind kind(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "integer" -> ValueKind.INTEGER;
      case "float", "decimal", "double" -> ValueKind.DECIMAL;
      case "ra", "dec" -> ValueKind.ANGLE;
      case "datetime", "date" -> ValueKind.DATE;
      default -> ValueKind.TEXT;
    };
  }

  private static String unit(String type) {
    return switch (kind(type)) {
      case ANGLE -> "deg";
      case DATE -> "MJD";
      default -> "";
    };
  }
}
