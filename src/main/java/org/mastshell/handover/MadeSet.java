package org.mastshell.handover;

/**
 * A set and how it is made.
 *
 * @param number by which other steps name it
 * @param command that made it, for people
 * @param step what the command does
 */
public record MadeSet(int number, String command, Step step) {}
