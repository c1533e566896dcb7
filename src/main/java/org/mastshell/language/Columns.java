package org.mastshell.language;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** Reads the names of columns: words, or lists between commas. */
public final class Columns {
  private static final char COMMA = ',';

  private Columns() {}

  /**
   * The fields that words name, in the order typed.
   *
   * @param words each a name, an alias, or several between commas; a blank may follow a comma
   * @param kind what the rows are
   * @param fields the dictionary; {@link Fields#including} makes it know a set's own columns
   * @param line the whole line, for the message
   * @throws SyntaxException if a word is no field of that kind of set
   */
  public static List<Field> read(List<Word> words, SetKind kind, Fields fields, String line) {
    List<Field> found = new ArrayList<>();
    for (Word word : words) {
      for (Word name : split(word)) {
        found.add(
            fields
                .find(name.text(), kind)
                .orElseThrow(() -> UnknownField.ofColumn(fields, kind, line).fault(name)));
      }
    }
    return List.copyOf(found);
  }

  private static List<Word> split(Word word) {
    QuotedText text = QuotedText.of(word.raw());
    List<Word> names = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.isBare(i, COMMA)) {
        Word name = word.part(from, text.offset(i));
        from = i < text.length() ? text.offset(i) + 1 : from;
        if (!name.text().isEmpty()) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
