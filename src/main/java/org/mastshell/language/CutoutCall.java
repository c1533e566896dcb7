package org.mastshell.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
  private static final String NUMBER = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)";
  private static final Pattern LITERAL =
      Pattern.compile("(?s)" + NUMBER + "|True|False|None|\"[^\"\\\\]*\"|'[^'\\\\]*'");
  private static final Pattern TEXT = Pattern.compile("(?s)\"[^\"\\\\]*\"|'[^'\\\\]*'");

  /** A number, with a unit behind it or without. */
  private static final Pattern QUANTITY =
      Pattern.compile("(?<number>" + NUMBER + ")(?:\\s*\\*\\s*(?:\\w+\\.)?(?<unit>[A-Za-z]\\w*))?");

  /** Two sides, with a unit for both behind them or without. */
  private static final Pattern SIDES =
      Pattern.compile(
          "(?s)[\\[(](?<sides>[^\\[\\]()]*)[\\])](?:\\s*\\*\\s*(?:\\w+\\.)?(?<unit>[A-Za-z]\\w*))?");

  private static final Pattern SKY_COORD =
      Pattern.compile("(?s)(?:\\w+\\.)*SkyCoord\\((?<arguments>.*)\\)");
  private static final Pattern DEGREES =
      Pattern.compile("(?:\\w+\\.)?(?:deg|degree)|\"(?:deg|degree)\"|'(?:deg|degree)'");
  private static final Pattern ICRS = Pattern.compile("(?i)[\"']icrs[\"']");
  private static final ArgumentSpec TAKES = new ArgumentSpec(true, false, true, List.of());

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
    return new CutoutCall(service, arguments)
        .line()
        .map(
            line ->
                switch (function) {
                  case "get_sectors" -> line + " --sectors";
                  case "get_surveys" -> line + " --surveys";
                  default -> line;
                });
  }

  // A line that cannot run would be no help: where one word cannot be said, nothing is.
  private Optional<String> line() {
    List<String> words = new ArrayList<>(List.of("cutout", service));
    boolean moving = "True".equals(given.get("moving_target"));
    for (Map.Entry<String, String> one : given.entrySet()) {
      String name = one.getKey();
      String value = one.getValue();
      boolean known = WORDS.containsKey(name) || name.equals("size") || name.equals("path");
      if (!known || value.equals("None")) {
        continue;
      }
      Optional<String> text =
          switch (name) {
            case "size" -> size(value);
            case "radius" -> quantity(value);
            case "coordinates" -> coordinates(value);
            default -> literal(value);
          };
      if (text.isEmpty()) {
        return Optional.empty();
      }
      String word =
          switch (name) {
            case "size" -> "size=";
            case "path" -> "--to ";
            case "objectname" -> moving ? "moving=" : "target=";
            default -> WORDS.get(name) + "=";
          };
      words.add(word + Quoting.quote(text.get()));
    }
    return Optional.of(String.join(" ", words));
  }

  private static Optional<String> literal(String value) {
    return LITERAL.matcher(value).matches()
        ? Optional.of(QuotedText.of(value).text().strip())
        : Optional.empty();
  }

  private static Optional<String> text(String value) {
    return TEXT.matcher(value).matches() ? literal(value) : Optional.empty();
  }

  private static Optional<String> quantity(String value) {
    Matcher parts = QUANTITY.matcher(text(value).orElse(value));
    if (!parts.matches()) {
      return text(value).filter(CutoutCall::isSize);
    }
    String unit = parts.group("unit") == null ? "" : parts.group("unit");
    return Optional.of(parts.group("number") + unit).filter(CutoutCall::isSize);
  }

  // astroquery has the height first.
  private static Optional<String> size(String value) {
    Matcher pair = SIDES.matcher(value);
    if (!pair.matches()) {
      return quantity(value);
    }
    List<String> sides = AstroqueryCall.split(pair.group("sides"));
    if (sides.size() != 2) {
      return Optional.empty();
    }
    Matcher height = QUANTITY.matcher(sides.get(0));
    Matcher width = QUANTITY.matcher(sides.get(1));
    if (!height.matches() || !width.matches()) {
      return Optional.empty();
    }
    String both = pair.group("unit");
    String first = both == null ? width.group("unit") : both;
    String second = both == null ? height.group("unit") : both;
    // A number alone would take the unit of the other side.
    if ((first == null) != (second == null)
        || (both != null && (width.group("unit") != null || height.group("unit") != null))) {
      return Optional.empty();
    }
    String unit = first == null ? "" : first;
    String size =
        Objects.equals(first, second)
            ? width.group("number") + "x" + height.group("number") + unit
            : width.group("number") + unit + "x" + height.group("number") + second;
    return Optional.of(size).filter(CutoutCall::isSize);
  }

  private static boolean isSize(String text) {
    String line = "cutout size=" + Quoting.quote(text);
    try {
      Arguments arguments = ArgumentParser.parse(CommandLines.split(line).get(0), TAKES);
      BoxSize.read(arguments.criteria().get(0), line);
      return true;
    } catch (SyntaxException none) {
      return false;
    }
  }

  private static Optional<String> coordinates(String value) {
    Matcher call = SKY_COORD.matcher(value);
    return call.matches() ? skyCoord(AstroqueryCall.split(call.group("arguments"))) : text(value);
  }

  // What it says is read only where it says degrees, or writes its units into the text.
  private static Optional<String> skyCoord(List<String> arguments) {
    List<String> parts = new ArrayList<>();
    boolean degrees = false;
    for (String argument : arguments) {
      Matcher keyword = KEYWORD.matcher(argument);
      String name = keyword.matches() ? keyword.group(1) : "";
      String value = name.isEmpty() ? argument : keyword.group(2).strip();
      switch (name) {
        case "", "ra", "dec" -> parts.add(value);
        case "unit" -> {
          degrees = areDegrees(value);
          if (!degrees) {
            return Optional.empty();
          }
        }
        case "frame" -> {
          if (!ICRS.matcher(value).matches()) {
            return Optional.empty();
          }
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    if (parts.size() == 1) {
      return text(parts.get(0));
    }
    List<String> numbers = new ArrayList<>();
    for (String part : parts) {
      Matcher number = QUANTITY.matcher(part);
      boolean own = number.matches() && number.group("unit") != null;
      if (!number.matches() || !(own ? DEGREES.matcher(number.group("unit")).matches() : degrees)) {
        return Optional.empty();
      }
      numbers.add(number.group("number"));
    }
    return numbers.size() == 2 ? Optional.of(String.join(" ", numbers)) : Optional.empty();
  }

  private static boolean areDegrees(String value) {
    boolean pair = value.startsWith("(") || value.startsWith("[");
    List<String> units =
        pair
            ? AstroqueryCall.split(value.substring(1, Math.max(1, value.length() - 1)))
            : List.of(value);
    return !units.isEmpty() && units.stream().allMatch(one -> DEGREES.matcher(one).matches());
  }
}
