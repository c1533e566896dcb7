package org.mastshell.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes what stands around the one table of a summary, which the archive calls a data set. */
final class DataSetFrame {
  private final JsonGenerator json;

  DataSetFrame(JsonGenerator json) {
    this.json = json;
  }

  /** Begins the reply; the members of the table come next. */
  void begin() throws IOException {
    json.writeStartObject();
    json.writeStringField("status", "COMPLETE");
    json.writeStringField("msg", "");
    json.writeObjectFieldStart("data");
    json.writeStringField("name", "NewDataSet");
    json.writeArrayFieldStart("Tables");
    json.writeStartObject();
    json.writeStringField("name", "Table");
  }

  /** Ends the table; further members of the data set may come next. */
  void endTable() throws IOException {
    json.writeEndObject();
    json.writeEndArray();
  }

  /** Ends the reply. */
  void end() throws IOException {
    json.writeEndObject();
    json.writeEndObject();
  }
}
