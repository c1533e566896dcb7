package org.mastshell.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.mastshell.store.ListOwner;
import org.mastshell.store.ProductList;
import org.mastshell.store.ProductLists;
import org.mastshell.store.StoreException;

/**
 * The product lists of one archive that are kept for one login, and which of them a command wants.
 * For one command. Trouble with the disk costs the keeping, never the answer.
 */
public final class KeptProducts {
  private final Optional<ProductLists> lists;
  private final ListOwner owner;
  private final Optional<ListOwner> everyone;
  private final Rule rule;
  private final Clock clock;
  private boolean changed;
  private Optional<String> trouble = Optional.empty();

  /**
   * How kept lists are used.
   *
   * @param age until when a list serves as well as a new one
   * @param renew whether the archive is to be asked whatever is kept
   * @param most how many bytes all lists may take
   */
  public record Rule(Duration age, boolean renew, long most) {}

  /**
   * @param lists where they are
   * @param owner the archive and the login
   * @param everyone where a login asks: the archive without one, for which lists of public products
   *     are kept as well, since it would be told the same of them
   * @param rule how they are used
   * @param clock tells how old they are
   */
  public KeptProducts(
      ProductLists lists, ListOwner owner, Optional<ListOwner> everyone, Rule rule, Clock clock) {
    this(Optional.of(lists), owner, everyone, rule, clock);
  }

  private KeptProducts(
      Optional<ProductLists> lists,
      ListOwner owner,
      Optional<ListOwner> everyone,
      Rule rule,
      Clock clock) {
    this.lists = lists;
    this.owner = owner;
    this.everyone = everyone;
    this.rule = rule;
    this.clock = clock;
  }

  /** None, and none is to be kept. */
  public static KeptProducts none() {
    return new KeptProducts(
        Optional.empty(),
        new ListOwner("", ""),
        Optional.empty(),
        new Rule(Duration.ZERO, true, 0),
        Clock.systemUTC());
  }

  /** Whether any can be here or is to be kept. */
  public boolean isOn() {
    return lists.isPresent();
  }

  Instant now() {
    return clock.instant();
  }

  /** The list of an observation, if it need not be asked for. */
  Optional<ProductList> young(String obsid) {
    return atAnyAge(obsid).filter(list -> isYoung(list.asked()));
  }

  /** The list of an observation for which there was no answer. */
  Optional<ProductList> atAnyAge(String obsid) {
    return rule.renew() ? Optional.empty() : lists.flatMap(all -> all.find(owner, obsid));
  }

  // One of the future has a wrong date.
  private boolean isYoung(Instant asked) {
    Instant now = clock.instant();
    return !asked.isAfter(now) && now.isBefore(asked.plus(rule.age()));
  }

  /**
   * Keeps a whole list; after the first trouble no more.
   *
   * @param isPublic whether every row of it is
   */
  void keep(String obsid, ProductList list, boolean isPublic) {
    if (trouble.isEmpty()) {
      attempt(all -> all.keep(owner, obsid, list));
      everyone
          .filter(nobody -> isPublic && trouble.isEmpty())
          .ifPresent(nobody -> attempt(all -> all.keep(nobody, obsid, list)));
      changed = true;
    }
  }

  /** No more lists come. */
  void finish() {
    if (changed && trouble.isEmpty()) {
      attempt(all -> all.trim(rule.most()));
    }
  }

  private void attempt(Consumer<ProductLists> work) {
    try {
      lists.ifPresent(work);
    } catch (StoreException refused) {
      trouble = Optional.of(refused.getMessage());
    }
  }

  /** Why lists could not be kept, if they could not. */
  public Optional<String> trouble() {
    return trouble;
  }
}
