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
   * @param cancellation ends the asking where that takes time
   * @throws ArchiveException kind LOGIN, if there is one that is not safe to use
   */
  Optional<char[]> read(Cancellation cancellation);

  /**
   * Keeps a token, in place of an earlier one.
   *
   * @param cancellation tells that it is not to be kept any more, if it is not yet
   * @throws ArchiveException kind LOGIN, if it cannot be kept here; the advice says what else may
   *     do
   */
  void write(char[] token, Cancellation cancellation);

  /**
   * Forgets the token.
   *
   * @param cancellation ends the asking where that takes time
   * @return whether there was one
   * @throws ArchiveException kind LOGIN, if there is one and it cannot be removed
   */
  boolean remove(Cancellation cancellation);

  /** The place, in words for people. */
  String where();
}
