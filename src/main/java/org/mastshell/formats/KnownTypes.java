package org.mastshell.formats;

import java.util.List;
import java.util.Optional;
import org.mastshell.table.ColumnType;

/** Types of columns that are not for the cells to tell. */
@FunctionalInterface
public interface KnownTypes {
  /**
   * The type of a column.
   *
   * @param column its name, in any case
   * @param all the names of all columns of the file, as it writes them
   * @return empty where its cells tell it
   */
  Optional<ColumnType> of(String column, List<String> all);
}
