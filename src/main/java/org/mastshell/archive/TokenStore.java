package org.mastshell.archive;

import java.util.Optional;

/**
 * A place where the archive's token is kept between runs.
 *
 * @see KeyringTokenStore
 * @see FileTokenStore
 */
public interface TokenStore {

  /**
   * The token, if one is kept here.
   *
   * @throws ArchiveException kind LOGIN, if there is one that is not safe to use
   */
  Optional<char[]> read();

  /**
   * Keeps a token, in place of an earlier one.
   *
   * @throws ArchiveException kind LOGIN, if it cannot be kept here; the advice says what else may
   *     do
   */
  void write(char[] token);

  /**
   * Forgets the token.
   *
   * @return whether there was one
   * @throws ArchiveException kind LOGIN, if there is one and it cannot be removed
   */
  boolean remove();

  /** The place, in words for people. */
  String where();
}
