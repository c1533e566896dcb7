package org.mastshell.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Values that fields are known to have, as bundled: dated, and neither complete nor binding. What
 * is asked for with every key press is looked up, not searched for. For several threads.
 */
public final class KnownValues {
  static final String MISSION = "obs_collection";
  static final String INSTRUMENT = "instrument_name";
  private static final String FILTERS = "filters";

  private final Supplier<Map<String, ValueList>> lists;
  private final ValueList none = new ValueList("", List.of());

  private KnownValues(Supplier<Map<String, ValueList>> lists) {
    this.lists = lists;
  }

  /** The values as they are bundled, read when the first is asked for. */
  public static KnownValues bundled() {
    return new KnownValues(new ReadOnce<>(BundledLists::read));
  }

  /** The values that the columns of a table with columns of its own are known to have. */
  public KnownValues of(ServiceTable table) {
    Map<String, ValueList> own = new HashMap<>();
    table
        .values()
        .forEach(
            (column, values) ->
                own.put(
                    column,
                    new ValueList(
                        "",
                        values.stream()
                            .map(value -> new ValueList.Entry(Set.of(), Set.of(), value))
                            .toList())));
    // Filters are called alike wherever they are asked for.
    table.columns().stream()
        .filter(column -> column.aliases().contains(FILTERS))
        .forEach(column -> own.putIfAbsent(column.name(), lists.get().getOrDefault(FILTERS, none)));
    return new KnownValues(() -> own);
  }

  /** The values of a field, each once; empty if none are known. */
  public List<KnownValue> of(Field field) {
    return list(field).all();
  }

  /**
   * The values of a field that go with what is already settled. Several values in the context stand
   * between commas: what goes with any of them is given. {@code *} and {@code %} stand for
   * anything, and an instrument without a mode for all of its modes.
   *
   * @param context name of a field to its values as typed: {@code obs_collection} and {@code
   *     instrument_name} are looked at. Where nothing goes with them every value is given.
   */
  public List<KnownValue> of(Field field, Map<String, String> context) {
    NamesWanted missions = NamesWanted.read(context.getOrDefault(MISSION, ""));
    NamesWanted instruments = NamesWanted.read(context.getOrDefault(INSTRUMENT, ""));
    return list(field).fitting(missions, instruments);
  }

  /** The part of a context that is looked at. */
  static Map<String, String> settled(Map<String, String> context) {
    Map<String, String> settled = new HashMap<>(context);
    settled.keySet().retainAll(Set.of(MISSION, INSTRUMENT));
    return Map.copyOf(settled);
  }

  /** What a value of a field means; empty if that is not known. Case does not count. */
  public String meaning(Field field, String value) {
    return list(field).find(value).map(KnownValue::meaning).orElse("");
  }

  /** How the archive spells a value of a field that was typed in another case, if it is known. */
  public Optional<String> spelling(Field field, String typed) {
    Optional<String> value = list(field).find(typed).map(KnownValue::value);
    return field.name().equals(INSTRUMENT) ? value.or(() -> list(field).family(typed)) : value;
  }

  /** When the list of a field was last checked, as {@code 2026-10-01}; empty if it has none. */
  public String date(Field field) {
    return list(field).date();
  }

  /** The names of the fields that have a list. */
  public Set<String> fields() {
    return lists.get().keySet();
  }

  private ValueList list(Field field) {
    return lists.get().getOrDefault(field.name(), none);
  }
}
