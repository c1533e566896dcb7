package org.mastshell.command;

/**
 * An example in a command's help. The tests run each of them against the embedded archive, one
 * after the other in one session.
 *
 * @param line as typed
 * @param meaning what it does
 */
public record Example(String line, String meaning) {}
