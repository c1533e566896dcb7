package org.mastshell.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The archive's summary of all observations: known values with counts, and histograms. */
final class Facets {
  private static final int BINS = 145;

  private final Archive archive;

  Facets(Archive archive) {
    this.archive = archive;
  }

  void write(JsonGenerator json) throws IOException {
    DataSetFrame frame = new DataSetFrame(json);
    frame.begin();
    json.writeObjectFieldStart("ExtendedProperties");
    json.writeObjectFieldStart("Paging");
    json.writeNumberField("rowsTotal", 0);
    json.writeEndObject();
    json.writeEndObject();
    writeColumns(json);
    json.writeArrayFieldStart("Rows");
    json.writeEndArray();
    frame.endTable();
    json.writeObjectFieldStart("ExtendedProperties");
    json.writeEndObject();
    frame.end();
  }

  private void writeColumns(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("Columns");
    for (Column column : Columns.FILTERED.list()) {
      json.writeStartObject();
      json.writeStringField("text", column.name());
      json.writeStringField("dataIndex", column.name());
      json.writeObjectFieldStart("ExtendedProperties");
      json.writeStringField("cc.text", column.label());
      json.writeStringField("vot.datatype", column.datatype());
      json.writeStringField("vot.description", column.description());
      if (!column.separator().isEmpty()) {
        json.writeStringField("cc.separator", column.separator());
      }
      if (column.is("facet")) {
        json.writeObjectFieldStart("histObj");
        if (column.isContinuous()) {
          writeHistogram(json, column);
        } else {
          writeValues(json, column);
        }
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("Fields");
    for (Column column : Columns.FILTERED.list()) {
      json.writeStartObject();
      json.writeStringField("name", column.name());
      json.writeStringField("type", column.type());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeValues(JsonGenerator json, Column column) throws IOException {
    Map<String, Integer> counts = counts(column);
    json.writeArrayFieldStart("hist");
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      writeCount(json, entry);
    }
    json.writeEndArray();
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      json.writeFieldName(entry.getKey());
      writeCount(json, entry);
    }
  }

  // A column whose values are split counts every part, as the archive's own summary does.
  private Map<String, Integer> counts(Column column) {
    if (!column.is("split")) {
      return archive.counts(column.name());
    }
    Map<String, Integer> parts = new TreeMap<>();
    archive
        .counts(column.name())
        .forEach(
            (value, count) -> {
              for (String part : value.split(Pattern.quote(column.separator()), -1)) {
                parts.merge(part, count, Integer::sum);
              }
            });
    return parts;
  }

  private static void writeCount(JsonGenerator json, Map.Entry<String, Integer> entry)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("count", entry.getValue());
    json.writeStringField("key", entry.getKey());
    json.writeEndObject();
  }

  private void writeHistogram(JsonGenerator json, Column column) throws IOException {
    double[] values =
        archive.listed().stream()
            .filter(row -> row.value(column.name()) instanceof Number)
            .mapToDouble(row -> row.number(column.name()))
            .sorted()
            .toArray();
    double min = values.length == 0 ? 0 : values[0];
    double max = values.length == 0 ? 0 : values[values.length - 1];
    double width = (max - min) / BINS;
    int[] counts = new int[BINS];
    for (double value : values) {
      counts[width == 0 ? 0 : (int) Math.min(BINS - 1, (value - min) / width)]++;
    }
    json.writeObjectFieldStart("hist");
    json.writeArrayFieldStart("hist");
    for (int bin = 0; bin < BINS; bin++) {
      json.writeStartObject();
      json.writeNumberField("key", min + bin * width);
      json.writeNumberField("count", counts[bin]);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeNumberField("min", min);
    json.writeNumberField("max", max);
    json.writeStringField("type", "numeric");
  }
}
