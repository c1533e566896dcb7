package org.mastshell.shell;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.TreeMap;
import org.mastshell.table.ValueCounts.ValueCount;
import org.mastshell.terminal.ShellView.Suggestion;
import org.mastshell.vocabulary.KnownValue;

/** Counted values with what is known of their meaning, each made when it is asked for. */
final class ExplainedValues extends AbstractList<Suggestion> implements RandomAccess {
  private final List<ValueCount> counts;
  private final Map<String, String> meanings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  ExplainedValues(List<ValueCount> counts, Collection<KnownValue> known) {
    this.counts = counts;
    known.forEach(value -> meanings.putIfAbsent(value.value(), value.meaning()));
  }

  @Override
  public Suggestion get(int index) {
    ValueCount count = counts.get(index);
    return count.value() == null
        ? new Suggestion("null", "no value", count.count())
        : new Suggestion(count.value(), meanings.getOrDefault(count.value(), ""), count.count());
  }

  @Override
  public int size() {
    return counts.size();
  }
}
