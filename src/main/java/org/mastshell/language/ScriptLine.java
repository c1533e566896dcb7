package org.mastshell.language;

/**
 * A line of a script, continuations joined.
 *
 * @param number the number of its first line in the file, counted from 1
 * @param text without the line end
 */
public record ScriptLine(int number, String text) {}
