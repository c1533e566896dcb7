package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.TokenStore;

/**
 * The token in use for each host: one that was typed, else that of the environment, else one that
 * was stored. A token is never given out for another host than the one it was typed or stored for.
 * Stores are opened only when a command needs a login.
 */
public final class Logins {
  private static final String ARCHIVE_DOMAIN = ".stsci.edu";

  private final Optional<String> environment;
  private final Function<String, List<TokenStore>> stores;
  private final Set<String> trusted = new HashSet<>();

  /** By host: the token in use, or empty after a logout; no entry before either. */
  private final Map<String, Optional<char[]>> states = new HashMap<>();

  private final Map<String, Optional<char[]>> before = new HashMap<>();

  /** Hosts whose token in use is that which is stored for them. */
  private final Set<String> stored = new HashSet<>();

  /**
   * @param environment the value of MAST_API_TOKEN, if it is set
   * @param stores where tokens for an archive's host are kept between runs, the best place first
   */
  public Logins(Optional<String> environment, Function<String, List<TokenStore>> stores) {
    this.environment = environment.map(String::strip).filter(token -> !token.isEmpty());
    this.stores = stores;
  }

  /**
   * From now on the environment's token is for this host too, besides those of the archive itself:
   * the program was started for it. A server that a script names later on is not trusted so far.
   */
  public synchronized void trust(String host) {
    trusted.add(host);
  }

  /** The token in use for a host, if any; opens no store. */
  public synchronized Optional<char[]> token(String host) {
    Optional<char[]> state = states.get(host);
    return state == null ? ofEnvironment(host) : state.map(char[]::clone);
  }

  private Optional<char[]> ofEnvironment(String host) {
    boolean meant =
        trusted.contains(host) || host.toLowerCase(Locale.ROOT).endsWith(ARCHIVE_DOMAIN);
    return meant ? environment.map(String::toCharArray) : Optional.empty();
  }

  /** The token in use, else the one stored for this host, which is in use from now on. */
  public synchronized Optional<char[]> load(String host) {
    if (!states.containsKey(host) && token(host).isEmpty()) {
      stores.apply(host).stream()
          .map(TokenStore::read)
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(
              found -> {
                states.put(host, Optional.of(found));
                stored.add(host);
              });
    }
    return token(host);
  }

  /** Whether the token in use for a host is stored for later runs as well. */
  synchronized boolean isStored(String host) {
    return stored.contains(host);
  }

  /** Whether a token that is stored for a host would be in use as soon as a command needs one. */
  synchronized boolean mayBeStored(String host) {
    return !states.containsKey(host) && token(host).isEmpty();
  }

  /** Puts a token in use. */
  public synchronized void enter(String host, char... token) {
    before.put(host, states.get(host));
    states.put(host, Optional.of(token.clone()));
    stored.remove(host);
  }

  /** Takes back the token entered last, which was not accepted: what held before holds again. */
  public synchronized void withdraw(String host) {
    Optional<char[]> earlier = before.remove(host);
    if (earlier == null) {
      states.remove(host);
    } else {
      states.put(host, earlier);
    }
  }

  /**
   * Keeps the token in use for later runs, in the first place that takes it.
   *
   * @return where it is now
   * @throws ArchiveException if no place takes it; it stays in use all the same
   */
  public synchronized String store(String host) {
    char[] token = token(host).orElseThrow();
    ArchiveException refused = null;
    for (TokenStore place : stores.apply(host)) {
      try {
        place.write(token);
        stored.add(host);
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
   * @throws ArchiveException if one could not be removed; all others are gone nevertheless
   */
  public synchronized List<String> logout(String host) {
    states.put(host, Optional.empty());
    stored.remove(host);
    List<String> removed = new ArrayList<>();
    ArchiveException kept = null;
    for (TokenStore store : stores.apply(host)) {
      try {
        if (store.remove()) {
          removed.add(store.where());
        }
      } catch (ArchiveException stays) {
        kept = stays;
      }
    }
    if (kept != null) {
      throw kept;
    }
    return removed;
  }

  /** Whether the environment holds a token, which a logout cannot remove. */
  public boolean inEnvironment() {
    return environment.isPresent();
  }
}
