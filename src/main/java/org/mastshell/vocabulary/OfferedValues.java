package org.mastshell.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mastshell.table.NaturalOrder;
import org.mastshell.table.ValueCounts.ValueCount;

/**
 * The values to offer for a field: those that come with the program, with their meaning, united
 * with those that the archive lists, with their counts.
 *
 * <p>Those that go with the context come first, then those of which only the archive knows, which
 * may go with it or not. Among either the most frequent is first, then what has no count, in the
 * order of the bundled list; whole numbers stay in their own order. Where the context leaves out
 * some values, those of other fields than the instrument have no count: the archive's is not of it.
 * Safe for use by several threads.
 */
public final class OfferedValues {
  private static final long UNKNOWN = -1;
  private static final int MOST_ANSWERS = 200;

  private final KnownValues bundled;
  private final Optional<ArchiveWords> live;
  private final boolean bundledCounts;
  private final Map<Question, List<KnownValue>> answers = new HashMap<>();

  /**
   * @param bundled what comes with the program
   * @param live what the archive in use has said, if it has
   * @param bundledCounts whether the counts that come with the program are those of this archive
   */
  public OfferedValues(KnownValues bundled, Optional<ArchiveWords> live, boolean bundledCounts) {
    this.bundled = bundled;
    this.live = live;
    this.bundledCounts = bundledCounts;
  }

  private record Question(String field, Map<String, String> context) {}

  /**
   * The values of a field. Asked with every key press, so that answers are kept.
   *
   * @param context as {@link KnownValues#of(Field, Map)} takes it
   */
  public synchronized List<KnownValue> of(Field field, Map<String, String> context) {
    if (answers.size() >= MOST_ANSWERS) {
      answers.clear();
    }
    return answers.computeIfAbsent(
        new Question(field.name(), KnownValues.settled(context)),
        question -> unite(field, question.context()));
  }

  private List<KnownValue> unite(Field field, Map<String, String> context) {
    Map<String, ValueCount> listed = listed(field);
    boolean hasCounts = !listed.isEmpty();
    List<KnownValue> known = bundled.of(field);
    List<KnownValue> fitting = new ArrayList<>();
    for (KnownValue value : bundled.of(field, context)) {
      ValueCount count = listed.get(key(value.value()));
      fitting.add(count == null ? uncounted(value, hasCounts) : counted(count, value.meaning()));
    }
    boolean narrowed = fitting.size() < known.size();
    // An instrument belongs to one mission, but a filter of that name is in others', too.
    if (narrowed && hasCounts && !field.name().equals(KnownValues.INSTRUMENT)) {
      return among(fitting, known, listed, context);
    }
    known.forEach(value -> listed.remove(key(value.value())));
    List<KnownValue> others =
        new ArrayList<>(listed.values().stream().map(count -> counted(count, "")).toList());
    if (!narrowed) {
      fitting.addAll(others);
      others.clear();
    }
    Comparator<KnownValue> order = order(field);
    fitting.sort(order);
    others.sort(order);
    fitting.addAll(others);
    return List.copyOf(fitting);
  }

  // The archive counts a value wherever it is, so that the program's order says more.
  private static List<KnownValue> among(
      List<KnownValue> fitting,
      List<KnownValue> known,
      Map<String, ValueCount> listed,
      Map<String, String> context) {
    List<KnownValue> values = new ArrayList<>(fitting);
    if (!context.containsKey(KnownValues.INSTRUMENT)) {
      known.forEach(value -> listed.remove(key(value.value())));
      listed.values().forEach(count -> values.add(counted(count, "")));
    }
    return values.stream()
        .map(value -> new KnownValue(value.value(), value.meaning(), UNKNOWN))
        .toList();
  }

  // What cannot be typed is no help: nothing at all, and characters that no key makes.
  private Map<String, ValueCount> listed(Field field) {
    Map<String, ValueCount> listed = new LinkedHashMap<>();
    for (ValueCount count : live.map(words -> words.of(field)).orElse(List.of())) {
      String value = count.value();
      boolean typable =
          value != null && !value.isBlank() && value.chars().noneMatch(Character::isISOControl);
      if (typable) {
        listed.putIfAbsent(key(value), count);
      }
    }
    return listed;
  }

  // Counts of two kinds beside each other would be compared.
  private KnownValue uncounted(KnownValue value, boolean othersHaveCounts) {
    return bundledCounts && !othersHaveCounts
        ? value
        : new KnownValue(value.value(), value.meaning(), UNKNOWN);
  }

  private static KnownValue counted(ValueCount count, String meaning) {
    return new KnownValue(count.value(), meaning, count.count());
  }

  private static Comparator<KnownValue> order(Field field) {
    return field.kind() == ValueKind.INTEGER
        ? Comparator.comparing(KnownValue::value, NaturalOrder.INSTANCE)
        : Comparator.comparingLong(KnownValue::count).reversed();
  }

  private static String key(String value) {
    return value.toLowerCase(Locale.ROOT);
  }
}
