package org.mastshell.archive;

/**
 * How many rows there are.
 *
 * @param rows 0 or more
 * @param more whether there may be more than these: no more were counted, since these were enough
 */
public record RowCount(long rows, boolean more) {}
