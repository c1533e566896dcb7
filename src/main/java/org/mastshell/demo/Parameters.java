package org.mastshell.demo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parameters of a query string and a form, in the order given, names with any case. */
final class Parameters {
  private record Entry(String name, String value) {}

  private final List<Entry> entries;

  private Parameters(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** Reads {@code application/x-www-form-urlencoded} texts, the first one's parameters first. */
  static Parameters parse(String... encoded) {
    List<Entry> entries = new ArrayList<>();
    for (String text : encoded) {
      for (String pair : text.split("&", -1)) {
        if (!pair.isBlank()) {
          int equals = pair.indexOf('=');
          String name = equals < 0 ? pair : pair.substring(0, equals);
          String value = equals < 0 ? "" : pair.substring(equals + 1);
          entries.add(new Entry(decode(name.strip()), decode(value)));
        }
      }
    }
    return new Parameters(entries);
  }

  /** The first value of the name, or null. */
  String first(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? null : values.get(0);
  }

  List<String> all(String name) {
    return entries.stream()
        .filter(entry -> entry.name().equalsIgnoreCase(name))
        .map(Entry::value)
        .toList();
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
