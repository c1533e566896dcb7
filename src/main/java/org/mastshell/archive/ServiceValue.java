package org.mastshell.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A parameter of a service as a person types it: a number, true or false, JSON, or text. */
public final class ServiceValue {
  private ServiceValue() {}

  /**
   * What a typed text stands for.
   *
   * @throws IllegalArgumentException if it begins like JSON and is none; the message says why
   */
  public static Object of(String typed) {
    String text = typed.strip();
    if (text.startsWith("[") || text.startsWith("{")) {
      try {
        return plain(JsonMapper.builder(Json.FACTORY).build().readTree(text));
      } catch (JsonProcessingException broken) {
        throw new IllegalArgumentException(broken.getOriginalMessage(), broken);
      }
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return text.matches("-?\\d{1,15}(\\.\\d{1,15})?") ? new BigDecimal(text) : typed;
  }

  private static Object plain(JsonNode node) {
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(each -> list.add(plain(each)));
      return list;
    }
    if (node.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.properties().forEach(each -> map.put(each.getKey(), plain(each.getValue())));
      return map;
    }
    if (node.isNumber()) {
      return node.decimalValue();
    }
    return node.isBoolean() ? (Object) node.booleanValue() : node.asText();
  }
}
