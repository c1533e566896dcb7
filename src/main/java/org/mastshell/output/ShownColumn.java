package org.mastshell.output;

/**
 * A column as people see it.
 *
 * @param name the column of the table
 * @param title the heading
 * @param unit shown with the heading where the look does not say it; may be empty
 * @param look how its cells are shown
 * @param meaning one sentence, for formats that have a place for it; may be empty
 * @param rank where a drawn table has no room for all of its columns, those of a lower rank come
 *     before those of a higher one: of rank 0 the first ones that fit, then every other that does
 */
public record ShownColumn(
    String name, String title, String unit, Look look, String meaning, int rank) {

  /** A column of the first rank. */
  public ShownColumn(String name, String title, String unit, Look look, String meaning) {
    this(name, title, unit, look, meaning, 0);
  }

  /** The same of another rank. */
  public ShownColumn ranked(int other) {
    return new ShownColumn(name, title, unit, look, meaning, other);
  }
}
