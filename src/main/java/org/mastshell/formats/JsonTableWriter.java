package org.mastshell.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.mastshell.table.Column;
import org.mastshell.table.Table;

/**
 * JSON (RFC 8259): one object a row and line, with the archive's column names, numbers and truth
 * values as such, null for missing cells. A column that is named twice is written once.
 */
final class JsonTableWriter implements TableWriter {
  private final String start;
  private final String separator;
  private final String end;
  private final String none;

  private JsonTableWriter(String start, String separator, String end, String none) {
    this.start = start;
    this.separator = separator;
    this.end = end;
    this.none = none;
  }

  /** One array of all objects. */
  static JsonTableWriter array() {
    return new JsonTableWriter("[\n", ",\n", "\n]\n", "[]\n");
  }

  /** One object a line and nothing around them (JSON Lines). */
  static JsonTableWriter lines() {
    return new JsonTableWriter("", "\n", "\n", "");
  }

  @Override
  public void write(Table table, List<DataColumn> columns, Writer out) throws IOException {
    if (table.isEmpty()) {
      out.write(none);
    } else {
      out.write(start);
      writeRows(table, unique(columns), out);
      out.write(end);
    }
    out.flush();
  }

  private void writeRows(Table table, List<DataColumn> columns, Writer out) throws IOException {
    Column[] cells = Cells.of(table, columns);
    SerializableString[] names =
        columns.stream()
            .map(column -> new SerializedString(column.name()))
            .toArray(SerializableString[]::new);
    JsonFactory factory =
        new JsonFactoryBuilder()
            .rootValueSeparator(separator)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    try (JsonGenerator json = factory.createGenerator(out)) {
      for (int row = 0; row < table.size(); row++) {
        json.writeStartObject();
        for (int i = 0; i < cells.length; i++) {
          json.writeFieldName(names[i]);
          writeCell(json, cells[i], row);
        }
        json.writeEndObject();
      }
    }
  }

  private static void writeCell(JsonGenerator json, Column cells, int row) throws IOException {
    if (cells.isMissing(row)) {
      json.writeNull();
      return;
    }
    switch (cells.type()) {
      case TEXT -> json.writeString(cells.text(row));
      // The text of a number is its shortest exact form, whatever its size.
      case INTEGER, DECIMAL -> json.writeNumber(cells.text(row));
      case BOOLEAN -> json.writeBoolean(cells.number(row) != 0);
    }
  }

  private static List<DataColumn> unique(List<DataColumn> columns) {
    return List.copyOf(
        columns.stream()
            .collect(
                Collectors.toMap(
                    DataColumn::name,
                    column -> column,
                    (first, second) -> first,
                    LinkedHashMap::new))
            .values());
  }
}
