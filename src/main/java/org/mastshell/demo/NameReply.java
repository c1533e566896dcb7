package org.mastshell.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;

/** A reply of the name resolver in JSON, as recorded ones are written. */
final class NameReply {
  private final ObjectNode root = Json.mapper().createObjectNode();
  private final ArrayNode list = root.putArray("resolvedCoordinate");

  /** Adds what a catalogue knows of a name; the name comes back in small letters. */
  NameReply add(String asked, NameCatalog.Place place) {
    ObjectNode found = list.addObject();
    found.put("searchString", asked.toLowerCase(Locale.ROOT));
    found.put("resolver", place.resolver()).put("cached", false).put("resolverTime", 1);
    found.put("searchRadius", -1.0).put("canonicalName", place.name());
    found.put("ra", place.position().ra()).put("decl", place.position().dec());
    return this;
  }

  String text() throws IOException {
    root.put("status", "");
    return Json.mapper().writeValueAsString(root);
  }
}
