package org.mastshell.language;

import java.util.List;
import java.util.stream.Stream;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.PositionFields;

/** What stands between a field and its values. */
public enum Operator {
  EQUAL("=", "one of these values"),
  NOT_EQUAL("!=", "none of these values"),
  CONTAINS("~", "contains this text; ~/\u2026/ is a regular expression"),
  NOT_CONTAINS("!~", "does not contain this text"),
  LESS("<", "below"),
  LESS_OR_EQUAL("<=", "at most"),
  GREATER(">", "above"),
  GREATER_OR_EQUAL(">=", "at least");

  private static final List<Operator> ORDER =
      List.of(LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL);

  private final String symbol;
  private final String meaning;

  Operator(String symbol, String meaning) {
    this.symbol = symbol;
    this.meaning = meaning;
  }

  /** As it is typed. */
  public String symbol() {
    return symbol;
  }

  /** What it asks for, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** The operators that criteria of a field may have. */
  public static List<Operator> of(Field field) {
    if (PositionFields.contains(field.name())) {
      return List.of(EQUAL);
    }
    List<Operator> equality = List.of(EQUAL, NOT_EQUAL);
    List<Operator> pieces = List.of(CONTAINS, NOT_CONTAINS);
    return switch (field.kind()) {
      case FLAG -> equality;
      case TEXT, LIST ->
          Stream.of(equality, pieces, TextReader.isNumbered(field) ? ORDER : List.<Operator>of())
              .flatMap(List::stream)
              .toList();
      default -> Stream.of(equality, ORDER).flatMap(List::stream).toList();
    };
  }
}
