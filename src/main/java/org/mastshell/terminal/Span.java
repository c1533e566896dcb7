package org.mastshell.terminal;

/**
 * A part of a line in one colour.
 *
 * @param start where it begins
 * @param end where it ends, exclusive
 * @param role what it is
 * @param wrong whether nothing of this name exists, or it is a quote that is not closed
 */
record Span(int start, int end, Role role, boolean wrong) {}
