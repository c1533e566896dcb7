package org.mastshell.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Resolves the names of targets: every target of the data, and a few more names for them. It
 * forgives case, blanks, underlines and hyphens; other names give an empty list.
 */
final class NameLookup {
  private record Place(String name, String resolver, SkyPosition position) {}

  private final Archive archive;
  private Map<String, Place> places;

  NameLookup(Archive archive) {
    this.archive = archive;
  }

  /** Answers in XML, the documented default, or in JSON where the parameters ask for it. */
  void answer(Call call, JsonNode params) throws IOException {
    String input = params.path("input").asText();
    Place place = places().get(key(input));
    if (params.path("format").asText("xml").equalsIgnoreCase("json")) {
      call.sendText(200, "application/json; charset=utf-8", json(input, place));
    } else {
      call.sendText(200, "text/xml; charset=utf-8", xml(input, place));
    }
  }

  private String json(String input, Place place) throws IOException {
    ObjectNode reply = Json.mapper().createObjectNode();
    ArrayNode list = reply.putArray("resolvedCoordinate");
    if (place != null) {
      ObjectNode found = list.addObject();
      found.put("searchString", input.toLowerCase(Locale.ROOT));
      found.put("resolver", place.resolver()).put("cached", false).put("resolverTime", 1);
      found.put("searchRadius", -1.0).put("canonicalName", place.name());
      found.put("ra", place.position().ra()).put("decl", place.position().dec());
    }
    reply.put("status", "");
    return Json.mapper().writeValueAsString(reply);
  }

  private static String xml(String input, Place place) {
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<resolvedItems>\n");
    if (place != null) {
      text.append("  <resolvedCoordinate>\n");
      element(text, "searchString", input.toLowerCase(Locale.ROOT));
      element(text, "resolver", place.resolver());
      element(text, "canonicalName", place.name());
      element(text, "ra", Double.toString(place.position().ra()));
      element(text, "dec", Double.toString(place.position().dec()));
      text.append("  </resolvedCoordinate>\n");
    }
    return text.append("</resolvedItems>\n").toString();
  }

  private static void element(StringBuilder text, String name, String value) {
    text.append("    <").append(name).append('>').append(Markup.escape(value));
    text.append("</").append(name).append(">\n");
  }

  private synchronized Map<String, Place> places() {
    if (places == null) {
      Map<String, Place> made = new HashMap<>();
      for (Target target : Target.all()) {
        target.names().forEach(name -> add(made, name, target.name(), "SIMBAD", target.place()));
      }
      for (Observation observation : archive.listed()) {
        String target = observation.text("target_name");
        if (target != null && observation.value("s_ra") != null) {
          addTarget(made, target, observation.position());
        }
      }
      places = made;
    }
    return places;
  }

  private static void addTarget(Map<String, Place> places, String target, SkyPosition position) {
    if (target.matches("\\d+")) {
      add(places, "TIC " + target, "TIC " + target, "TIC", position);
    } else {
      add(places, target, target, "SIMBAD", position);
    }
  }

  private static void add(
      Map<String, Place> places, String name, String canonical, String resolver, SkyPosition at) {
    places.putIfAbsent(key(name), new Place(canonical, resolver, at));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
  }
}
