package org.mastshell.formats;

/**
 * Something that a file says of its table.
 *
 * @param name one word of letters, digits and {@code _}, at most 8 of them
 * @param text what it says, one line
 */
public record FileNote(String name, String text) {}
