package org.mastshell.archive;

import java.util.Optional;

/**
 * Where the token of the archive comes from. It is asked only when a request is about to be made
 * that may carry one.
 */
@FunctionalInterface
public interface TokenSource {

  /** The token, if there is one. The characters are the receiver's own copy. */
  Optional<char[]> token();

  /** Nobody is logged in. */
  static TokenSource none() {
    return Optional::empty;
  }
}
