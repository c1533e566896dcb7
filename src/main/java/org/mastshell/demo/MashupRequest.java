package org.mastshell.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A request to the invoke service, as MAST's MashupRequest page describes it.
 *
 * @param service the service asked for
 * @param params its parameters, an object
 * @param format the format of the reply; the documented default is {@code extjs}
 * @param page the page, from 1
 * @param pageSize rows a page, at least 1; the documented default is 1000
 * @param removeNullColumns whether columns without any value are left out
 * @param upload the table that comes with it; missing where there is none
 */
record MashupRequest(
    String service,
    JsonNode params,
    String format,
    int page,
    int pageSize,
    boolean removeNullColumns,
    JsonNode upload) {
  private static final int DEFAULT_PAGE_SIZE = 1000;

  /**
   * Reads the JSON text.
   *
   * @throws MashupException when it is no JSON object or names no service
   */
  static MashupRequest parse(String text) throws MashupException {
    JsonNode root = read(text);
    if (!root.isObject() || !root.path("service").isTextual()) {
      throw new MashupException("Invalid request: a JSON object with a service is expected.");
    }
    JsonNode params = root.path("params");
    return new MashupRequest(
        root.path("service").asText(),
        params.isObject() ? params : JsonNodeFactory.instance.objectNode(),
        root.path("format").asText("extjs"),
        Math.max(1, root.path("page").asInt(1)),
        Math.max(1, root.path("pagesize").asInt(DEFAULT_PAGE_SIZE)),
        root.path("removenullcolumns").asBoolean(false),
        root.path("data"));
  }

  /** The same request for the first page. */
  MashupRequest firstPage() {
    return new MashupRequest(service, params, format, 1, pageSize, removeNullColumns, upload);
  }

  /** The index of the page's first row. */
  long firstRow() {
    return (long) (page - 1) * pageSize;
  }

  private static JsonNode read(String text) throws MashupException {
    if (text == null) {
      throw new MashupException("Invalid request: the parameter request is missing.");
    }
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new MashupException("Invalid request: " + e.getOriginalMessage());
    }
  }
}
