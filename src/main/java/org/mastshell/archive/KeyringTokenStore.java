package org.mastshell.archive;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;

/**
 * The token in the system's keyring. It is opened only when one of the methods is called. A keyring
 * that is not there, or locked, holds no token and is no error.
 *
 * <p>A token that astroquery keeps there ({@code astroquery:mast.stsci.edu.token}) is found too,
 * but neither changed nor removed.
 */
public final class KeyringTokenStore implements TokenStore {
  private static final String ACCOUNT = "token";
  private static final String PUBLIC_HOST = "mast.stsci.edu";
  private static final String ASTROQUERY_SERVICE = "astroquery:mast.stsci.edu.token";
  private static final String ASTROQUERY_ACCOUNT = "masttoken";

  private final String host;
  private final OpenKeyring.Opening system;

  /** With the token for the archive at this host. */
  public KeyringTokenStore(String host) {
    this(host, OpenKeyring::ofSystem);
  }

  KeyringTokenStore(String host, OpenKeyring.Opening system) {
    this.host = host;
    this.system = system;
  }

  @Override
  public Optional<char[]> read(Cancellation cancellation) {
    return using(
        keyring -> {
          Optional<String> own = password(keyring, service(), ACCOUNT);
          // A token of the public archive is of no use elsewhere, and not to be shown there.
          if (own.isPresent() || !host.equals(PUBLIC_HOST)) {
            return own.map(String::toCharArray);
          }
          return password(keyring, ASTROQUERY_SERVICE, ASTROQUERY_ACCOUNT).map(String::toCharArray);
        },
        cancellation);
  }

  @Override
  public void write(char[] token, Cancellation cancellation) {
    Optional<Boolean> written =
        using(
            keyring -> {
              // One that does not give out what it has is not written to: nobody could put it back.
              Optional<String> before = password(keyring, service(), ACCOUNT);
              keyring.keep(service(), ACCOUNT, new String(token));
              if (cancellation.isCancelled()) {
                // Unlocked after nobody waited any more, who was told that it is not here.
                putBack(keyring, before);
              }
              return Optional.of(true);
            },
            cancellation);
    if (written.isEmpty()) {
      throw new ArchiveException(
          ArchiveException.Kind.LOGIN,
          "the system keyring is not there or does not open",
          "the token can be kept in a file of yours alone, or set MAST_API_TOKEN");
    }
  }

  private void putBack(OpenKeyring keyring, Optional<String> before)
      throws PasswordAccessException {
    if (before.isPresent()) {
      keyring.keep(service(), ACCOUNT, before.get());
    } else {
      keyring.remove(service(), ACCOUNT);
    }
  }

  @Override
  public boolean remove(Cancellation cancellation) {
    if (own(cancellation).isEmpty()) {
      return false;
    }
    Optional<Boolean> removed =
        using(
            keyring -> {
              keyring.remove(service(), ACCOUNT);
              return Optional.of(true);
            },
            cancellation);
    if (removed.isEmpty()) {
      throw new ArchiveException(
          ArchiveException.Kind.LOGIN,
          "logged out here, but the token could not be removed from the system keyring",
          "remove the entry " + service() + " there with the keyring's own program");
    }
    return true;
  }

  private Optional<String> own(Cancellation cancellation) {
    return using(keyring -> password(keyring, service(), ACCOUNT), cancellation);
  }

  @Override
  public String where() {
    return "the system keyring";
  }

  private String service() {
    return "mastshell:" + host;
  }

  @FunctionalInterface
  private interface Use<T> {
    Optional<T> apply(OpenKeyring keyring) throws PasswordAccessException;
  }

  private static Optional<String> password(OpenKeyring keyring, String service, String account)
      throws PasswordAccessException {
    return keyring.password(service, account).map(String::strip).filter(token -> !token.isEmpty());
  }

  // Back ends reach into system libraries and a message bus, and a keyring that cannot be used must
  // never stop the work: whatever goes wrong there, it holds nothing.
  private <T> Optional<T> using(Use<T> use, Cancellation cancellation) {
    cancellation.check();
    OpenKeyring keyring;
    try {
      keyring = system.open();
    } catch (BackendNotSupportedException | RuntimeException | LinkageError notThere) {
      return Optional.empty();
    }
    try {
      // It may have taken a person long to open it.
      cancellation.check();
      return use.apply(keyring);
    } catch (CancelledException calledOff) {
      throw calledOff;
    } catch (PasswordAccessException | RuntimeException | LinkageError closedToUs) {
      return Optional.empty();
    } finally {
      keyring.close();
    }
  }
}
