package org.mastshell.handover;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What services are given, as values of Python. */
final class PythonValues {
  private static final String PAGE = "page";
  private static final int WIDTH = 70;

  private PythonValues() {}

  /**
   * A value: maps, lists, numbers, truth values, text, and what is none of these for nothing.
   *
   * @throws NotExpressibleException if astroquery would send another value
   */
  static String of(Object value) {
    return of(value, "");
  }

  private static String of(Object value, String indent) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> inOrder = new TreeMap<>();
      map.forEach((key, each) -> inOrder.put(key.toString(), each));
      List<String> parts =
          inOrder.entrySet().stream()
              .map(each -> named(each.getKey(), each.getValue(), indent + "    "))
              .toList();
      return enclosed("{", parts, "}", indent);
    }
    if (value instanceof List<?> list) {
      return enclosed(
          "[", list.stream().map(each -> of(each, indent + "    ")).toList(), "]", indent);
    }
    if (value instanceof String text) {
      return Literals.text(text);
    }
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    }
    return value instanceof Number number ? number(new BigDecimal(number.toString())) : "None";
  }

  // astroquery asks for the next page by replacing text in what it sent.
  private static String named(String key, Object value, String indent) {
    if (key.endsWith(PAGE) && value instanceof Number) {
      throw new NotExpressibleException(
          "the parameter " + key + ", which astroquery takes for the number of a page");
    }
    return Literals.text(key) + ": " + of(value, indent);
  }

  private static String number(BigDecimal number) {
    if (number.scale() <= 0 && number.precision() - number.scale() < 30) {
      return number.toBigInteger().toString();
    }
    double nearest = number.doubleValue();
    if (Double.isInfinite(nearest)
        || new BigDecimal(Double.toString(nearest)).compareTo(number) != 0) {
      throw new NotExpressibleException(
          "the number " + number + ", of which Python would send fewer digits");
    }
    return Double.toString(nearest);
  }

  private static String enclosed(String open, List<String> parts, String close, String indent) {
    String line = open + String.join(", ", parts) + close;
    if (line.length() + indent.length() <= WIDTH && line.indexOf('\n') < 0) {
      return line;
    }
    return parts.stream()
        .map(part -> indent + "    " + part + ",\n")
        .collect(Collectors.joining("", open + "\n", indent + close));
  }
}
