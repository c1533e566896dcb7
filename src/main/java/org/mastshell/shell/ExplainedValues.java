package org.mastshell.shell;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mastshell.language.RowValues;
import org.mastshell.language.TextIndex;
import org.mastshell.terminal.Matches;
import org.mastshell.terminal.ShellView.Suggestion;
import org.mastshell.terminal.Words;
import org.mastshell.vocabulary.KnownValue;

/** The values that rows hold, with what is known of their meaning. */
final class ExplainedValues implements Words<Suggestion> {
  private static final String NONE = "null";

  private final RowValues values;
  private final Map<String, String> meanings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  ExplainedValues(RowValues values, Collection<KnownValue> known) {
    this.values = values;
    known.forEach(value -> meanings.putIfAbsent(value.value(), value.meaning()));
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  public String text(int index) {
    String text = values.value(index);
    return text == null ? NONE : text;
  }

  @Override
  public Suggestion get(int index) {
    String text = values.value(index);
    return text == null
        ? new Suggestion(NONE, "no value", values.count(index))
        : new Suggestion(text, meanings.getOrDefault(text, ""), values.count(index));
  }

  @Override
  public Matches<Suggestion> beginning(String typed) {
    return values
        .index()
        .map(index -> typed.isEmpty() ? first() : matches(index.beginning(typed, Matches.MOST)))
        .orElseGet(() -> Words.super.beginning(typed));
  }

  @Override
  public Matches<Suggestion> holding(String typed) {
    return values
        .index()
        .map(index -> typed.isEmpty() ? first() : matches(index.holding(typed, Matches.MOST)))
        .orElseGet(() -> Words.super.holding(typed));
  }

  // Nobody needs to know what very many values have in common before anything is typed.
  private Matches<Suggestion> first() {
    List<Suggestion> first = IntStream.range(0, Matches.MOST).mapToObj(this::get).toList();
    return new Matches<>(first, size(), "", false);
  }

  private Matches<Suggestion> matches(TextIndex.Found found) {
    List<Suggestion> first = found.first().stream().map(this::get).toList();
    String common = first.isEmpty() ? "" : first.get(0).value().substring(0, found.common());
    return new Matches<>(first, found.count(), common, false);
  }
}
