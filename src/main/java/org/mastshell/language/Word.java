package org.mastshell.language;

/**
 * One word of a line.
 *
 * @param text its value, quotes and escapes resolved
 * @param raw as typed, quotes included
 * @param start where it begins in the line, in UTF-16 units
 * @param end where it ends, exclusive
 */
public record Word(String text, String raw, int start, int end) {}
