package org.mastshell.table;

/** A predicate bound to one table, ready to be asked for each row. */
@FunctionalInterface
interface RowTest {
  boolean test(int row);
}
