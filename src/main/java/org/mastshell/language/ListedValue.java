package org.mastshell.language;

import org.mastshell.table.Predicate;

/**
 * A value that came out of a file.
 *
 * @param text as it stands there
 * @param predicate the rows that fit it
 */
public record ListedValue(String text, Predicate predicate) {}
