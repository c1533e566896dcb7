package org.mastshell.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/**
 * What the columns of datasets and of catalogues are among observations: the words for both are the
 * same.
 */
final class DatasetColumns {
  private static final Map<String, String> WORDS = words();

  private DatasetColumns() {}

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("obs_collection", "mission_search");
    words.put("instrument_name", "instrument");
    words.put("s_ra", "ra");
    words.put("s_dec", "dec");
    words.put("s_region", "footprint");
    words.put("t_min", "start");
    words.put("t_max", "end");
    words.put("proposal_id", "program");
    words.put("proposal_pi", "pi");
    return Map.copyOf(words);
  }

  /**
   * Rows with those columns of observations that they have under other names.
   *
   * @param kind datasets or rows of a catalogue
   * @param fields the dictionary that knows the columns of these rows
   */
  static Table asObservations(Table rows, SetKind kind, Fields fields) {
    Table table = rows;
    for (Map.Entry<String, String> word : WORDS.entrySet()) {
      Optional<Field> field =
          fields
              .find(word.getValue(), kind)
              .filter(one -> rows.has(one.name()) && !rows.has(word.getKey()));
      if (field.isPresent()) {
        table = table.with(word.getKey(), rows.column(field.get().name()));
      }
    }
    return table;
  }
}
