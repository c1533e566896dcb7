package org.mastshell.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.mastshell.language.RowValues;
import org.mastshell.language.TextIndex;
import org.mastshell.terminal.Matches;
import org.mastshell.terminal.ShellView.Suggestion;
import org.mastshell.terminal.Words;

/** The values that rows hold, with what is known of their meaning. */
final class ExplainedValues implements Words<Suggestion> {
  private static final String NONE = "null";

  private final RowValues values;
  private final UnaryOperator<String> meaning;

  /**
   * @param meaning of a value; empty if it is not known
   */
  ExplainedValues(RowValues values, UnaryOperator<String> meaning) {
    this.values = values;
    this.meaning = meaning;
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
        : new Suggestion(text, meaning.apply(text), values.count(index));
  }

  @Override
  public Matches<Suggestion> beginning(String typed) {
    return values
        .index()
        .map(index -> typed.isEmpty() ? first() : beginning(index, typed))
        .orElseGet(() -> Words.super.beginning(typed));
  }

  @Override
  public Matches<Suggestion> holding(String typed) {
    return values
        .index()
        .map(index -> typed.isEmpty() ? first() : matches(index.holding(typed, Matches.MOST)))
        .orElseGet(() -> Words.super.holding(typed));
  }

  // An equal one comes first, and rows without a value stand behind all that have one.
  private Matches<Suggestion> beginning(TextIndex index, String typed) {
    Matches<Suggestion> found = matches(index.beginning(typed, Matches.MOST));
    List<Suggestion> first = new ArrayList<>(found.first());
    Optional<Suggestion> equal = index.equal(typed).map(this::get);
    equal.ifPresent(
        value -> {
          first.remove(value);
          first.add(0, value);
        });
    int last = size() - 1;
    boolean none = values.value(last) == null && NONE.startsWith(typed.toLowerCase(Locale.ROOT));
    if (none) {
      first.add(equal.isPresent() ? 1 : 0, get(last));
    }
    // Others that begin so are hardly nulls as well.
    String alone = found.count() == 0 ? NONE : typed;
    String common = none ? alone : found.common();
    return new Matches<>(
        first.subList(0, Math.min(first.size(), Matches.MOST)),
        found.count() + (none ? 1 : 0),
        common,
        false);
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
