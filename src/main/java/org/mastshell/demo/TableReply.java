package org.mastshell.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a page of rows in the archive's JSON format. The keys of a row stand in another order than
 * the fields, as in the archive's own replies.
 */
final class TableReply {
  /** The column that the archive's own web page uses; always null. */
  static final Column SELECTED =
      new Column("_selected_", "boolean", "boolean", "selected", "", "", List.of(), "", "");

  private final Columns columns;
  private final Rows rows;
  private final boolean paged;

  private TableReply(Columns columns, Rows rows, boolean paged) {
    this.columns = columns;
    this.rows = rows;
    this.paged = paged;
  }

  TableReply(Columns columns, Rows rows) {
    this(columns, rows, true);
  }

  /** The same without pages: a count is given whatever page is asked for. */
  TableReply onOnePage() {
    return new TableReply(columns, rows, false);
  }

  void write(JsonGenerator json, MashupRequest asked) throws IOException {
    MashupRequest request = paged ? asked : asked.firstPage();
    Columns kept = request.removeNullColumns() ? withValues() : columns;
    List<Column> sorted = kept.list().stream().sorted(Comparator.comparing(Column::name)).toList();
    json.writeStartObject();
    json.writeStringField("status", "COMPLETE");
    json.writeStringField("msg", "");
    json.writeArrayFieldStart("data");
    rows.visit(request.firstRow(), request.pageSize(), row -> writeRow(json, sorted, row));
    json.writeEndArray();
    json.writeArrayFieldStart("fields");
    for (Column column : kept.list()) {
      json.writeStartObject();
      json.writeStringField("name", column.name());
      json.writeStringField("type", column.type());
      json.writeEndObject();
    }
    json.writeEndArray();
    writePaging(json, request);
    json.writeEndObject();
  }

  private void writePaging(JsonGenerator json, MashupRequest request) throws IOException {
    long count = rows.count();
    long pages = Math.max(1, (count + request.pageSize() - 1) / request.pageSize());
    long here = Math.max(0, Math.min(request.pageSize(), count - request.firstRow()));
    json.writeObjectFieldStart("paging");
    json.writeNumberField("page", request.page());
    json.writeNumberField("pageSize", request.pageSize());
    json.writeNumberField("pagesFiltered", pages);
    json.writeNumberField("rows", here);
    json.writeNumberField("rowsFiltered", count);
    json.writeNumberField("rowsTotal", count);
    json.writeEndObject();
  }

  private Columns withValues() throws IOException {
    Set<Column> found = new HashSet<>();
    Set<Column> open = new HashSet<>(columns.list());
    rows.visit(
        0,
        Long.MAX_VALUE,
        row -> open.removeIf(column -> row.value(column.name()) != null && found.add(column)));
    return columns.where(found::contains);
  }

  private static void writeRow(JsonGenerator json, List<Column> columns, Row row)
      throws IOException {
    json.writeStartObject();
    for (Column column : columns) {
      json.writeFieldName(column.name());
      writeValue(json, row.value(column.name()));
    }
    json.writeEndObject();
  }

  private static void writeValue(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      throw new IllegalStateException("No JSON form for " + value.getClass());
    }
  }
}
