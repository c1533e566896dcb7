package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mastshell.language.Columns;
import org.mastshell.language.Correction;
import org.mastshell.language.Word;
import org.mastshell.table.SortKey;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** Reads by which columns rows are put in order. */
final class SortKeys {
  private static final Pattern DESCENDING = Pattern.compile("(?i)desc|descending|reverse");
  private static final Pattern ASCENDING = Pattern.compile("(?i)asc|ascending");

  private SortKeys() {}

  /**
   * The keys, the first one first.
   *
   * @param words columns, or several between commas; a dash before a word turns all of it round
   * @throws org.mastshell.language.SyntaxException if a word is no column
   */
  static List<SortKey> read(List<Word> words, SetKind kind, Fields fields, String line) {
    List<SortKey> keys = new ArrayList<>();
    for (int place = 0; place < words.size(); place++) {
      Word word = words.get(place);
      refuseDirection(
          word, place == 0 ? Optional.empty() : Optional.of(words.get(place - 1)), line);
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

  // size desc is how other languages say -size.
  private static void refuseDirection(Word word, Optional<Word> before, String line) {
    boolean descending = DESCENDING.matcher(word.text()).matches();
    if (before.isEmpty() || !(descending || ASCENDING.matcher(word.text()).matches())) {
      return;
    }
    String column = before.get().raw();
    String meant = descending && !column.startsWith("-") ? "-" + column : column;
    Correction correction = new Correction(before.get().start(), word.end(), meant);
    throw word.fault(
            line, word.text() + " is no column", "a dash before a column turns it round: " + meant)
        .rightWith(correction);
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
