package org.mastshell.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The query service's look-up of one name: the first catalogue that knows it answers. */
final class NameLookup {
  private final NameCatalog names;

  NameLookup(NameCatalog names) {
    this.names = names;
  }

  /** Answers in XML, the documented default, or in JSON where the parameters ask for it. */
  void answer(Call call, JsonNode params) throws IOException {
    String input = params.path("input").asText();
    Optional<NameCatalog.Place> place = names.find(input).stream().findFirst();
    if (params.path("format").asText("xml").equalsIgnoreCase("json")) {
      NameReply reply = new NameReply();
      place.ifPresent(found -> reply.add(input, found));
      call.sendText(200, "application/json; charset=utf-8", reply.text());
    } else {
      call.sendText(200, "text/xml; charset=utf-8", xml(input, place));
    }
  }

  private static String xml(String input, Optional<NameCatalog.Place> place) {
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<resolvedItems>\n");
    place.ifPresent(
        found -> {
          text.append("  <resolvedCoordinate>\n");
          element(text, "searchString", input.toLowerCase(Locale.ROOT));
          element(text, "resolver", found.resolver());
          element(text, "canonicalName", found.name());
          element(text, "ra", Double.toString(found.position().ra()));
          element(text, "dec", Double.toString(found.position().dec()));
          text.append("  </resolvedCoordinate>\n");
        });
    return text.append("</resolvedItems>\n").toString();
  }

  private static void element(StringBuilder text, String name, String value) {
    text.append("    <").append(name).append('>').append(Markup.escape(value));
    text.append("</").append(name).append(">\n");
  }
}
