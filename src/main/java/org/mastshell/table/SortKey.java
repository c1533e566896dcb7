package org.mastshell.table;

/** What rows are ordered by. Missing cells come last in either direction. */
public record SortKey(Subject subject, boolean descending) {}
