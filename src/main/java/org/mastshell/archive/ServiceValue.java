package org.mastshell.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A parameter of a service as a person types it: a number, true or false, JSON, or text. */
public final class ServiceValue {
  // As JSON has them, and with nothing before the point; 007 is text.
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d{0,17})?(\\.\\d{1,18})?(?<=\\d)([eE][+-]?\\d{1,3})?");

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
        return plain(
            JsonMapper.builder(Json.FACTORY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(text));
      } catch (JsonProcessingException broken) {
        // Where Jackson speaks of the source it names its own settings.
        String why = broken.getOriginalMessage().replaceFirst(" \\(start marker at \\[.*", "");
        throw new IllegalArgumentException(
            why + ", character " + broken.getLocation().getColumnNr(), broken);
      }
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return NUMBER.matcher(text).matches() ? new BigDecimal(text) : typed;
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
    if (node.isNull()) {
      return Json.NULL;
    }
    return node.isBoolean() ? (Object) node.booleanValue() : node.asText();
  }
}
