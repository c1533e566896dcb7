package org.mastshell.archive;

import java.util.Optional;

/**
 * A place for tokens that may hang, as a keyring whose service does not answer: it is waited for no
 * longer than {@link KeyringPatience} allows, or until that is called off. One that is not waited
 * for any more holds no token to be read; that one was not stored, or not removed, is an error, and
 * the place may still do it later.
 */
public final class PatientTokenStore implements TokenStore {
  private static final String STORES = "; the token may be stored there all the same when it does";

  private final TokenStore store;
  private final KeyringPatience patience;

  /**
   * @param store the place itself
   * @param patience shared by all that ask the same service
   */
  public PatientTokenStore(TokenStore store, KeyringPatience patience) {
    this.store = store;
    this.patience = patience;
  }

  @Override
  public Optional<char[]> read(Cancellation cancellation) {
    return patience.await(where(), "", store::read, cancellation).flatMap(token -> token);
  }

  @Override
  public void write(char[] token, Cancellation cancellation) {
    Optional<Boolean> written =
        patience.await(
            where(),
            STORES,
            unwanted -> {
              store.write(token, unwanted);
              return true;
            },
            cancellation);
    if (written.isEmpty()) {
      throw new ArchiveException(
          ArchiveException.Kind.LOGIN,
          where() + " has not answered for " + patience.text(),
          "set MASTSHELL_KEYRING=off to keep the token in a file of yours alone");
    }
  }

  @Override
  public boolean remove(Cancellation cancellation) {
    return patience
        .await(where(), "", store::remove, cancellation)
        .orElseThrow(
            () ->
                new ArchiveException(
                    ArchiveException.Kind.LOGIN,
                    where() + " does not answer: a token may still be there",
                    "unlock it, or start its service again; then logout"));
  }

  @Override
  public String where() {
    return store.where();
  }
}
