package org.mastshell.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The text of an object or list that stands where a single value should. */
final class NestedText {
  private static final int LONGEST = 10_000;

  private NestedText() {}

  /** Reads to the end of the object or list; what is too long for a cell ends in an ellipsis. */
  static String read(JsonParser parser) throws IOException {
    StringBuilder text = new StringBuilder(parser.getText());
    int depth = 1;
    boolean first = true;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token.isStructEnd()) {
        depth--;
        append(text, parser.getText());
        first = false;
        continue;
      }
      if (!first && !afterName(text)) {
        append(text, ",");
      }
      if (token == JsonToken.FIELD_NAME) {
        append(text, Json.write(parser.currentName()) + ":");
      } else if (token == JsonToken.VALUE_STRING) {
        append(text, Json.write(parser.getText()));
      } else {
        append(text, parser.getText());
      }
      first = token.isStructStart();
      if (token.isStructStart()) {
        depth++;
      }
    }
    return text.length() < LONGEST ? text.toString() : text.substring(0, LONGEST) + "…";
  }

  private static boolean afterName(StringBuilder text) {
    return text.charAt(text.length() - 1) == ':';
  }

  private static void append(StringBuilder text, String piece) {
    if (text.length() < LONGEST) {
      text.append(piece);
    }
  }
}
