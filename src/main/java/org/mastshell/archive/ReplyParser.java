package org.mastshell.archive;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Reads a reply of the query service from the stream into a table. Its members may come in any
 * order: recorded replies have the rows before the list of columns.
 */
final class ReplyParser {
  private final JsonParser parser;
  private final RowReader rows = new RowReader();
  private String status = "";
  private String message = "";
  private boolean hasRows;
  private Paging paging = Paging.ABSENT;

  private ReplyParser(JsonParser parser) {
    this.parser = parser;
  }

  static Reply parse(JsonParser parser) throws IOException {
    return new ReplyParser(parser).reply();
  }

  private Reply reply() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new JsonParseException(parser, "the reply is no object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "status" -> status = textOrEmpty();
        case "msg" -> message = textOrEmpty();
        case "data" -> data();
        case "fields" -> fields();
        case "paging" -> paging();
        default -> parser.skipChildren();
      }
    }
    return new Reply(status, message, hasRows, rows.table(), paging);
  }

  private String textOrEmpty() throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    parser.skipChildren();
    return "";
  }

  private void data() throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      hasRows = true;
      return;
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    hasRows = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw new JsonParseException(parser, "a row is no object");
      }
      rows.read(parser);
    }
  }

  private void fields() throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        field();
      } else {
        parser.skipChildren();
      }
    }
  }

  private void field() throws IOException {
    String name = "";
    String type = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      parser.nextToken();
      if (member.equals("name")) {
        name = textOrEmpty();
      } else if (member.equals("type")) {
        type = textOrEmpty();
      } else {
        parser.skipChildren();
      }
    }
    if (!name.isEmpty()) {
      rows.declare(name, type);
    }
  }

  private void paging() throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    long page = -1;
    long pages = -1;
    long total = -1;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      parser.nextToken();
      switch (member) {
        case "page" -> page = whole();
        case "pagesFiltered" -> pages = whole();
        case "rowsTotal" -> total = whole();
        default -> parser.skipChildren();
      }
    }
    paging = new Paging(page, pages, total);
  }

  private long whole() throws IOException {
    if (!parser.currentToken().isScalarValue()) {
      parser.skipChildren();
      return -1;
    }
    return parser.getValueAsLong(-1);
  }
}
