package org.mastshell.vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a value means where several instruments or missions have it: what their meanings have in
 * common (a band, but not the channel of one camera), or else the first one, with whose it is.
 */
final class SharedMeaning {
  private static final String BETWEEN_PARTS = ", ";

  private SharedMeaning() {}

  /**
   * The meaning of a value.
   *
   * @param entries all of the same value, at least one
   */
  static String of(List<ValueList.Entry> entries) {
    String first = entries.get(0).value().meaning();
    if (entries.size() == 1) {
      return first;
    }
    List<String> shared = parts(first);
    for (ValueList.Entry entry : entries) {
      shared = common(shared, parts(entry.value().meaning()));
    }
    return shared.isEmpty() ? owned(first, entries.get(0)) : String.join(BETWEEN_PARTS, shared);
  }

  private static List<String> parts(String meaning) {
    return Arrays.asList(meaning.split(BETWEEN_PARTS));
  }

  private static List<String> common(List<String> one, List<String> other) {
    int end = 0;
    while (end < Math.min(one.size(), other.size()) && one.get(end).equals(other.get(end))) {
      end++;
    }
    return one.subList(0, end);
  }

  private static String owned(String meaning, ValueList.Entry entry) {
    boolean instrument = !entry.instruments().contains(entry.value().value());
    Set<String> owners =
        entry.instruments().isEmpty() || !instrument ? entry.missions() : entry.instruments();
    return owners.size() == 1 ? owners.iterator().next() + ": " + meaning : meaning;
  }
}
