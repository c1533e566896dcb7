package org.mastshell.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mastshell.language.RowSelection.Range;

/** Reads row numbers and finds the rows that they stand for. */
public final class RowSelections {
  private static final String LAST = "last";
  private static final int CASELESS = Pattern.CASE_INSENSITIVE;
  private static final Pattern RANGE = Pattern.compile("(\\d+|last)(?:(-)(\\d+|last)?)?", CASELESS);
  private static final Pattern OTHER_RANGE =
      Pattern.compile("(\\d+|last)(?:\\.\\.|:|[\u2010-\u2015\u2212])(\\d+|last)?", CASELESS);
  static final String EXAMPLE = "rows are like 3, 3-7, 1,4,9- or last";

  private RowSelections() {}

  /**
   * The rows of a set, counted from 0, in the order typed, each once.
   *
   * @param rows as typed
   * @param size number of rows of the set
   * @param line the whole line, for the message
   *     <p>Of an empty set every selection is empty: that is a result, not an error.
   * @throws SyntaxException if the set has rows, but not such a one
   */
  public static int[] resolve(RowSelection rows, int size, String line) {
    if (size == 0) {
      return new int[0];
    }
    Set<Integer> indexes = new LinkedHashSet<>();
    for (Range range : rows.ranges()) {
      int first = range.first() == 0 ? size : range.first();
      boolean open = range.last() == 0 || range.last() == Integer.MAX_VALUE;
      int last = open ? size : range.last();
      if (first > size || last > size) {
        throw rows.word().fault(line, howMany(size), EXAMPLE);
      }
      for (int row = first; row <= last; row++) {
        indexes.add(row - 1);
      }
    }
    return indexes.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Whether a word is row numbers and nothing else, or a list of them that goes on. */
  static boolean isRows(Word word) {
    return isRows(word.raw());
  }

  /** Whether a word, as it is typed, is row numbers and nothing else, or a list that goes on. */
  public static boolean isRows(String raw) {
    String list = raw.endsWith(",") ? raw.substring(0, raw.length() - 1) : raw;
    // Piece by piece: one expression for the whole would overflow the stack on a long list.
    return Stream.of(list.split(",", -1)).allMatch(piece -> RANGE.matcher(piece).matches());
  }

  /** Whether a word looks as if row numbers were meant. */
  static boolean resemblesRows(Word word) {
    return word.raw().matches("[-+]?\\d[\\d,.:-]*|(?i:(\\d+|last)([,.:-].*))");
  }

  /** The range that was meant where it is written as in a criterion or in another language. */
  static Optional<String> meant(String typed) {
    Matcher parts = OTHER_RANGE.matcher(typed);
    return parts.matches()
        ? Optional.of(parts.group(1) + "-" + (parts.group(2) == null ? "" : parts.group(2)))
        : Optional.empty();
  }

  /** Reads words that stand for row numbers. */
  static RowSelection read(String line, List<Word> words) {
    List<Range> ranges = new ArrayList<>();
    for (Word word : words) {
      int from = 0;
      for (String piece : word.raw().split(",", -1)) {
        if (!piece.isEmpty()) {
          ranges.add(range(line, word.part(from, from + piece.length())));
        }
        from += piece.length() + 1;
      }
    }
    Word first = words.get(0);
    Word last = words.get(words.size() - 1);
    return new RowSelection(Word.in(line, first.start(), last.end()), List.copyOf(ranges));
  }

  private static Range range(String line, Word piece) {
    Matcher parts = RANGE.matcher(piece.raw());
    if (!parts.matches()) {
      throw piece.fault(line, piece.raw() + " is no row number", EXAMPLE);
    }
    int first = number(parts.group(1)).orElseThrow(() -> zero(line, piece));
    if (parts.group(2) == null) {
      return new Range(first, first);
    }
    if (parts.group(3) == null) {
      return new Range(first, Integer.MAX_VALUE);
    }
    int last = number(parts.group(3)).orElseThrow(() -> zero(line, piece));
    if (last != 0 && (first == 0 || first > last)) {
      String turned = parts.group(3) + "-" + parts.group(1);
      throw piece
          .fault(
              line,
              "the first row of " + piece.raw() + " comes after the last",
              "did you mean " + turned + "?")
          .rightWith(turned);
    }
    return new Range(first, last);
  }

  private static SyntaxException zero(String line, Word piece) {
    return piece.fault(line, piece.raw() + " is no row number", "rows are counted from 1");
  }

  // 0 stands for the last row, and so cannot be typed as a number.
  private static Optional<Integer> number(String text) {
    if (text.equalsIgnoreCase(LAST)) {
      return Optional.of(0);
    }
    try {
      int number = Integer.parseInt(text);
      return number > 0 ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException tooLarge) {
      // No set has so many rows; that is said where its size is known.
      return Optional.of(Integer.MAX_VALUE - 1);
    }
  }

  private static String howMany(int size) {
    return size == 1 ? "there is only 1 row" : "there are only " + size + " rows";
  }
}
