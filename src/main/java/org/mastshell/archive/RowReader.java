package org.mastshell.archive;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/**
 * Puts the cells of rows into a table, by name. A cell that does not fit its column is kept: the
 * table widens the column.
 */
final class RowReader {
  private static final int DROPPED = -1;

  private final TableBuilder builder = new TableBuilder();
  private final Map<String, ColumnType> declared = new LinkedHashMap<>();
  private final Map<String, Target> targets = new HashMap<>();
  private final List<String> empty = new ArrayList<>();
  private boolean late;

  /** Where the cells of a column go. */
  private record Target(String column, int place, ColumnType type) {}

  /** Takes note of a column and the type that the reply states for it. */
  void declare(String column, String type) {
    if (ColumnTypes.isArtefact(column)) {
      return;
    }
    ColumnType known = ColumnTypes.declared(column, type);
    declared.putIfAbsent(column, known);
    if (builder.size() > 0) {
      late = true;
    } else {
      builder.column(column, declared.get(column));
    }
  }

  /** Reads the row that begins at the parser's current token. */
  void read(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String column = parser.currentName();
      cell(column, parser.nextToken(), parser);
    }
    builder.endRow();
  }

  /**
   * Reads the row that begins at the parser's current token, a list of cells.
   *
   * @param columns whose cells they are
   */
  void readCells(JsonParser parser, List<String> columns) throws IOException {
    int place = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == null || place >= columns.size()) {
        throw new JsonParseException(parser, "a row has more cells than there are columns");
      }
      cell(columns.get(place), token, parser);
      place++;
    }
    if (place < columns.size()) {
      throw new JsonParseException(parser, "a row has fewer cells than there are columns");
    }
    builder.endRow();
  }

  /** The rows read so far, with the columns in the order and of the types that were declared. */
  Table table() {
    empty.forEach(column -> builder.column(column, ColumnTypes.guessed(column, ColumnType.TEXT)));
    if (!late) {
      return builder.build();
    }
    TableBuilder ordered = new TableBuilder();
    declared.forEach(ordered::column);
    return ordered.addAll(builder.build()).build();
  }

  private void cell(String column, JsonToken token, JsonParser parser) throws IOException {
    switch (token) {
      case VALUE_STRING -> text(target(column, ColumnType.TEXT), parser);
      case VALUE_NUMBER_INT -> whole(target(column, ColumnType.INTEGER), parser);
      case VALUE_NUMBER_FLOAT -> {
        Target target = target(column, ColumnType.DECIMAL);
        if (target.place() != DROPPED) {
          builder.set(target.place(), parser.getDoubleValue());
        }
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        Target target = target(column, ColumnType.BOOLEAN);
        if (target.place() != DROPPED) {
          builder.set(target.place(), token == JsonToken.VALUE_TRUE);
        }
      }
      case START_OBJECT, START_ARRAY -> {
        String nested = NestedText.read(parser);
        text(target(column, ColumnType.TEXT), nested);
      }
      default -> {
        // A column may be empty in all rows, and is there nevertheless.
        if (builder.size() == 0 && !ColumnTypes.isArtefact(column)) {
          empty.add(column);
        }
      }
    }
  }

  // A text that the column has already does not become a text again.
  private void text(Target target, JsonParser parser) throws IOException {
    if (target.place() == DROPPED) {
      return;
    }
    if (target.type() == ColumnType.TEXT) {
      builder.set(
          target.place(),
          parser.getTextCharacters(),
          parser.getTextOffset(),
          parser.getTextLength());
    } else {
      text(target, parser.getText());
    }
  }

  private void text(Target target, String text) {
    if (target.place() == DROPPED || (target.type().isNumeric() && isNoNumber(text))) {
      return;
    }
    builder.set(target.place(), text);
  }

  private void whole(Target target, JsonParser parser) throws IOException {
    if (target.place() == DROPPED) {
      return;
    }
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      builder.set(target.place(), parser.getText());
      return;
    }
    long value = parser.getLongValue();
    if (!ColumnTypes.isPlaceholder(target.column(), value)) {
      builder.set(target.place(), value);
    }
  }

  // A number that is none is written as a word where the number would stand.
  private static boolean isNoNumber(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "", "nan", "null", "none", "n/a" -> true;
      default -> false;
    };
  }

  private Target target(String column, ColumnType firstCell) {
    Target known = targets.get(column);
    return known != null ? known : newTarget(column, firstCell);
  }

  private Target newTarget(String column, ColumnType firstCell) {
    if (ColumnTypes.isArtefact(column)) {
      Target dropped = new Target(column, DROPPED, firstCell);
      targets.put(column, dropped);
      return dropped;
    }
    ColumnType type = declared.getOrDefault(column, ColumnTypes.guessed(column, firstCell));
    Target target = new Target(column, builder.column(column, type), type);
    targets.put(column, target);
    return target;
  }
}
