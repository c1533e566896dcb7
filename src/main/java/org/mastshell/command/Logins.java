package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.TokenSource;
import org.mastshell.archive.TokenStore;

/**
 * The token in use: one that was typed, else that of the environment, else one that was stored.
 * Stores are opened only when a command needs a login.
 */
public final class Logins implements TokenSource {
  private final Optional<String> environment;
  private final Function<String, List<TokenStore>> stores;
  private char[] inUse;
  private boolean loggedOut;

  /**
   * @param environment the value of MAST_API_TOKEN, if it is set
   * @param stores where tokens for an archive's host are kept between runs, the best place first
   */
  public Logins(Optional<String> environment, Function<String, List<TokenStore>> stores) {
    this.environment = environment.map(String::strip).filter(token -> !token.isEmpty());
    this.stores = stores;
  }

  /** The token in use, if any; opens no store. */
  @Override
  public synchronized Optional<char[]> token() {
    if (inUse != null) {
      return Optional.of(inUse.clone());
    }
    return loggedOut ? Optional.empty() : environment.map(String::toCharArray);
  }

  /** The token in use, else the one stored for this host, which is in use from now on. */
  public synchronized Optional<char[]> load(String host) {
    if (token().isEmpty() && !loggedOut) {
      stores.apply(host).stream()
          .map(TokenStore::read)
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(stored -> inUse = stored);
    }
    return token();
  }

  /** Puts a token in use. */
  public synchronized void enter(char[] token) {
    inUse = token.clone();
    loggedOut = false;
  }

  /** Takes back a token that was typed but refused. */
  public synchronized void withdraw() {
    inUse = null;
  }

  /**
   * Keeps the token in use for later runs, in the first place that takes it.
   *
   * @return where it is now
   * @throws ArchiveException if no place takes it; it stays in use all the same
   */
  public synchronized String store(String host) {
    char[] token = token().orElseThrow();
    ArchiveException refused = null;
    for (TokenStore place : stores.apply(host)) {
      try {
        place.write(token);
        return place.where();
      } catch (ArchiveException notHere) {
        refused = notHere;
      }
    }
    throw refused == null ? new IllegalStateException("there is no place for tokens") : refused;
  }

  /**
   * Forgets the token here and wherever it was stored for this host.
   *
   * @return where one was found and removed
   */
  public synchronized List<String> logout(String host) {
    inUse = null;
    loggedOut = true;
    List<String> removed = new ArrayList<>();
    for (TokenStore store : stores.apply(host)) {
      if (store.remove()) {
        removed.add(store.where());
      }
    }
    return removed;
  }

  /** Whether the environment holds a token, which a logout cannot remove. */
  public boolean inEnvironment() {
    return environment.isPresent();
  }
}
