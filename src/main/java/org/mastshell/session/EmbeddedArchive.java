package org.mastshell.session;

import java.net.URI;
import java.util.Optional;
import org.mastshell.store.StoredSession;
import org.mastshell.store.StoredSet;

/**
 * The archive with made-up data that a program can bring with it. It is the same each time, but at
 * another port: sets that were kept with an earlier one are taken for its own.
 *
 * @param address where it is now; empty where this program has none
 */
public record EmbeddedArchive(Optional<URI> address) {

  /** A program without one. */
  public static EmbeddedArchive none() {
    return new EmbeddedArchive(Optional.empty());
  }

  /** A session that was kept, with its sets where the archive is now. */
  StoredSession here(StoredSession kept) {
    if (address.isEmpty()) {
      return kept;
    }
    return new StoredSession(
        kept.sets().stream().map(this::here).toList(),
        kept.visited(),
        kept.position(),
        kept.made(),
        kept.settings());
  }

  private StoredSet here(StoredSet set) {
    URI now = address.orElseThrow();
    return set.server().matches("http://127\\.0\\.0\\.1:[0-9]{1,5}/?")
        ? set.at(now.toString())
        : set;
  }
}
