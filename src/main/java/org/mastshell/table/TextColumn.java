package org.mastshell.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A column of text. Each distinct text is stored once; a cell is an index into that dictionary. */
public final class TextColumn implements Column {
  static final int MISSING = -1;

  private static final int UNKNOWN = -2;

  private final int[] codes;
  private final String[] dictionary;
  // Looked for once: to ask each text takes longer than all else that is done with it.
  private int emptyCode = UNKNOWN;

  TextColumn(int[] codes, String[] dictionary) {
    this.codes = codes;
    this.dictionary = dictionary;
  }

  /** A column of these cells; null is a missing cell. */
  public static TextColumn of(List<String> cells) {
    WordCodes words = new WordCodes();
    int[] codes = new int[cells.size()];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = words.code(cells.get(row));
    }
    return new TextColumn(codes, words.toArray());
  }

  /** The cells of any column as text. */
  static TextColumn from(Column column) {
    if (column instanceof TextColumn texts) {
      return texts;
    }
    if (column instanceof ColumnView view) {
      return from(view.copied());
    }
    List<String> cells = new ArrayList<>(column.size());
    for (int row = 0; row < column.size(); row++) {
      cells.add(column.text(row));
    }
    return of(cells);
  }

  @Override
  public ColumnType type() {
    return ColumnType.TEXT;
  }

  @Override
  public int size() {
    return codes.length;
  }

  @Override
  public boolean isMissing(int row) {
    return codes[row] == MISSING;
  }

  @Override
  public String text(int row) {
    int code = codes[row];
    return code == MISSING ? null : dictionary[code];
  }

  @Override
  public double number(int row) {
    return Numbers.parse(text(row));
  }

  @Override
  public Column select(int... rows) {
    return new TextColumn(Arrays.stream(rows).map(row -> codes[row]).toArray(), dictionary);
  }

  @Override
  public int compare(int first, int second) {
    int left = codes[first];
    int right = codes[second];
    if (left == right) {
      return 0;
    }
    if (left == MISSING || right == MISSING) {
      return left == MISSING ? 1 : -1;
    }
    return NaturalOrder.INSTANCE.compare(dictionary[left], dictionary[right]);
  }

  /** The place of the cell's text in the dictionary, or -1 where the cell is missing. */
  int code(int row) {
    return codes[row];
  }

  /** Whether the cell is missing or its text has no letters. */
  boolean isEmpty(int row) {
    return codes[row] == MISSING || dictionary[codes[row]].isEmpty();
  }

  /** The codes of all cells; not to be changed. */
  int[] codes() {
    return codes;
  }

  /** The code of the text without letters; {@link #MISSING} if no cell can hold it. */
  int emptyCode() {
    int known = emptyCode;
    if (known == UNKNOWN) {
      known = MISSING;
      for (int code = 0; code < dictionary.length && known == MISSING; code++) {
        known = dictionary[code].isEmpty() ? code : MISSING;
      }
      emptyCode = known;
    }
    return known;
  }

  /** How many entries the dictionary has; some may stand in no cell of a selection. */
  int dictionarySize() {
    return dictionary.length;
  }

  /** The text that a code stands for. */
  String word(int code) {
    return dictionary[code];
  }
}
