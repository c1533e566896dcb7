package org.mastshell.command;

import org.mastshell.table.Match;

/**
 * A pattern by which names or values are listed: a part of them, or with {@code *} or {@code %} for
 * anything, the whole. Case does not count.
 *
 * @param typed as typed; empty fits everything
 */
record NamePattern(String typed) {

  /** Whether a name fits. */
  boolean fits(String name) {
    String starred = typed.replace('%', '*');
    Match match = starred.indexOf('*') < 0 ? new Match.Contains(typed) : Match.Wildcard.of(starred);
    return match.fits(name, Double.NaN);
  }
}
