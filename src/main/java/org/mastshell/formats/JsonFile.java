package org.mastshell.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rows written as JSON: an array of objects or an object a line, as this program writes them; an
 * object whose member {@code data} is such an array, as the archive does; or a list of bare values.
 */
final class JsonFile implements TableFile {
  private static final Pattern NAME = Pattern.compile(".*\\.(json|jsonl|ndjson)");
  private static final Pattern START = Pattern.compile("(?s)(\\[\\s*[\\[{\"\\]]|\\{\\s*[\"}]).*");
  private static final String ROWS = "data";
  private static final String BARE = "1";

  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<Cells> rows = new ArrayList<>();
  private boolean objects;
  private boolean values;

  // A text is null where the row lacks the member.
  private record Cells(long line, List<String> texts) {}

  private JsonFile() {}

  /** Whether a text is meant to be JSON, by its file's name in small letters or by its start. */
  static boolean isJson(String name, String start) {
    return NAME.matcher(name).matches() || START.matcher(start).matches();
  }

  /**
   * Reads the whole text.
   *
   * @throws IOException if it is no JSON, or holds no rows
   */
  static JsonFile read(String text) throws IOException {
    JsonFile file = new JsonFile();
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      while (parser.nextToken() != null) {
        file.readRoot(parser);
      }
    } catch (JsonProcessingException broken) {
      throw new IOException(
          "its JSON is broken in line "
              + broken.getLocation().getLineNr()
              + ": "
              + broken.getOriginalMessage(),
          broken);
    }
    if (file.objects && file.values) {
      throw new IOException("it holds bare values and objects side by side");
    }
    if (file.rows.isEmpty()) {
      throw new IOException("it holds no rows");
    }
    return file;
  }

  private void readRoot(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      readElements(parser);
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      readObject(parser, true);
    } else {
      readValue(parser);
    }
  }

  private void readElements(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        readObject(parser, false);
      } else {
        readValue(parser);
      }
    }
  }

  private void readValue(JsonParser parser) throws IOException {
    values = true;
    places.putIfAbsent(BARE, 0);
    add(new Cells(parser.currentTokenLocation().getLineNr(), List.of(scalar(parser))));
  }

  private void readObject(JsonParser parser, boolean root) throws IOException {
    long line = parser.currentTokenLocation().getLineNr();
    Map<String, String> members = new LinkedHashMap<>();
    boolean wrapping = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY && root && name.equals(ROWS)) {
        wrapping = true;
        readElements(parser);
      } else {
        members.put(name, scalar(parser));
      }
    }
    if (!wrapping) {
      objects = true;
      members.keySet().forEach(name -> places.putIfAbsent(name, places.size()));
      String[] texts = new String[places.size()];
      members.forEach((name, text) -> texts[places.get(name)] = text);
      add(new Cells(line, Arrays.asList(texts)));
    }
  }

  // What is nested has no place in a table.
  private static String scalar(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> WholeText.of(parser.getText()).strip();
      case VALUE_NUMBER_INT, VALUE_TRUE, VALUE_FALSE -> parser.getText();
      case VALUE_NUMBER_FLOAT -> PlainCell.of(parser.getDoubleValue());
      default -> {
        parser.skipChildren();
        yield "";
      }
    };
  }

  private void add(Cells row) throws IOException {
    rows.add(row);
    TableLimits.requireFewRows(rows.size());
  }

  @Override
  public String rowWord() {
    return "line";
  }

  @Override
  public boolean isTable() {
    return true;
  }

  @Override
  public boolean hasHeader() {
    return objects;
  }

  @Override
  public List<FileColumn> columns() {
    return places.keySet().stream().map(name -> new FileColumn(name, "", "")).toList();
  }

  @Override
  public FileRows rows(List<Integer> columns) {
    return FileRows.all(
        rows.stream()
            .map(
                row ->
                    new FileRow(
                        row.line(), columns.stream().map(column -> cell(row, column)).toList()))
            .toList());
  }

  // A row knows only the columns that were met before its end.
  private static String cell(Cells row, int column) {
    String text = column < row.texts().size() ? row.texts().get(column) : null;
    return text == null ? "" : text;
  }
}
