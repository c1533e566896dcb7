package org.mastshell.session;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mastshell.store.StoredSession;
import org.mastshell.store.StoredSet;

/**
 * The archive with made-up data that a program can bring with it. It is the same each time, but at
 * another port: its sets are kept with an address that is no server's, and are of this program's
 * own wherever that is. Sets of any other server on this computer, such as a tunnel, keep theirs.
 *
 * @param address where it is now; empty where this program has none
 */
public record EmbeddedArchive(Optional<URI> address) {
  // No server can have a name that ends so (RFC 2606); a program without an embedded archive takes
  // it for the address of one that does not answer.
  static final String KEPT = "https://demo.invalid";

  /** A program without one. */
  public static EmbeddedArchive none() {
    return new EmbeddedArchive(Optional.empty());
  }

  /** Whether a set with this address is of the embedded archive, of this program or another. */
  public boolean isAt(String server) {
    return server.equals(KEPT) || server.equals(now(""));
  }

  /** A session that was kept, with its sets where the archive is now. */
  StoredSession here(StoredSession kept) {
    return moved(kept, server -> server.equals(KEPT) ? now(server) : server);
  }

  /** A session to be kept, with its sets wherever the archive will be. */
  StoredSession anywhere(StoredSession session) {
    return moved(session, server -> server.equals(now("")) ? KEPT : server);
  }

  private String now(String otherwise) {
    return address.map(URI::toString).orElse(otherwise);
  }

  private static StoredSession moved(StoredSession session, UnaryOperator<String> place) {
    return new StoredSession(
        session.sets().stream().map(set -> moved(set, place.apply(set.server()))).toList(),
        session.visited(),
        session.position(),
        session.made(),
        session.settings());
  }

  private static StoredSet moved(StoredSet set, String server) {
    return set.server().equals(server) ? set : set.at(server);
  }
}
