package org.mastshell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mastshell.language.ArgumentParser;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.CommandLines;
import org.mastshell.language.FacetNumbers;
import org.mastshell.language.Word;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueKind;

/**
 * Puts criteria in the place of numbers of counted values, before anything else looks at a command:
 * what is kept of the command holds on any day and in any session.
 */
final class FacetCriteria {
  private static final String SUFFIX = "suffix";

  private final CountedFacets counted;

  FacetCriteria(CountedFacets counted) {
    this.counted = counted;
  }

  /**
   * The command with its criteria.
   *
   * @param typed its plain words are numbers of counted values
   * @param before the set that it works on
   * @param work is told what the numbers stand for
   * @throws org.mastshell.language.SyntaxException if there are no such lines
   */
  Arguments replaced(Arguments typed, ArgumentSpec spec, WorkingSet before, Work work) {
    List<Word> words = typed.values();
    if (words.isEmpty()) {
      return typed;
    }
    requireLines(typed, before);
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Word word : words) {
      for (int place : FacetNumbers.read(word, counted.lines().size(), typed.command().line())) {
        FacetLine chosen = counted.lines().get(place);
        values
            .computeIfAbsent(chosen.field().name(), first -> new ArrayList<>())
            .add(value(chosen, place + 1, word, typed));
      }
    }
    List<String> criteria = new ArrayList<>();
    values.forEach(
        (field, any) ->
            criteria.add(field + "=" + String.join(",", any.stream().distinct().toList())));
    if (before.kind() == SetKind.PRODUCTS) {
      criteria.addAll(everything(typed, values.keySet()));
    }
    String meant = String.join(" ", criteria);
    work.say("  " + said(words) + ": " + meant);
    return ArgumentParser.parse(CommandLines.split(text(typed, meant)).get(0), spec);
  }

  // What was counted is kept, previews and guide-star files too, unless something else is typed.
  private static List<String> everything(Arguments typed, Set<String> fields) {
    List<String> options = new ArrayList<>();
    if (fields.contains(SUFFIX) && !typed.has("previews")) {
      options.add("--previews");
    }
    if (!typed.has("guide-stars")) {
      options.add("--guide-stars yes");
    }
    return options;
  }

  private void requireLines(Arguments typed, WorkingSet before) {
    Word word = typed.values().get(0);
    if (counted.lines().isEmpty()) {
      throw word.fault(
          typed.command().line(),
          "nothing has been counted yet",
          "facets, then filter facet:1 with the number of a line");
    }
    Optional<String> other =
        counted.kind().filter(kind -> kind != before.kind()).map(kind -> kind.plural());
    if (other.isPresent()) {
      throw word.fault(
          typed.command().line(),
          "the lines were counted in " + other.get() + ", and these are " + before.kind().plural(),
          "facets counts these");
    }
  }

  private static String value(FacetLine line, int number, Word word, Arguments typed) {
    return line.typed()
        .orElseThrow(
            () ->
                word.fault(
                    typed.command().line(),
                    "no criterion says the value of line " + number,
                    advice(line.field())));
  }

  private static String advice(Field field) {
    return field.kind() == ValueKind.DATE
        ? "show --sort " + field.name() + " lists such dates at its ends"
        : "a part of it does: filter " + field.name() + "~PART";
  }

  private static String said(List<Word> words) {
    return String.join(" ", words.stream().map(Word::text).toList());
  }

  // The first of the words gives its place to all criteria.
  private static String text(Arguments typed, String criteria) {
    String line = typed.command().line();
    StringBuilder text = new StringBuilder();
    int from = typed.command().start();
    boolean first = true;
    for (Word word : typed.values()) {
      text.append(line, from, word.start());
      text.append(first ? criteria : "");
      first = false;
      from = word.end();
    }
    return text.append(line, from, typed.command().end()).toString().stripTrailing();
  }
}
