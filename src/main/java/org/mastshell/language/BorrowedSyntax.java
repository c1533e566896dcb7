package org.mastshell.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ValueKind;

/**
 * Explains criteria that are written as other languages write them, and that would otherwise ask
 * for a value that nothing has: keyword arguments with commas, lists in brackets, operators the
 * other way round, {@code &} and {@code |}, comparisons in a row.
 */
final class BorrowedSyntax {
  private static final Pattern CRITERION = Pattern.compile("(?<field>\\w+)(?:!?[=~]|[<>])");
  private static final Pattern COMPARISON = Pattern.compile("[<>]=?");

  /** What was typed for the operator and begins the value, and what is meant by both. */
  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("=!", "!="),
          Map.entry("=>", ">="),
          Map.entry("=<", "<="),
          Map.entry("=~", "~"),
          Map.entry("=>=", ">="),
          Map.entry("=<=", "<="),
          Map.entry("=!=", "!="),
          Map.entry("<>", "!="),
          Map.entry("!==", "!="),
          Map.entry("==", "="),
          Map.entry("~=", "~"),
          Map.entry(">>", ">"),
          Map.entry("<<", "<"),
          Map.entry("~~", "~"));

  private final CommandText command;
  private final Glossary glossary;

  BorrowedSyntax(CommandText command, Glossary glossary) {
    this.command = command;
    this.glossary = glossary;
  }

  /**
   * Goes on only if a criterion is written as it is here.
   *
   * @param field that it speaks of, if there is such a field
   * @throws SyntaxException that says how it is written
   */
  void refuse(CriterionText typed, Optional<Field> field) {
    refuseChain(typed);
    refuseOperator(typed);
    refuseKeywords(typed);
    for (Word value : typed.values()) {
      TypographicQuotes.fault(value, command).ifPresent(BorrowedSyntax::raise);
      refuseJoined(value);
      refuseBrackets(typed, value, field);
      refuseAlternatives(typed, value);
    }
    refuseSecondComparison(typed, field);
  }

  private static void raise(SyntaxException fault) {
    throw fault;
  }

  private SyntaxException fault(Word word, String message, String advice) {
    return word.fault(command.line(), message, advice);
  }

  // 5<exptime<10 and 5<exptime
  private void refuseChain(CriterionText typed) {
    String first = typed.field().raw();
    Word value = typed.values().get(0);
    Matcher parts = Pattern.compile("(\\w+)(?:([<>]=?)(.+))?").matcher(value.raw());
    boolean turned =
        first.matches("[-+.\\d][\\w.:-]*")
            && COMPARISON.matcher(typed.operator().symbol()).matches()
            && parts.matches()
            && glossary.isField(parts.group(1));
    if (!turned) {
      return;
    }
    String field = parts.group(1);
    String low = field + turned(typed.operator().symbol()) + first;
    String both =
        parts.group(2) == null ? low : low + " " + field + parts.group(2) + parts.group(3);
    throw fault(typed.field(), "a criterion begins with its field", "write " + both)
        .rightWith(new Correction(typed.field().start(), value.end(), both));
  }

  private static String turned(String comparison) {
    return comparison.startsWith("<") ? comparison.replace('<', '>') : comparison.replace('>', '<');
  }

  // mission=!JWST, mission<>JWST, exptime=>5
  private void refuseOperator(CriterionText typed) {
    Word value = typed.values().get(0);
    QuotedText text = QuotedText.of(value.raw());
    int extra = 0;
    while (extra < text.length() && "=!<>~".indexOf(text.at(extra)) >= 0 && isBare(text, extra)) {
      extra++;
    }
    if (extra == 0) {
      return;
    }
    int rawEnd = extra == text.length() ? value.raw().length() : text.offset(extra);
    String symbol = typed.operator().symbol() + value.raw().substring(0, rawEnd);
    String rest = value.raw().substring(rawEnd);
    String meant = OPERATORS.getOrDefault(symbol, "");
    int end = typed.values().get(typed.values().size() - 1).end();
    String behind = command.line().substring(value.start() + rawEnd, end);
    Word operator = Word.in(command.line(), typed.field().end(), value.start() + rawEnd);
    if (meant.isEmpty() || rest.isEmpty()) {
      throw fault(operator, symbol + " is no operator", "the operators are = != ~ !~ < <= > >=");
    }
    throw fault(
            operator, symbol + " is no operator", "write " + typed.field().raw() + meant + behind)
        .rightWith(new Correction(typed.field().end(), value.start() + rawEnd, meant));
  }

  // mission=JWST, program=1073 and exptime>=5,<10
  private void refuseKeywords(CriterionText typed) {
    List<Word> values = typed.values();
    for (int i = 0; i < values.size(); i++) {
      Word value = values.get(i);
      boolean comparison =
          i > 0
              && typed.operator().symbol().matches("[<>]=?")
              && COMPARISON.matcher(value.raw()).lookingAt();
      if (comparison) {
        String both = typed.field().raw() + value.raw();
        throw fault(
                value,
                value.raw() + " is a criterion of its own",
                "write " + typedUpTo(typed, i - 1) + " " + both)
            .rightWith(new Correction(values.get(i - 1).end(), value.end(), " " + both));
      }
      if (isCriterion(value)) {
        String message = value.raw() + " is a criterion, and stands in a list of values";
        String rule = "criteria follow each other with a blank between them, without a comma";
        if (i == 0) {
          throw fault(value, message, rule);
        }
        Correction right = withoutCommas(values);
        throw fault(value, message, rule + ": " + head(typed) + right.text()).rightWith(right);
      }
    }
  }

  private boolean isCriterion(Word value) {
    Matcher criterion = CRITERION.matcher(value.raw());
    return criterion.lookingAt() && glossary.isField(criterion.group("field"));
  }

  // All at once, or a long call of a function would take as many corrections as it has arguments.
  private Correction withoutCommas(List<Word> values) {
    StringBuilder text = new StringBuilder(values.get(0).raw());
    for (int i = 1; i < values.size(); i++) {
      text.append(isCriterion(values.get(i)) ? ' ' : ',').append(values.get(i).raw());
    }
    Word last = values.get(values.size() - 1);
    return new Correction(values.get(0).start(), last.end(), text.toString());
  }

  // The field and the operator as typed.
  private String head(CriterionText typed) {
    return command.line().substring(typed.field().start(), typed.values().get(0).start());
  }

  private String typedUpTo(CriterionText typed, int value) {
    return command.line().substring(typed.field().start(), typed.values().get(value).end());
  }

  // mission=JWST&program=1073
  private void refuseJoined(Word value) {
    QuotedText text = QuotedText.of(value.raw());
    for (int i = 0; i < text.length(); i++) {
      if (text.isBare(i, '&')) {
        int behind = text.isBare(i + 1, '&') ? i + 2 : i + 1;
        Word rest =
            value.part(Math.min(text.offset(behind), value.raw().length()), value.raw().length());
        if (isCriterion(rest)) {
          Word sign = value.part(text.offset(i), text.offset(behind));
          throw fault(
                  sign,
                  sign.raw() + " joins no criteria",
                  "criteria follow each other with a blank between them")
              .rightWith(" ");
        }
      }
    }
  }

  // filters=["F277W","F356W"], t_min=[59000,59100]
  private void refuseBrackets(CriterionText typed, Word value, Optional<Field> field) {
    if (!value.raw().startsWith("[") && !value.raw().startsWith("(")) {
      return;
    }
    List<Word> values = typed.values();
    Word last = values.get(values.size() - 1);
    boolean whole =
        value.equals(values.get(0)) && (last.raw().endsWith("]") || last.raw().endsWith(")"));
    SyntaxException fault =
        fault(
            whole ? Word.in(command.line(), value.start(), last.end()) : value,
            "values stand without brackets",
            "several values are A,B and a range is LOW..HIGH; "
                + (whole
                    ? "write " + head(typed) + bare(values, field)
                    : "quote a value that has brackets"));
    throw whole ? fault.rightWith(bare(values, field)) : fault;
  }

  // In astroquery a list of two numbers is a range, and a list of texts is one.
  private static String bare(List<Word> values, Optional<Field> field) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(value.raw()));
    texts.set(0, texts.get(0).substring(1).strip());
    int last = texts.size() - 1;
    texts.set(last, texts.get(last).substring(0, texts.get(last).length() - 1).strip());
    texts.removeIf(String::isEmpty);
    boolean ordered = field.isPresent() && isOrdered(field.get().kind());
    return String.join(ordered && texts.size() == 2 ? ".." : ",", texts);
  }

  /** Whether a list of two values is a range in astroquery. */
  static boolean isOrdered(ValueKind kind) {
    return switch (kind) {
      case DECIMAL, DATE, ANGLE, WAVELENGTH, DURATION, SIZE -> true;
      case TEXT, LIST, INTEGER, FLAG -> false;
    };
  }

  // mission=JWST|HST; where the parts are no known values, the bar may belong to a name.
  private void refuseAlternatives(CriterionText typed, Word value) {
    boolean bare = value.raw().equals(value.text()) && value.raw().indexOf('|') > 0;
    List<String> parts = bare ? List.of(value.raw().split("\\|+")) : List.of();
    if (parts.size() > 1
        && parts.stream().allMatch(part -> glossary.isValue(typed.field().text(), part))) {
      String list = parts.stream().collect(Collectors.joining(","));
      throw fault(
              value,
              "| parts no values",
              "several values stand between commas: "
                  + typed.field().raw()
                  + typed.operator().symbol()
                  + list)
          .rightWith(list);
    }
  }

  // exptime>5<10
  private void refuseSecondComparison(CriterionText typed, Optional<Field> field) {
    Word value = typed.values().get(0);
    QuotedText text = QuotedText.of(value.raw());
    boolean compares = COMPARISON.matcher(typed.operator().symbol()).matches();
    boolean ordered =
        field.isPresent()
            && (isOrdered(field.get().kind()) || field.get().kind() == ValueKind.INTEGER);
    for (int i = 1; compares && ordered && i < text.length(); i++) {
      if (text.isBare(i, '<') || text.isBare(i, '>')) {
        Word second = value.part(text.offset(i), value.raw().length());
        String both = typed.field().raw() + second.raw();
        String first = command.line().substring(typed.field().start(), second.start());
        throw fault(
                second, second.raw() + " is a criterion of its own", "write " + first + " " + both)
            .rightWith(" " + both);
      }
    }
  }

  private static boolean isBare(QuotedText text, int index) {
    return text.isBare(index, text.at(index));
  }
}
