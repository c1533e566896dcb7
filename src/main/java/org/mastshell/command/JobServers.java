package org.mastshell.command;

import java.net.URI;
import java.util.Set;
import org.mastshell.language.Quoting;

/**
 * Words for the archives that kept downloads come from. The embedded archive is at another address
 * each time, but it is always the same.
 *
 * @param embedded the address of the embedded archive, where this program has one
 */
record JobServers(Set<URI> embedded) {
  private static final String EMBEDDED = "embedded";

  /** Keeps its own copy. */
  JobServers {
    embedded = Set.copyOf(embedded);
  }

  String word(URI server) {
    return embedded.contains(server) ? EMBEDDED : server.toString();
  }

  /** A short name of that archive, for people. */
  String name(String word) {
    try {
      String authority = URI.create(word).getAuthority();
      return authority == null ? word : authority;
    } catch (IllegalArgumentException noAddress) {
      return word;
    }
  }

  /** Whether that archive is to be had here. */
  boolean has(String word) {
    return !word.equals(EMBEDDED) || !embedded.isEmpty();
  }

  /**
   * Where that archive is now.
   *
   * @param job the number of the download that needs it
   * @throws CommandException if it is nowhere
   */
  URI address(String word, int job) {
    if (!word.equals(EMBEDDED)) {
      return URI.create(word);
    }
    return embedded.stream()
        .findFirst()
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.FAILED,
                    "download " + job + " is of the embedded archive, which is not here",
                    "start mastshell --demo, then resume " + job));
  }

  /**
   * That archive in words, with what to type to go on with one of its downloads.
   *
   * @param job the number of the download
   */
  String howToReach(String word, int job) {
    return word.equals(EMBEDDED)
        ? "the embedded archive: mastshell --demo, then resume " + job
        : name(word) + ": set server " + Quoting.quote(word) + ", then resume " + job;
  }
}
