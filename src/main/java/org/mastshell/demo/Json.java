package org.mastshell.demo;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The one reader and writer of JSON trees, made when first needed, since that takes a while. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectMapper mapper() {
    return MAPPER;
  }
}
