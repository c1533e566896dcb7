package org.mastshell.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mastshell.language.Correction;
import org.mastshell.language.Criteria;
import org.mastshell.language.Criterion;
import org.mastshell.language.Operator;
import org.mastshell.language.Quoting;
import org.mastshell.language.Word;
import org.mastshell.output.CleanText;
import org.mastshell.table.Table;
import org.mastshell.table.ValueCounts;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.NearestWords;

/**
 * Finds values that were probably mistyped: unknown, and near to known ones. Lists of values are
 * not complete, so this is asked only where nothing has the value.
 */
final class MistypedValues {
  /** A longer list was written by a program, and each value would be looked for in all rows. */
  private static final int MOST_TYPED = 200;

  private static final String NOT_PLAIN = "*%@~";
  private static final String PART_ENDS = "[/;]";
  private static final int FEW = 8;
  private static final int MOST_COMPARED = 50_000;

  private final Function<Field, Collection<String>> known;
  private final Map<Wanted, Set<String>> asked = new HashMap<>();
  private OtherFields others;

  /**
   * @param known the values that a field may have; asked for only where one is in doubt
   */
  MistypedValues(Function<Field, Collection<String>> known) {
    this.known = known;
  }

  /** Where the values that rows have are all that there are: what a set has is known exactly. */
  static MistypedValues among(Table rows) {
    return new MistypedValues(
        field ->
            ValueCounts.of(rows, field.subject()).stream()
                .map(ValueCounts.ValueCount::value)
                .filter(Objects::nonNull)
                .toList());
  }

  private record Wanted(Field field, boolean whole) {}

