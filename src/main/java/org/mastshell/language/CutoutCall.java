package org.mastshell.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in this language what a call of astroquery's functions for cutouts asks for, such as {@code
 * Tesscut.get_cutouts(coordinates="210.8 54.3", size=5)}.
 */
final class CutoutCall {
  private static final Map<String, String> SERVICES =
      Map.of("tesscut", "tess", "zcut", "zcut", "hapcut", "hap");
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("coordinates", "coordinates"),
          Map.entry("objectname", "target"),
          Map.entry("radius", "radius"),
          Map.entry("sector", "sector"),
          Map.entry("product", "product"),
          Map.entry("mt_type", "moving_type"),
          Map.entry("survey", "survey"),
          Map.entry("cutout_format", "format"),
          Map.entry("stretch", "stretch"),
          Map.entry("invert", "invert"));
  private static final Pattern KEYWORD = Pattern.compile("(?s)(\\w+)\\s*=(?!=)\\s*(.+)");
  private static final Pattern QUANTITY =
      Pattern.compile("(?s)(?<number>.+?)\\s*\\*\\s*(?:\\w+\\.)?(?<unit>\\w+)");
  private static final Pattern PAIR =
      Pattern.compile("[\\[(]\\s*([\\d.]+)\\s*,\\s*([\\d.]+)\\s*[\\])]");

  private final String service;
  private final Map<String, String> given = new LinkedHashMap<>();

  private CutoutCall(String service, List<String> arguments) {
    this.service = service;
    for (String argument : arguments) {
      Matcher keyword = KEYWORD.matcher(argument);
      if (keyword.matches()) {
        given.put(keyword.group(1), keyword.group(2).strip());
      } else {
        // The first argument is the position.
        given.putIfAbsent("coordinates", argument);
      }
    }
  }

  /**
   * The command that does the same; empty if the call is none for cutouts.
   *
   * @param owner what stands before the function's name, with its full stop
   */
  static Optional<String> translate(String owner, String function, List<String> arguments) {
    String[] parts = owner.replaceAll("\\.$", "").split("\\.", -1);
    String last = parts[parts.length - 1].toLowerCase(Locale.ROOT);
    String service =
        switch (function) {
          case "get_sectors" -> "tess";
          case "get_surveys" -> "zcut";
          default -> SERVICES.getOrDefault(last, "");
        };
    if (service.isEmpty() || arguments.isEmpty()) {
      return Optional.empty();
    }
    String line = new CutoutCall(service, arguments).line();
    return Optional.of(
        switch (function) {
          case "get_sectors" -> line + " --sectors";
          case "get_surveys" -> line + " --surveys";
          default -> line;
        });
  }

  private String line() {
    List<String> words = new ArrayList<>(List.of("cutout", service));
    boolean moving = "True".equals(given.get("moving_target"));
    given.forEach(
        (name, value) -> {
          String text = QuotedText.of(value).text().strip();
          if (text.equals("None")) {
            return;
          }
          if (name.equals("size")) {
            words.add("size=" + size(value));
          } else if (name.equals("path")) {
            words.add("--to " + Quoting.quote(text));
          } else if (name.equals("objectname") && moving) {
            words.add("moving=" + Quoting.quote(text));
          } else if (WORDS.containsKey(name)) {
            words.add(WORDS.get(name) + "=" + Quoting.quote(quantity(text)));
          }
        });
    return String.join(" ", words);
  }

  // astroquery has the height first.
  private static String size(String value) {
    Matcher quantity = QUANTITY.matcher(value);
    String number = quantity.matches() ? quantity.group("number") : value;
    String unit = quantity.matches() ? quantity.group("unit") : "";
    Matcher pair = PAIR.matcher(number);
    String sides = pair.matches() ? pair.group(2) + "x" + pair.group(1) : number;
    return Quoting.quote(QuotedText.of(sides).text().strip() + unit);
  }

  private static String quantity(String text) {
    Matcher quantity = QUANTITY.matcher(text);
    return quantity.matches() && quantity.group("number").matches("[\\d.]+")
        ? quantity.group("number") + quantity.group("unit")
        : text;
  }
}
