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
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.CancelledException;
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

  /**
   * The token in use, else the one stored for this host, which is in use from now on.
   *
   * @param work shows which place is waited for, and can end that
   * @throws CancelledException if it did
   */
  Optional<char[]> load(String host, Work work) {
    if (mayBeStored(host)) {
      stores.apply(host).stream()
          .map(place -> asked(place, place::read, work))
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(found -> use(host, found));
    }
    return token(host);
  }

  private synchronized void use(String host, char... found) {
    if (mayBeStored(host)) {
      states.put(host, Optional.of(found));
      stored.add(host);
    }
  }

  // Not while others who ask for the token in use have to wait: a place may take a minute.
  private static <T> T asked(TokenStore place, Function<Cancellation, T> question, Work work) {
    Watch watch = work.watch("waiting for " + place.where());
    try {
      return question.apply(work.cancellation());
    } finally {
      watch.close();
    }
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
   * @param work shows which place is waited for, and can end that
   * @return where it is now
   * @throws ArchiveException if no place takes it; it stays in use all the same
   * @throws CancelledException if the work was called off; so does it then
   */
  String store(String host, Work work) {
    char[] token = token(host).orElseThrow();
    ArchiveException refused = null;
    for (TokenStore place : stores.apply(host)) {
      try {
        var unused = asked(place, cancellation -> written(place, token, cancellation), work);
        isKept(host);
        return place.where();
      } catch (ArchiveException notHere) {
        refused = notHere;
      }
    }
    throw refused == null ? new IllegalStateException("there is no place for tokens") : refused;
  }

  private static boolean written(TokenStore place, char[] token, Cancellation cancellation) {
    place.write(token, cancellation);
    return true;
  }

  private synchronized void isKept(String host) {
    stored.add(host);
  }

  /**
   * Forgets the token here and wherever it was stored for this host.
   *
   * @param work shows which place is waited for, and can end that
   * @return where one was found and removed
   * @throws ArchiveException if one could not be removed; all others are gone nevertheless
   * @throws CommandException if a place was not waited for any more; all others are gone too
   */
  List<String> logout(String host, Work work) {
    forget(host);
    List<String> removed = new ArrayList<>();
    RuntimeException kept = null;
    for (TokenStore place : stores.apply(host)) {
      try {
        if (asked(place, place::remove, work)) {
          removed.add(place.where());
        }
      } catch (ArchiveException stays) {
        kept = stays;
      } catch (CancelledException notWaitedFor) {
        kept = stillThere(place);
      }
    }
    if (kept != null) {
      throw kept;
    }
    return removed;
  }

  private static CommandException stillThere(TokenStore place) {
    return new CommandException(
        ExitCode.INTERRUPTED,
        "interrupted: you are logged out here, but "
            + place.where()
            + " was not waited for, and may still hold the token",
        "logout asks it again");
  }

  private synchronized void forget(String host) {
    states.put(host, Optional.empty());
    stored.remove(host);
  }

  /** Whether the environment holds a token, which a logout cannot remove. */
  public boolean inEnvironment() {
    return environment.isPresent();
  }
}
