package org.mastshell.archive;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the answers of the mission searches from the stream (API.md, section 8): lists of rows
 * under {@code results}, or under {@code products}, where rows may stand in lists of lists.
 */
final class MissionReplyParser {
  private final JsonParser parser;
  private final String member;
  private final boolean inCells;
  private final List<String> names = new ArrayList<>();
  private final RowReader rows = new RowReader();
  private final List<String> dates = new ArrayList<>();
  private boolean hasRows;
  private long total = -1;

  private MissionReplyParser(JsonParser parser, String member, boolean inCells) {
    this.parser = parser;
    this.member = member;
    this.inCells = inCells;
  }

  /**
   * Reads an answer.
   *
   * @param member the name under which the rows stand
   */
  static MissionReply parse(JsonParser parser, String member) throws IOException {
    return new MissionReplyParser(parser, member, false).reply();
  }

  /**
   * Reads an answer whose rows are lists of cells, in the order of the columns that it names before
   * them.
   *
   * @param member the name under which the rows stand
   */
  static MissionReply parseCells(JsonParser parser, String member) throws IOException {
    return new MissionReplyParser(parser, member, true).reply();
  }

  private MissionReply reply() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new JsonParseException(parser, "the reply is no object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals(member)) {
        rows();
      } else if (name.equals("info")) {
        columns();
      } else if (name.equals("totalResults") && parser.currentToken().isScalarValue()) {
        total = parser.getValueAsLong(-1);
      } else {
        parser.skipChildren();
      }
    }
    return new MissionReply(hasRows, rows.table(), List.copyOf(dates), total);
  }

  private void rows() throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    hasRows = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      switch (parser.currentToken()) {
        case START_OBJECT -> rows.read(parser);
        case START_ARRAY -> {
          if (inCells) {
            rows.readCells(parser, names);
          } else {
            rows();
          }
        }
        default -> throw new JsonParseException(parser, "a row is no object");
      }
    }
  }

  private void columns() throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        column();
      } else {
        parser.skipChildren();
      }
    }
  }

  private void column() throws IOException {
    String name = "";
    String type = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String said = parser.currentName();
      boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
      if (text && said.equals("name")) {
        name = parser.getText();
      } else if (text && (said.equals("type") || said.equals("db_type"))) {
        type = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
    if (!name.isEmpty()) {
      if (type.equalsIgnoreCase("DATETIME")) {
        dates.add(name);
      }
      rows.declare(name, type);
      names.add(name);
    }
  }
}
