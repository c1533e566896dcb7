package org.mastshell.archive;

/**
 * Who the archive thinks is asking.
 *
 * @param anonymous whether nobody is logged in
 * @param name the name to show; empty when anonymous
 * @param email the address it knows; may be empty
 */
public record Account(boolean anonymous, String name, String email) {}
