package org.mastshell.archive;

import org.mastshell.table.Table;

/**
 * Rows of a catalogue.
 *
 * @param rows those that meet the criteria
 * @param had how many the archive had for what was sent to it, as far as that is known: no fewer
 *     than came, of which others may have been left out here
 */
public record CatalogRows(Table rows, long had) {}
