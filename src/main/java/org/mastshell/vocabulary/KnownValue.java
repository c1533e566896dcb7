package org.mastshell.vocabulary;

/**
 * A value that a field is known to have.
 *
 * @param value as the archive spells it
 * @param meaning a few words, or empty
 * @param count how many rows have it, or -1 if that is unknown
 */
public record KnownValue(String value, String meaning, long count) {}
