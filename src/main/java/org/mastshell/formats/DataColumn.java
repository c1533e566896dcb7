package org.mastshell.formats;

/**
 * A column to write, and what a format with a place for it says of it.
 *
 * @param name the column of the table, and its name in the file
 * @param unit in the archive's spelling ({@code deg}, {@code s}, {@code nm}, {@code d}); empty if
 *     none
 * @param description one sentence; may be empty
 */
public record DataColumn(String name, String unit, String description) {}
