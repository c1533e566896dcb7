package org.mastshell.output;

/**
 * A column as people see it.
 *
 * @param name the column of the table
 * @param title the heading
 * @param unit shown with the heading where the look does not say it; may be empty
 * @param look how its cells are shown
 * @param meaning one sentence, for formats that have a place for it; may be empty
 */
public record ShownColumn(String name, String title, String unit, Look look, String meaning) {}
