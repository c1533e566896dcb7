package org.mastshell.table;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rows of a table found by the value that tells them apart (an obsid, a data URI). Rows without
 * such a value are the same as no other.
 */
public final class KeyedRows {
  private static final int NONE = -1;

  private final Subject key;
  private final TextColumn keys;
  private final Map<String, Integer> firstRows;

  private KeyedRows(Subject key, TextColumn keys, Map<String, Integer> firstRows) {
    this.key = key;
    this.keys = keys;
    this.firstRows = firstRows;
  }

  /** The rows of a table by their key. */
  public static KeyedRows of(Table table, Subject key) {
    TextColumn keys = TextColumn.from(table.column(key));
    Map<String, Integer> firstRows = new HashMap<>();
    for (int row = 0; row < keys.size(); row++) {
      if (!keys.isEmpty(row)) {
        firstRows.putIfAbsent(keys.text(row), row);
      }
    }
    return new KeyedRows(key, keys, firstRows);
  }

  /** The value that tells a row apart, or null if it has none. */
  public String key(int row) {
    return keys.isEmpty(row) ? null : keys.text(row);
  }

  /** The first row with that key, or -1 if there is none. */
  public int row(String wanted) {
    return wanted == null ? NONE : firstRows.getOrDefault(wanted, NONE);
  }

  /** Those rows of another table whose key stands here too, or does not. */
  public Table rowsOf(Table other, boolean shared) {
    TextColumn words = TextColumn.from(other.column(key));
    boolean[] here = new boolean[words.dictionarySize()];
    for (int code = 0; code < here.length; code++) {
      here[code] = firstRows.containsKey(words.word(code));
    }
    IntPredicate isHere = row -> !words.isEmpty(row) && here[words.code(row)];
    return other.select(
        IntStream.range(0, other.size()).filter(row -> isHere.test(row) == shared).toArray());
  }
}
