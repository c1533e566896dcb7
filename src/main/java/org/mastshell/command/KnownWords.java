package org.mastshell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mastshell.language.Criteria;
import org.mastshell.language.Criterion;
import org.mastshell.vocabulary.Field;

/** Values that fields may have, as far as they are known without asking the archive. */
@FunctionalInterface
public interface KnownWords {

  /**
   * Values of a field; empty if none are known.
   *
   * @param others what other fields are asked for, by their names
   */
  List<String> of(Field field, Map<String, String> others);

  /** Finds mistyped values of criteria by these. */
  default MistypedValues mistyped(Criteria criteria) {
    return new MistypedValues(field -> of(field, context(criteria, field)));
  }

  private static Map<String, String> context(Criteria criteria, Field field) {
    Map<String, String> others = new LinkedHashMap<>();
    for (Criterion criterion : criteria.all()) {
      boolean one = criterion.values().size() == 1 && !criterion.negative();
      if (one && !criterion.field().equals(field)) {
        others.putIfAbsent(criterion.field().name(), criterion.values().get(0).word().text());
      }
    }
    return others;
  }
}
