package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.language.Columns;
import org.mastshell.language.Word;
import org.mastshell.table.SortKey;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** Reads by which columns rows are put in order. */
final class SortKeys {
  private SortKeys() {}

  /**
   * The keys, the first one first.
   *
   * @param words columns, or several between commas; a dash before a word turns all of it round
   * @throws org.mastshell.language.SyntaxException if a word is no column
   */
  static List<SortKey> read(List<Word> words, SetKind kind, Fields fields, String line) {
    List<SortKey> keys = new ArrayList<>();
    for (Word word : words) {
      boolean descending = word.text().startsWith("-");
      Word columns = descending ? withoutSign(word) : word;
      if (columns.text().isEmpty()) {
        throw word.fault(line, "no column stands behind the dash", "as in -size");
      }
      for (Field field : Columns.read(List.of(columns), kind, fields, line)) {
        keys.add(new SortKey(field.subject(), descending));
      }
    }
    return keys;
  }

  // In quotes, as a variable is put in, the dash is no option, and commas part columns all the
  // same.
  private static Word withoutSign(Word word) {
    String columns = word.text().substring(1);
    int sign = word.raw().startsWith("-") ? 1 : 2;
    String raw = sign == 1 ? word.raw().substring(1) : columns;
    return new Word(columns, raw, word.start() + sign, word.end());
  }
}
