package org.mastshell.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.vocabulary.NameFields;
import org.mastshell.vocabulary.SetKind;

/** Writes predicates in a language. */
abstract class Conditions {
  private static final String ANYTHING = "[\\s\\S]*";

  /** Anything at the beginning or the end of what is looked for. */
  private static final String ENDS =
      "^" + Pattern.quote(ANYTHING) + "|" + Pattern.quote(ANYTHING) + "$";

  private static final Set<String> NAME_PARTS =
      NameFields.of(SetKind.PRODUCTS).stream()
          .map(field -> field.name())
          .collect(Collectors.toUnmodifiableSet());

  /** The predicate as an expression. */
  final String of(Predicate predicate) {
    if (predicate instanceof Predicate.All all) {
      return all.parts().isEmpty() ? always() : joined(all.parts(), and());
    }
    if (predicate instanceof Predicate.Any any) {
      return any.parts().isEmpty() ? never() : joined(any.parts(), or());
    }
    if (predicate instanceof Predicate.Not not) {
      return not("(" + of(not.part()) + ")");
    }
    return condition((Predicate.Condition) predicate);
  }

  private String joined(List<Predicate> parts, String word) {
    return parts.size() == 1
        ? of(parts.get(0))
        : parts.stream().map(part -> "(" + of(part) + ")").collect(Collectors.joining(word));
  }

  private String condition(Predicate.Condition condition) {
    List<String> terms = new ArrayList<>();
    List<Match> texts = new ArrayList<>();
    List<Match> ranges = new ArrayList<>();
    for (Match match : condition.matches()) {
      if (match instanceof Match.Missing) {
        terms.add(missing(condition.subject()));
      } else if (match instanceof Match.Range) {
        ranges.add(match);
      } else {
        texts.add(match);
      }
    }
    if (!texts.isEmpty()) {
      terms.add(ofText(condition.subject(), anyText(texts)));
    }
    if (!ranges.isEmpty()) {
      String any = ranges.stream().map(this::range).collect(Collectors.joining(" or "));
      terms.add(ofNumber(condition.subject(), any));
    }
    if (terms.isEmpty()) {
      return never();
    }
    return terms.size() == 1
        ? terms.get(0)
        : terms.stream().map(term -> "(" + term + ")").collect(Collectors.joining(or()));
  }

  private String anyText(List<Match> matches) {
    List<String> equal = new ArrayList<>();
    List<String> terms = new ArrayList<>();
    for (Match match : matches) {
      if (match instanceof Match.Equal exact) {
        equal.add(exact.wanted());
      } else {
        terms.add(text(match));
      }
    }
    if (!equal.isEmpty()) {
      terms.add(0, isOneOf(equal));
    }
    return String.join(" or ", terms);
  }

  private String text(Match match) {
    if (match instanceof Match.Wildcard wildcard) {
      return wildcard(wildcard.pieces());
    }
    if (match instanceof Match.Contains contains) {
      return contains(contains.wanted());
    }
    if (match instanceof Match.Regex regex) {
      return regex(regex.pattern().pattern());
    }
    if (match instanceof Match.Family family) {
      return isOneOf(List.of(family.name())) + " or " + startsWith(family.name() + "/");
    }
    if (match instanceof Match.Parts parts) {
      return parts.wanted().stream()
          .map(part -> anyPiece(anyText(List.of(part))))
          .collect(Collectors.joining(" and ", "(", ")"));
    }
    throw new NotExpressibleException("the condition " + match);
  }

  private String range(Match match) {
    Match.Range range = (Match.Range) match;
    List<String> terms = new ArrayList<>();
    if (!Double.isInfinite(range.low())) {
      terms.add(number() + (range.lowIncluded() ? " >= " : " > ") + Literals.number(range.low()));
    }
    if (!Double.isInfinite(range.high())) {
      terms.add(number() + (range.highIncluded() ? " <= " : " < ") + Literals.number(range.high()));
    }
    return terms.isEmpty() ? anyNumber() : "(" + String.join(" and ", terms) + ")";
  }

  /** Whether a subject is read from a name. */
  static boolean isPartOfName(Subject subject) {
    if (subject.derivation() != null && !NAME_PARTS.contains(subject.name())) {
      throw new NotExpressibleException("the field " + subject.name());
    }
    return subject.derivation() != null;
  }

  /** A wildcard as a regular expression that is looked for in a text. */
  static String wildcardRegex(List<String> pieces) {
    int last = pieces.size() - 1;
    String start = pieces.get(0).isEmpty() ? "" : "^" + quoted(pieces.get(0)) + ANYTHING;
    String end = pieces.get(last).isEmpty() ? "" : ANYTHING + quoted(pieces.get(last)) + "$";
    String middle =
        pieces.subList(1, last).stream()
            .map(Conditions::quoted)
            .collect(Collectors.joining(ANYTHING));
    String whole = start + middle + end;
    return whole.replace(ANYTHING + ANYTHING, ANYTHING).replaceAll(ENDS, "");
  }

  private static String quoted(String piece) {
    return withPlainLetters(piece.replaceAll("[^A-Za-z0-9_ -]", "\\\\$0"));
  }

  // A backslash before a letter would give it another meaning.
  private static String withPlainLetters(String escaped) {
    return escaped.replaceAll("\\\\([^\\x00-\\x7f])", "$1");
  }

  abstract String always();

  abstract String never();

  abstract String and();

  abstract String or();

  abstract String not(String expression);

  abstract String missing(Subject subject);

  /** A condition of the cell as text, which is tested only where there is one. */
  abstract String ofText(Subject subject, String test);

  /** A condition of the cell as a number, which is tested only where there is one. */
  abstract String ofNumber(Subject subject, String test);

  abstract String number();

  abstract String anyNumber();

  abstract String isOneOf(List<String> values);

  abstract String startsWith(String start);

  abstract String contains(String piece);

  abstract String wildcard(List<String> pieces);

  abstract String regex(String expression);

  /** Whether a test holds for one of the parts of a list. */
  abstract String anyPiece(String test);
}
