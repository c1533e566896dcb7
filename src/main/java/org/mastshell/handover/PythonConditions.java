package org.mastshell.handover;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mastshell.table.Subject;

/** Predicates as masks of the rows of an astropy table. */
final class PythonConditions extends Conditions {
  private final String table;

  /**
   * @param table the variable that holds the rows
   */
  PythonConditions(String table) {
    this.table = table;
  }

  /** The cells that a subject speaks of, as text. */
  static String cells(String table, Subject subject) {
    String source = table + ", " + Literals.text(subject.source());
    return isPartOfName(subject)
        ? "parts(" + source + ", " + Literals.text(subject.name()) + ")"
        : "texts(" + source + ")";
  }

  @Override
  String always() {
    return "every(" + table + ")";
  }

  @Override
  String never() {
    return "none(" + table + ")";
  }

  @Override
  String and() {
    return " & ";
  }

  @Override
  String or() {
    return " | ";
  }

  @Override
  String not(String expression) {
    return "~" + expression;
  }

  @Override
  String missing(Subject subject) {
    return "missing(" + cells(table, subject) + ")";
  }

  @Override
  String ofText(Subject subject, String test) {
    return "fits(" + cells(table, subject) + ", lambda cell: " + test + ")";
  }

  @Override
  String ofNumber(Subject subject, String test) {
    return "fits(numbers(" + cells(table, subject) + "), lambda x: " + test + ")";
  }

  @Override
  String number() {
    return "x";
  }

  @Override
  String anyNumber() {
    return "x == x";
  }

  @Override
  String isOneOf(List<String> values) {
    if (values.size() == 1) {
      return "fold(cell) == " + folded(values.get(0));
    }
    String folded =
        new TreeSet<>(values)
            .stream()
                .map(PythonConditions::folded)
                .distinct()
                .collect(Collectors.joining(", ", "{", "}"));
    return "fold(cell) in " + folded;
  }

  // Letters beyond ASCII are folded there, so that both sides are folded alike.
  private static String folded(String value) {
    boolean plain = value.chars().allMatch(c -> c < '\u007f');
    return plain
        ? Literals.text(value.toLowerCase(Locale.ROOT))
        : "fold(" + Literals.text(value) + ")";
  }

  @Override
  String startsWith(String start) {
    return "fold(cell).startswith(" + folded(start) + ")";
  }

  @Override
  String contains(String piece) {
    return folded(piece) + " in fold(cell)";
  }

  @Override
  String wildcard(List<String> pieces) {
    if (pieces.stream().allMatch(String::isEmpty)) {
      throw empty("the wildcard *");
    }
    return search(wildcardRegex(pieces));
  }

  @Override
  String regex(String expression) {
    if (Pattern.compile(expression).matcher("").find()) {
      throw empty("the regular expression /" + expression + "/");
    }
    return search(PortableRegex.of(expression));
  }

  // In astroquery's tables a cell that is empty and one that is missing are the same.
  private static NotExpressibleException empty(String what) {
    return new NotExpressibleException(what + ", which an empty text fits as well");
  }

  private static String search(String expression) {
    return "re.search(" + Literals.text(expression) + ", cell, re.IGNORECASE)";
  }

  @Override
  String anyPiece(String test) {
    return "any(" + test + " for cell in pieces(cell))";
  }
}