  /** A question about the first mistyped value of a criterion, behind a colon; or nothing. */
  String question(Criterion criterion) {
    return criterion.values().stream()
        .filter(value -> isUnknown(criterion, value))
        .map(value -> question(criterion.field(), value))
        .filter(question -> !question.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The criteria that hold a mistyped value, each in a line for the person. */
  List<String> questions(Criteria criteria) {
    List<String> lines = new ArrayList<>();
    for (Criterion criterion : criteria.all()) {
      String question = question(criterion);
      if (!question.isEmpty()) {
        lines.add("  " + criterion.text() + question);
      }
    }
    return lines;
  }

  /** The values of lists that none of the rows has, each in a line for the person. */
  List<String> unmatched(Criteria criteria, Table rows) {
    List<String> lines = new ArrayList<>();
    for (Criterion criterion : criteria.all()) {
      for (Criterion.Value value : criterion.values()) {
        if (criterion.values().size() > 1 && isUnmatched(criterion, value, rows)) {
          // To compare one takes its time, and more are not shown.
          String question =
              lines.size() < FEW && isUnknown(criterion, value)
                  ? question(criterion.field(), value)
                  : "";
          lines.add(
              "  none has "
                  + criterion.field().name()
                  + Operator.EQUAL.symbol()
                  + value.text()
                  + question);
        }
      }
    }
    return shortened(lines);
  }

  private static List<String> shortened(List<String> lines) {
    if (lines.size() <= FEW) {
      return lines;
    }
    List<String> first = new ArrayList<>(lines.subList(0, FEW));
    first.add("  and " + (lines.size() - FEW) + " more of the values");
    return first;
  }

  /**
   * The correction of the first value in doubt that has one likely meaning.
   *
   * @param kept the rows that meet all criteria
   * @param rows those of which some value may be had
   */
  Optional<Correction> correction(Criteria criteria, Table kept, Table rows) {
    return criteria.all().stream()
        // Where there are rows, a value that stands alone is had by all of them.
        .filter(criterion -> kept.isEmpty() || criterion.values().size() > 1)
        .flatMap(criterion -> correction(criterion, rows).stream())
        .findFirst();
  }

  private Optional<Correction> correction(Criterion criterion, Table rows) {
    return criterion.values().stream()
        .filter(value -> isUnmatched(criterion, value, rows))
        .filter(value -> isUnknown(criterion, value))
        .flatMap(value -> correction(criterion, value).stream())
        .findFirst();
  }

  private Optional<Correction> correction(Criterion criterion, Criterion.Value value) {
    Field field = criterion.field();
    // What belongs to another field takes the place of all that was typed.
    boolean alone = criterion.values().size() == 1 && nearest(field, value).isEmpty();
    return correction(field, value)
        .or(
            () ->
                Optional.of(value.word().text())
                    .filter(typed -> alone)
                    .flatMap(typed -> others().criterion(field, typed))
                    .map(meant -> new Correction(criterion.start(), criterion.end(), meant)));
  }

  private Optional<Correction> correction(Field field, Criterion.Value value) {
    Word word = value.word();
    Set<String> words = words(field, word.text());
    return Optional.of(words)
        .filter(MistypedValues::areFew)
        .flatMap(few -> NearestWords.only(word.text(), few))
        .map(meant -> new Correction(word.start(), word.end(), Quoting.quote(meant)));
  }

  // What comes from a file was not typed.
  private static boolean isUnmatched(Criterion criterion, Criterion.Value value, Table rows) {
    return isPlainEquality(criterion, value) && rows.where(value.predicate()).isEmpty();
  }

  private static boolean isPlainEquality(Criterion criterion, Criterion.Value value) {
    boolean equality =
        criterion.text().startsWith(criterion.field().name() + Operator.EQUAL.symbol());
    String text = value.word().text();
    return equality
        && criterion.values().size() <= MOST_TYPED
        && !text.contains("..")
        && text.chars().noneMatch(c -> NOT_PLAIN.indexOf(c) >= 0);
  }

  private boolean isUnknown(Criterion criterion, Criterion.Value value) {
    String text = value.word().text();
    return isPlainEquality(criterion, value)
        && words(criterion.field(), text).stream()
            .noneMatch(
                word -> text.equalsIgnoreCase(word) || Quoting.quote(word).equals(value.text()));
  }

  private String question(Field field, Criterion.Value value) {
    String typed = value.word().text();
    Set<String> words = words(field, typed);
    List<String> near = nearest(field, value);
    if (!near.isEmpty()) {
      return ": did you mean "
          + near.stream().map(CleanText::oneLine).collect(Collectors.joining(" or "))
          + "?";
    }
    boolean few = !words.isEmpty() && words.size() <= FEW;
    String all =
        few
            ? ": it is " + words.stream().map(CleanText::oneLine).collect(Collectors.joining(", "))
            : "";
    return others()
        .criterion(field, typed)
        .map(meant -> all + (few ? "; " : ": ") + "did you mean " + meant + "?")
        .orElse(all);
  }

  private List<String> nearest(Field field, Criterion.Value value) {
    String typed = value.word().text();
    Set<String> words = words(field, typed);
    return areFew(words) ? NearestWords.to(typed, words) : List.of();
  }

  // Read where a value is in doubt, and once.
  private OtherFields others() {
    if (others == null) {
      others = OtherFields.bundled();
    }
    return others;
  }

  // Among very many names the nearest are just others, and to compare all takes long.
  private static boolean areFew(Set<String> words) {
    return words.size() <= MOST_COMPARED;
  }

  // A column of a large set takes its time to go through.
  private Set<String> words(Field field, String typed) {
    boolean whole = typed.matches(".*" + PART_ENDS + ".*");
    return asked.computeIfAbsent(
        new Wanted(field, whole),
        wanted -> whole ? new LinkedHashSet<>(known.apply(field)) : parts(known.apply(field)));
  }

  // An instrument stands for its modes, and a filter may be a part of a pair.
  private static Set<String> parts(Collection<String> values) {
    Set<String> words = new LinkedHashSet<>();
    for (String value : values) {
      if (value.indexOf(';') >= 0) {
        words.addAll(List.of(value.split(";", -1)));
      } else {
        words.add(value.indexOf('/') > 0 ? value.substring(0, value.indexOf('/')) : value);
        words.add(value);
      }
    }
    words.remove("");
    return words;
  }
}
