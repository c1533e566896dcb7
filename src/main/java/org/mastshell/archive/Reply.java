package org.mastshell.archive;

import org.mastshell.table.Table;

/**
 * A reply of the archive's query service.
 *
 * @param status its word for the state of the question; empty where it gives none
 * @param message what it says for itself; may be empty
 * @param hasRows whether there was a list of rows at all, however short
 * @param rows the rows
 * @param paging which part of the whole they are
 */
record Reply(String status, String message, boolean hasRows, Table rows, Paging paging) {}
