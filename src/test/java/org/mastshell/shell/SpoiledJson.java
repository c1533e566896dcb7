package org.mastshell.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Replies in JSON that say something else than they should. */
final class SpoiledJson {
  /** What would clear the screen, set the title, write the clipboard and forge lines. */
  static final String ESCAPES =
      "\u001b]0;owned\u0007\u001b]52;c;b3duZWQ=\u0007\u001b[2J\u009b31m\r\nerror: forged\nmast> \b\u202eno\u2066 \u2028x\u0000";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SpoiledJson() {}

  /** A changed reply; one that is no JSON stays as it is. */
  static byte[] rewritten(byte[] reply, UnaryOperator<JsonNode> change) throws IOException {
    try {
      return JSON.writeValueAsBytes(change.apply(JSON.readTree(reply)));
    } catch (JsonProcessingException noJson) {
      return reply;
    }
  }

  /** Numbers become texts, texts numbers, lists and objects, truths nothing. */
  static JsonNode otherTypes(JsonNode node) {
    if (node.isNumber()) {
      return NODES.textNode("n" + node.asText());
    }
    if (node.isTextual()) {
      return switch (node.asText().length() % 3) {
        case 0 -> NODES.numberNode(node.asText().hashCode());
        case 1 -> NODES.arrayNode().add(node);
        default -> NODES.objectNode().set("value", node);
      };
    }
    return node.isBoolean() ? NODES.nullNode() : inside(node, SpoiledJson::otherTypes);
  }

  /** Every text brings what could steer a terminal. */
  static JsonNode escapes(JsonNode node) {
    return node.isTextual()
        ? NODES.textNode(node.asText() + ESCAPES)
        : inside(node, SpoiledJson::escapes);
  }

  static JsonNode withoutEverySecondName(JsonNode node) {
    JsonNode changed = inside(node, SpoiledJson::withoutEverySecondName);
    if (changed instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (int i = 1; i < names.size(); i += 2) {
        object.remove(names.get(i));
      }
    }
    return changed;
  }

  static JsonNode withMoreNames(JsonNode node) {
    JsonNode changed = inside(node, SpoiledJson::withMoreNames);
    if (changed instanceof ObjectNode object) {
      for (int i = 0; i < 20; i++) {
        object.put("unheard_of_" + i, i);
      }
      object.set("", NODES.arrayNode());
    }
    return changed;
  }

  /** The rows are lists of values, with no names. */
  static JsonNode bareRows(JsonNode root) {
    if (root instanceof ObjectNode object && object.path("data") instanceof ArrayNode rows) {
      ArrayNode bare = NODES.arrayNode();
      rows.forEach(
          row -> {
            ArrayNode values = bare.addArray();
            row.elements().forEachRemaining(values::add);
          });
      object.set("data", bare);
    }
    return root;
  }

  /** So many rows more are announced than there are. */
  static JsonNode total(JsonNode root, long more) {
    if (root.path("paging") instanceof ObjectNode paging) {
      paging.put("rowsTotal", paging.path("rowsTotal").asLong() + more);
      paging.put("rowsFiltered", paging.path("rowsFiltered").asLong() + more);
    }
    return root;
  }

  /** There is always another page. */
  static JsonNode endlessPages(JsonNode root) {
    if (root.path("paging") instanceof ObjectNode paging) {
      paging.put("pagesFiltered", Integer.MAX_VALUE);
      paging.put("rowsTotal", Long.MAX_VALUE);
    }
    return root;
  }

  /** It is not the page that was asked for. */
  static JsonNode anotherPage(JsonNode root) {
    if (root.path("paging") instanceof ObjectNode paging) {
      paging.put("page", paging.path("page").asInt() + 3);
      paging.put("pagesFiltered", 9);
    }
    return root;
  }

  private static JsonNode inside(JsonNode node, UnaryOperator<JsonNode> change) {
    if (node instanceof ObjectNode object) {
      ObjectNode changed = NODES.objectNode();
      object.properties().forEach(one -> changed.set(one.getKey(), change.apply(one.getValue())));
      return changed;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode changed = NODES.arrayNode();
      array.forEach(one -> changed.add(change.apply(one)));
      return changed;
    }
    return node;
  }
}
