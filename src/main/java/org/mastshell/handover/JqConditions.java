package org.mastshell.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mastshell.table.Subject;

/** Predicates as conditions of a row in jq. */
final class JqConditions extends Conditions {
  private static final int FEW = 8;

  private final List<String> lists = new ArrayList<>();

  /** What a subject speaks of, of the row at hand. */
  static String cell(Subject subject) {
    String source = "cell(" + Literals.text(subject.source()) + ")";
    return isPartOfName(subject)
        ? "("
            + source
            + " | txt | if . then name_parts["
            + Literals.text(subject.name())
            + "] else null end)"
        : source;
  }

  /** The rows for which an expression holds, with the lists that it looks into before it. */
  String select(String expression) {
    return String.join("", lists) + "map(select(" + expression + "))";
  }

  @Override
  String always() {
    return "true";
  }

  @Override
  String never() {
    return "false";
  }

  @Override
  String and() {
    return " and ";
  }

  @Override
  String or() {
    return " or ";
  }

  @Override
  String not(String expression) {
    return "(" + expression + " | not)";
  }

  @Override
  String missing(Subject subject) {
    return "(" + cell(subject) + " | missing)";
  }

  @Override
  String ofText(Subject subject, String test) {
    return "(" + cell(subject) + " | txt | fits(" + test + "))";
  }

  @Override
  String ofNumber(Subject subject, String test) {
    return "(" + cell(subject) + " | num | fits(" + test + "))";
  }

  @Override
  String number() {
    return ".";
  }

  @Override
  String anyNumber() {
    return "true";
  }

  @Override
  String isOneOf(List<String> values) {
    List<String> folded = values.stream().map(JqConditions::folded).distinct().toList();
    if (folded.size() <= FEW) {
      return folded.stream()
          .map(value -> "fold == " + Literals.text(value))
          .collect(Collectors.joining(" or "));
    }
    String name = "$list" + (lists.size() + 1);
    lists.add(
        new TreeSet<>(folded)
            .stream()
                .map(value -> Literals.text(value) + ": true")
                .collect(Collectors.joining(", ", "{", "} as " + name + " | ")));
    return "(fold as $value | " + name + " | has($value))";
  }

  // jq folds the letters of ASCII alone.
  private static String folded(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c > '~' && Character.toLowerCase(c) != Character.toUpperCase(c)) {
        throw new NotExpressibleException(
            "the value " + value + ", whose letters jq cannot compare whatever their case");
      }
    }
    return value.toLowerCase(Locale.ROOT);
  }

  @Override
  String startsWith(String start) {
    return "(fold | startswith(" + Literals.text(folded(start)) + "))";
  }

  @Override
  String contains(String piece) {
    return "(fold | contains(" + Literals.text(folded(piece)) + "))";
  }

  @Override
  String wildcard(List<String> pieces) {
    pieces.forEach(JqConditions::folded);
    return test(wildcardRegex(pieces));
  }

  @Override
  String regex(String expression) {
    return test(PortableRegex.of(expression));
  }

  private static String test(String expression) {
    return "test(" + Literals.text(expression) + "; \"i\")";
  }

  @Override
  String anyPiece(String test) {
    return "any(pieces[]; " + test + ")";
  }
}
