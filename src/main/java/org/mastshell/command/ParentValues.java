package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.SetKind;

/**
 * What is known of products by their observations: the rows of the session's sets of observations,
 * those first from which the products were listed.
 */
final class ParentValues {
  private static final Subject PARENT = Subject.column("parent_obsid");

  private final List<Table> observations = new ArrayList<>();

  ParentValues(Session session, WorkingSet products) {
    List<WorkingSet> sets =
        session.setsAndAncestors().stream()
            .filter(set -> set.kind() == SetKind.OBSERVATIONS)
            .toList();
    sets.stream()
        .filter(set -> products.observations().filter(own -> own == set.number()).isPresent())
        .forEach(set -> observations.add(set.table()));
    for (int i = sets.size() - 1; i >= 0; i--) {
      observations.add(sets.get(i).table());
    }
  }

  /** The products with a column for each field, missing where the observation is not known. */
  Table with(List<Field> fields, Table products) {
    Table table = products;
    for (Field field : fields) {
      table = table.with(field.name(), column(field, products));
    }
    return table;
  }

  /** What the observations have in a column, by their {@code obsid}, where they have something. */
  Map<String, String> values(String column) {
    return values(Subject.column(column));
  }

  private Column column(Field field, Table products) {
    Map<String, String> values = values(field.subject());
    Column parents = products.column(PARENT);
    TableBuilder builder = new TableBuilder();
    int place = builder.column(field.name(), ColumnType.TEXT);
    for (int row = 0; row < products.size(); row++) {
      String parent = parents.text(row);
      builder.set(place, parent == null ? null : values.get(parent));
      builder.endRow();
    }
    return builder.build().column(field.name());
  }

  private Map<String, String> values(Subject subject) {
    Map<String, String> values = new HashMap<>();
    for (Table table : observations) {
      Column ids = table.column(Subject.column(Observations.ID));
      Column cells = table.column(subject);
      for (int row = 0; row < table.size(); row++) {
        String id = ids.text(row);
        String value = cells.text(row);
        if (id != null && value != null) {
          values.putIfAbsent(id, value);
        }
      }
    }
    return values;
  }
}
