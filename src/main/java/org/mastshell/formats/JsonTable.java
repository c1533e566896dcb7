package org.mastshell.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mastshell.table.ColumnType;
import org.mastshell.table.TableBuilder;

/**
 * Objects in JSON as a table: an array of them, one a line, or the member {@code data} of a reply
 * of the archive. Numbers, texts and truth values have their own types; what is nested has no place
 * in a table.
 */
final class JsonTable {
  private static final String ROWS = "data";

  private final String text;
  private final KnownTypes known;
  private final Map<String, Optional<ColumnType>> types = new LinkedHashMap<>();
  private final Map<String, Long> nested = new LinkedHashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final TableBuilder builder = new TableBuilder();
  // Which of the values that stand side by side are replies, counted from 0.
  private final BitSet replies = new BitSet();
  private long rows;

  JsonTable(String text, KnownTypes known) {
    this.text = text;
    this.known = known;
  }

  /** Whether a text holds objects, or nothing, and no list of bare values. */
  static boolean isOfObjects(String text) {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      JsonToken first = parser.nextToken();
      JsonToken inside = first == JsonToken.START_ARRAY ? parser.nextToken() : first;
      return inside == JsonToken.START_OBJECT || inside == JsonToken.END_ARRAY;
    } catch (IOException broken) {
      // Whoever reads it says where.
      return true;
    }
  }

  /** What is done with a member; the parser stands at its value, a single one. */
  @FunctionalInterface
  private interface Taker {
    void take(String name, JsonParser value) throws IOException;
  }

  /** Reads it; the text is gone through twice, so that types are known before values. */
  ReadTable read() throws IOException {
    findReplies();
    goThrough(this::see, () -> TableLimits.requireFewRows(++rows));
    if (types.isEmpty() && !nested.isEmpty()) {
      throw TableLimits.noColumn(List.copyOf(nested.keySet()));
    }
    if (types.isEmpty()) {
      throw new IOException("it holds no rows");
    }
    List<String> notes = new ArrayList<>(nestedNotes());
    List<String> all = List.copyOf(types.keySet());
    OwnNames own = OwnNames.of(all);
    types.forEach(
        (name, type) ->
            places.put(
                name,
                builder.column(
                    own.names().get(places.size()),
                    known.of(name, all).or(() -> type).orElse(ColumnType.TEXT))));
    goThrough(this::set, builder::endRow);
    notes.addAll(own.notes());
    List<FileColumn> columns =
        own.names().stream().map(name -> new FileColumn(name, "", "")).toList();
    return new ReadTable("JSON", "", builder.build(), columns, notes);
  }

  private List<String> nestedNotes() {
    List<String> notes = new ArrayList<>();
    List<String> whole = nested.keySet().stream().filter(name -> !types.containsKey(name)).toList();
    if (!whole.isEmpty()) {
      notes.add("left out, since their cells are no single values: " + String.join(", ", whole));
    }
    nested.forEach(
        (name, cells) -> {
          if (types.containsKey(name)) {
            notes.add(
                String.format(
                    Locale.ROOT,
                    "left out: %,d %s of %s with no single values",
                    cells,
                    cells == 1 ? "cell" : "cells",
                    name));
          }
        });
    return notes;
  }

  /** The end of a row. */
  @FunctionalInterface
  private interface End {
    void reached() throws IOException;
  }

  private void goThrough(Taker taker, End end) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      // Of two members with one name the first or the last would be lost.
      parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      for (int place = 0; parser.nextToken() != null; place++) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
          elements(parser, taker, end);
        } else if (replies.get(place)) {
          reply(parser, taker, end);
        } else {
          object(parser, taker, end);
        }
      }
    } catch (JsonProcessingException broken) {
      throw new IOException(
          "its JSON is broken in line "
              + broken.getLocation().getLineNr()
              + ": "
              + broken.getOriginalMessage(),
          broken);
    }
  }

  private void elements(JsonParser parser, Taker taker, End end) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      object(parser, taker, end);
    }
  }

  // Whether an object is one is known only at its end: what stands before its rows is no row
  // either.
  private void findReplies() throws IOException {
    if (!text.contains(ROWS)) {
      return;
    }
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      for (int place = 0; parser.nextToken() != null; place++) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals(ROWS)) {
              replies.set(place);
            }
            parser.skipChildren();
          }
        } else {
          parser.skipChildren();
        }
      }
    } catch (JsonProcessingException broken) {
      // Whoever reads it says where.
      return;
    }
  }

  private void reply(JsonParser parser, Taker taker, End end) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY && name.equals(ROWS)) {
        elements(parser, taker, end);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void object(JsonParser parser, Taker taker, End end) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new IOException(
          "its line "
              + parser.currentTokenLocation().getLineNr()
              + " has no object where one is expected");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value.isScalarValue()) {
        taker.take(name, parser);
      } else {
        nested.merge(name, 1L, Long::sum);
        parser.skipChildren();
      }
    }
    end.reached();
  }

  private void see(String name, JsonParser value) {
    Optional<ColumnType> type =
        switch (value.currentToken()) {
          case VALUE_NUMBER_INT -> Optional.of(ColumnType.INTEGER);
          case VALUE_NUMBER_FLOAT -> Optional.of(ColumnType.DECIMAL);
          case VALUE_TRUE, VALUE_FALSE -> Optional.of(ColumnType.BOOLEAN);
          case VALUE_NULL -> Optional.empty();
          default -> Optional.of(ColumnType.TEXT);
        };
    types.merge(name, type, JsonTable::wider);
  }

  private static Optional<ColumnType> wider(
      Optional<ColumnType> first, Optional<ColumnType> second) {
    if (first.isEmpty() || second.isEmpty() || first.equals(second)) {
      return first.or(() -> second);
    }
    boolean numbers = first.get().isNumeric() && second.get().isNumeric();
    return Optional.of(numbers ? ColumnType.DECIMAL : ColumnType.TEXT);
  }

  private void set(String name, JsonParser value) throws IOException {
    int place = places.get(name);
    switch (value.currentToken()) {
      case VALUE_NULL -> {}
      case VALUE_TRUE, VALUE_FALSE -> builder.set(place, value.getBooleanValue());
      default -> builder.set(place, WholeText.of(value.getText()));
    }
  }
}
