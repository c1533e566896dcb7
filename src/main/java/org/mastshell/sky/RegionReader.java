package org.mastshell.sky;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes the text of a region apart, word by word. Done by hand, since a set of observations has
 * hundreds of thousands of them.
 */
final class RegionReader {
  private static final int LEAST_CORNERS = 3;
  private static final int LONGEST_NUMBER = 40;
  private static final double MOST_RADIUS = 180;
  private static final double POLE = 90;
  // Of so many digits, and powers of ten up to this one, a double holds each exactly, so that one
  // division rounds as the language does.
  private static final int EXACT_DIGITS = 15;
  private static final double[] TENS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };
  private static final List<String> KINDS = List.of("POLYGON", "CIRCLE", "POSITION");

  private final char[] region;
  private final List<SkyFootprint.Shape> shapes = new ArrayList<>();
  private double[] numbers = new double[16];
  private int count;
  private String kind = "";

  RegionReader(String region) {
    this.region = region.toCharArray();
  }

  /** The shapes that it names. What is no shape, or lies nowhere on the sky, is passed over. */
  List<SkyFootprint.Shape> shapes() {
    int at = 0;
    while (at < region.length) {
      int end = at;
      while (end < region.length && !isGap(region[end])) {
        end++;
      }
      if (end > at) {
        word(at, end);
      }
      at = end + 1;
    }
    addShape();
    return shapes;
  }

  private static boolean isGap(char c) {
    boolean usual = c > ' ' && c <= 'z';
    return usual ? c == ',' || c == '(' || c == ')' : Character.isWhitespace(c);
  }

  private void word(int start, int end) {
    if (isNumber(start, end)) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = number(start, end);
      return;
    }
    String named = kindOf(start, end);
    // The name of a frame stands between the kind of a shape and its numbers.
    if (count > 0 || !named.isEmpty()) {
      addShape();
      kind = named;
      count = 0;
    }
  }

  // Digits with at most one point, a sign before them and an exponent of up to three digits behind.
  private boolean isNumber(int start, int end) {
    if (end - start > LONGEST_NUMBER) {
      return false;
    }
    int at = isSign(start) ? start + 1 : start;
    int whole = digits(at, end);
    int digits = whole;
    at += whole;
    if (at < end && region[at] == '.') {
      int decimals = digits(at + 1, end);
      digits += decimals;
      at += 1 + decimals;
    }
    if (digits == 0) {
      return false;
    }
    if (at < end && (region[at] == 'e' || region[at] == 'E')) {
      at++;
      at = at < end && isSign(at) ? at + 1 : at;
      int exponent = digits(at, end);
      return exponent > 0 && exponent <= 3 && at + exponent == end;
    }
    return at == end;
  }

  private double number(int start, int end) {
    long digits = 0;
    int many = 0;
    int decimals = -1;
    for (int at = isSign(start) ? start + 1 : start; at < end; at++) {
      char c = region[at];
      if (c == '.') {
        decimals = 0;
      } else if (c <= '9' && many < EXACT_DIGITS) {
        digits = 10 * digits + c - '0';
        many++;
        decimals += decimals >= 0 ? 1 : 0;
      } else {
        return Double.parseDouble(text(start, end));
      }
    }
    double number = decimals > 0 ? digits / TENS[decimals] : digits;
    return region[start] == '-' ? -number : number;
  }

  private boolean isSign(int at) {
    return region[at] == '-' || region[at] == '+';
  }

  private int digits(int start, int end) {
    int at = start;
    while (at < end && region[at] >= '0' && region[at] <= '9') {
      at++;
    }
    return at - start;
  }

  private String kindOf(int start, int end) {
    for (String known : KINDS) {
      if (known.length() == end - start && known.equalsIgnoreCase(text(start, end))) {
        return known;
      }
    }
    return "";
  }

  private String text(int start, int end) {
    return new String(region, start, end - start);
  }

  private void addShape() {
    switch (kind) {
      case "POLYGON" -> addPolygon();
      case "CIRCLE" -> {
        boolean size = count > 2 && numbers[2] >= 0 && numbers[2] <= MOST_RADIUS;
        if (size && onSky(0)) {
          shapes.add(new SkyFootprint.Circle(SkyVector.of(numbers[0], numbers[1]), numbers[2]));
        }
      }
      case "POSITION" -> {
        if (count > 1 && onSky(0)) {
          shapes.add(new SkyFootprint.Circle(SkyVector.of(numbers[0], numbers[1]), 0));
        }
      }
      default -> {}
    }
  }

  private void addPolygon() {
    List<SkyVector> corners = new ArrayList<>(count / 2);
    for (int i = 0; i + 1 < count; i += 2) {
      if (!onSky(i)) {
        return;
      }
      corners.add(SkyVector.of(numbers[i], numbers[i + 1]));
    }
    if (corners.size() >= LEAST_CORNERS) {
      shapes.add(new SkyFootprint.Polygon(List.copyOf(corners)));
    }
  }

  // Right ascensions come negative and above a full circle, but never by several turns.
  private boolean onSky(int first) {
    return Math.abs(numbers[first]) <= 4 * MOST_RADIUS && Math.abs(numbers[first + 1]) <= POLE;
  }
}
