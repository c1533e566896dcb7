package org.mastshell.table;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One way in which a cell can fit. Text is compared without regard to case. */
public sealed interface Match {

  /**
   * Whether a cell fits.
   *
   * @param text the cell's text, null where it is missing
   * @param number the cell's number, NaN where it has none
   */
  boolean fits(String text, double number);

  /** Where a piece first stands between two places of a text, or -1; case does not count. */
  private static int find(String text, String piece, int from, int end) {
    if (piece.isEmpty()) {
      return from;
    }
    char lower = Character.toLowerCase(Character.toUpperCase(piece.charAt(0)));
    char upper = Character.toUpperCase(lower);
    for (int place = from; place <= end - piece.length(); place++) {
      char letter = text.charAt(place);
      // Most places are ruled out by their first letter; beyond ASCII case has more than two forms.
      boolean begins = letter == lower || letter == upper || letter > '\u007f';
      if (begins && text.regionMatches(true, place, piece, 0, piece.length())) {
        return place;
      }
    }
    return -1;
  }

  /** The cell is this text. */
  record Equal(String wanted) implements Match {
    @Override
    public boolean fits(String text, double number) {
      return text != null && text.equalsIgnoreCase(wanted);
    }

    @Override
    public String toString() {
      return wanted;
    }
  }

  /**
   * The cell is made of these pieces with anything between them.
   *
   * @param pieces at least two; the first and the last may be empty, for a wildcard at an end
   */
  record Wildcard(List<String> pieces) implements Match {
    /** The pieces are kept as given. */
    public Wildcard {
      pieces = List.copyOf(pieces);
      if (pieces.size() < 2) {
        throw new IllegalArgumentException("a wildcard has at least two pieces");
      }
    }

    /** A wildcard from text in which each {@code *} stands for anything. */
    public static Wildcard of(String starred) {
      return new Wildcard(Arrays.asList(starred.split("\\*", -1)));
    }

    @Override
    public boolean fits(String text, double number) {
      if (text == null) {
        return false;
      }
      String first = pieces.get(0);
      String last = pieces.get(pieces.size() - 1);
      int from = first.length();
      int end = text.length() - last.length();
      if (from > end
          || !text.regionMatches(true, 0, first, 0, from)
          || !text.regionMatches(true, end, last, 0, last.length())) {
        return false;
      }
      for (String piece : pieces.subList(1, pieces.size() - 1)) {
        int found = find(text, piece, from, end);
        if (found < 0) {
          return false;
        }
        from = found + piece.length();
      }
      return true;
    }

    @Override
    public String toString() {
      return String.join("*", pieces);
    }
  }

  /** The cell contains this text. */
  record Contains(String wanted) implements Match {
    @Override
    public boolean fits(String text, double number) {
      return text != null && find(text, wanted, 0, text.length()) >= 0;
    }

    @Override
    public String toString() {
      return "*" + wanted + "*";
    }
  }

  /** The regular expression is found somewhere in the cell. */
  record Regex(Pattern pattern) implements Match {
    @Override
    public boolean fits(String text, double number) {
      return text != null && pattern.matcher(text).find();
    }

    @Override
    public String toString() {
      return "/" + pattern + "/";
    }
  }

  /**
   * The cell's number lies between two bounds.
   *
   * @param low negative infinity where there is no lower bound
   * @param high positive infinity where there is no upper bound
   * @param lowIncluded whether the lower bound itself fits
   * @param highIncluded whether the upper bound itself fits
   */
  record Range(double low, double high, boolean lowIncluded, boolean highIncluded)
      implements Match {
    /** Both bounds included. */
    public static Range closed(double low, double high) {
      return new Range(low, high, true, true);
    }

    @Override
    public boolean fits(String text, double number) {
      return (lowIncluded ? number >= low : number > low)
          && (highIncluded ? number <= high : number < high);
    }

    @Override
    public String toString() {
      String left = Double.isInfinite(low) ? "" : Numbers.text(low);
      String right = Double.isInfinite(high) ? "" : Numbers.text(high);
      return left.equals(right) ? left : left + ".." + right;
    }
  }

  /** The cell is missing or empty. */
  record Missing() implements Match {
    @Override
    public boolean fits(String text, double number) {
      return text == null || text.isEmpty();
    }

    @Override
    public String toString() {
      return "null";
    }
  }

  /**
   * The cell is this name, or this name followed by a slash and anything ({@code NIRCAM/IMAGE}).
   */
  record Family(String name) implements Match {
    @Override
    public boolean fits(String text, double number) {
      return text != null
          && text.regionMatches(true, 0, name, 0, name.length())
          && (text.length() == name.length() || text.charAt(name.length()) == '/');
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * The cell is a list whose parts stand between semicolons, and every wanted part is one of them,
   * in any order ({@code F150W2;F162M}).
   */
  record Parts(List<Match> wanted) implements Match {
    /** At least one part. */
    public Parts {
      wanted = List.copyOf(wanted);
      if (wanted.isEmpty()) {
        throw new IllegalArgumentException("a list of parts has at least one part");
      }
    }

    @Override
    public boolean fits(String text, double number) {
      if (text == null) {
        return false;
      }
      String[] parts = text.split(";", -1);
      return wanted.stream()
          .allMatch(
              match -> Arrays.stream(parts).anyMatch(part -> match.fits(part.strip(), Double.NaN)));
    }

    @Override
    public String toString() {
      return wanted.stream().map(Match::toString).collect(Collectors.joining(";"));
    }
  }
}
