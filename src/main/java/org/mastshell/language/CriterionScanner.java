package org.mastshell.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Finds criteria among words. Blanks may stand around the operator and behind the commas of a list,
 * so a criterion may take several words.
 */
final class CriterionScanner {
  private final String line;
  private final List<Word> words;
  private final UnaryOperator<String> example;
  private int next;
  private int from;
  private CriterionText found;

  /**
   * @param example gives a criterion that speaks of a field, by the word for it
   */
  CriterionScanner(String line, List<Word> words, UnaryOperator<String> example) {
    this.line = line;
    this.words = words;
    this.example = example;
  }

  /** Whether a criterion begins at a word. */
  boolean startsAt(int index) {
    return startsAt(words, index);
  }

  /** Whether a criterion begins at one of some words. */
  static boolean startsAt(List<Word> words, int index) {
    if (index >= words.size()) {
      return false;
    }
    return operatorIn(words.get(index)) >= 0
        || (index + 1 < words.size()
            && operatorIn(words.get(index + 1)) == 0
            && !isFile(words.get(index + 1)));
  }

  // Of ~/regex/ and the name of a file in the home, by itself, the end tells which it is.
  private static boolean isFile(Word word) {
    return word.raw().startsWith("~/") && !word.raw().endsWith("/");
  }

  /** Reads the criterion that begins at a word; gives the index of the first word behind it. */
  int read(int index) {
    Word first = words.get(index);
    int place = operatorIn(first);
    if (place == 0) {
      throw first.fault(
          line,
          "there is no field before " + first.raw(),
          "a criterion is like " + example.apply(""));
    }
    Word field = place < 0 ? first : first.part(0, QuotedText.of(first.raw()).offset(place));
    next = place < 0 ? index + 1 : index;
    Word word = words.get(next);
    QuotedText text = QuotedText.of(word.raw());
    int at = Math.max(place, 0);
    Operator operator = operator(text, at);
    int behind = at + operator.symbol().length();
    if (operator == Operator.EQUAL && text.isBare(behind, '=')) {
      behind++;
    }
    from = text.offset(behind - 1) + 1;
    Word symbol = word.part(text.offset(at), from);
    found = new CriterionText(field, operator, readValues(operator, field, symbol));
    return next;
  }

  /** The criterion last read. */
  CriterionText criterion() {
    return found;
  }

  private List<Word> readValues(Operator operator, Word field, Word symbol) {
    List<Word> values = new ArrayList<>();
    if (from == words.get(next).raw().length()) {
      advance(symbol, field, "no value stands behind " + field.text() + operator.symbol());
    }
    boolean more = true;
    while (more) {
      Word word = words.get(next);
      Word rest = word.part(from, word.raw().length());
      Word comma = splitList(rest, operator, values);
      if (comma != null) {
        advance(comma, field, "no value stands behind the last comma");
      } else {
        next++;
        from = 0;
        more = next < words.size() && words.get(next).raw().startsWith(",");
        from = more ? 1 : 0;
        if (more && words.get(next).raw().length() == 1) {
          advance(words.get(next), field, "no value stands behind the last comma");
        }
      }
    }
    return values;
  }

  private void advance(Word blamed, Word field, String message) {
    next++;
    from = 0;
    if (next >= words.size() || words.get(next).raw().startsWith("--")) {
      throw blamed.fault(line, message, "a criterion is like " + example.apply(field.text()));
    }
  }

  // Adds the values between commas; gives the comma that the list ends with, if it ends with one.
  private Word splitList(Word list, Operator operator, List<Word> values) {
    QuotedText text = QuotedText.of(list.raw());
    boolean contains = operator == Operator.CONTAINS || operator == Operator.NOT_CONTAINS;
    int start = 0;
    int rawStart = 0;
    while (true) {
      int end = CriterionGrammar.valueEnd(text, start, contains);
      int rawEnd = text.offset(end);
      Word value = list.part(rawStart, end == text.length() ? list.raw().length() : rawEnd);
      if (value.raw().isEmpty()) {
        throw list.part(rawEnd, Math.min(rawEnd + 1, list.raw().length()))
            .fault(line, "a value is missing between commas", "take one comma away")
            .rightWith("");
      }
      values.add(value);
      if (end == text.length()) {
        return null;
      }
      start = end + 1;
      rawStart = rawEnd + 1;
      if (rawStart == list.raw().length()) {
        return list.part(rawEnd, rawStart);
      }
    }
  }

  /** Where the first operator outside quotes stands in a word's text, or -1. */
  static int operatorIn(Word word) {
    return CriterionGrammar.operatorIn(QuotedText.of(word.raw()));
  }

  private static Operator operator(QuotedText text, int at) {
    boolean equals = text.isBare(at + 1, '=');
    return switch (text.at(at)) {
      case '!' -> equals ? Operator.NOT_EQUAL : Operator.NOT_CONTAINS;
      case '<' -> equals ? Operator.LESS_OR_EQUAL : Operator.LESS;
      case '>' -> equals ? Operator.GREATER_OR_EQUAL : Operator.GREATER;
      case '~' -> Operator.CONTAINS;
      default -> Operator.EQUAL;
    };
  }
}
