package org.mastshell.table;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The cells of a column as numbers that stand in the same order when compared as unsigned 64-bit
 * numbers. What stands for a missing cell has no meaning.
 */
final class Ranks {
  private Ranks() {}

  static long[] of(Column column) {
    Column cells = column instanceof ColumnView view ? view.copied() : column;
    if (cells instanceof TextColumn texts) {
      return ofTexts(texts);
    }
    long[] ranks = new long[cells.size()];
    for (int row = 0; row < ranks.length; row++) {
      ranks[row] =
          cells instanceof IntegerColumn integers
              ? integers.value(row) ^ Long.MIN_VALUE
              : ofNumber(cells.number(row));
    }
    return ranks;
  }

  // IEEE 754 numbers are in the order of their bits once the negative ones are turned over.
  private static long ofNumber(double number) {
    long bits = Double.doubleToLongBits(number);
    return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
  }

  // Only the texts that some row holds are sorted: a selection may share a much larger dictionary.
  private static long[] ofTexts(TextColumn texts) {
    boolean[] used = new boolean[texts.dictionarySize()];
    for (int row = 0; row < texts.size(); row++) {
      if (!texts.isMissing(row)) {
        used[texts.code(row)] = true;
      }
    }
    Word[] words =
        IntStream.range(0, used.length)
            .filter(code -> used[code])
            .mapToObj(code -> new Word(code, texts.word(code), NaturalOrder.key(texts.word(code))))
            .toArray(Word[]::new);
    Arrays.sort(words);
    int[] places = new int[used.length];
    for (int place = 0; place < words.length; place++) {
      places[words[place].code] = place;
    }
    long[] ranks = new long[texts.size()];
    for (int row = 0; row < ranks.length; row++) {
      ranks[row] = texts.isMissing(row) ? 0 : places[texts.code(row)];
    }
    return ranks;
  }

  private record Word(int code, String text, String key) implements Comparable<Word> {
    @Override
    public int compareTo(Word other) {
      int order = key.compareTo(other.key);
      return order != 0 ? order : NaturalOrder.INSTANCE.compare(text, other.text);
    }
  }
}
