package org.mastshell.demo;

/** One row of a reply. */
@FunctionalInterface
interface Row {
  /** The cell of that column: a text, number, truth value or null. */
  Object value(String column);
}
