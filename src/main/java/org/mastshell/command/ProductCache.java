package org.mastshell.command;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mastshell.archive.KeptProducts;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.store.ListOwner;
import org.mastshell.store.ProductLists;
import org.mastshell.store.StoreException;
import org.mastshell.store.StoredLogins;

/**
 * The product lists that are kept on disk. Those that were asked for with a login serve that login
 * alone, but for lists of public products, which serve without a login as well; those that nobody
 * was logged in for serve nobody who is: what may be seen of an observation differs.
 */
public final class ProductCache {
  private static final long MEGABYTE = 1_000_000;

  private final ProductLists lists;
  private final StoredLogins storedLogins;
  private final Logins logins;
  private final Set<URI> notKept;
  private final Clock clock;
  private String saidLast = "";

  /**
   * @param lists where they are
   * @param storedLogins of which login lists serve before its token is opened
   * @param logins the token in use
   * @param notKept servers that end with this program, so that nothing is to be kept of them
   * @param clock tells how old lists are
   */
  public ProductCache(
      ProductLists lists, StoredLogins storedLogins, Logins logins, Set<URI> notKept, Clock clock) {
    this.lists = lists;
    this.storedLogins = storedLogins;
    this.logins = logins;
    this.notKept = Set.copyOf(notKept);
    this.clock = clock;
  }

  /**
   * What is kept of the archive in use, for the login in use.
   *
   * @param renew whether the archive is to be asked whatever is kept
   * @throws StoreException if the login cannot be told from others on this disk
   */
  KeptProducts of(Settings settings, boolean renew) {
    if (settings.whole(Setting.PRODUCTS_AGE) == 0 || notKept.contains(server(settings))) {
      return KeptProducts.none();
    }
    KeptProducts.Rule rule =
        new KeptProducts.Rule(
            Duration.ofDays(settings.whole(Setting.PRODUCTS_AGE)),
            renew,
            settings.whole(Setting.CACHE_SIZE) * MEGABYTE);
    ListOwner owner = owner(settings);
    if (logins.isStored(server(settings).getHost())) {
      storedLogins.remember(owner);
    }
    Optional<ListOwner> everyone =
        Optional.of(new ListOwner(owner.server(), LoginMark.ANONYMOUS))
            .filter(nobody -> !nobody.equals(owner));
    return new KeptProducts(lists, owner, everyone, rule, clock);
  }

  /**
   * The archive and the login in use.
   *
   * @throws StoreException if the login cannot be told from others on this disk
   */
  ListOwner owner(Settings settings) {
    URI server = server(settings);
    String address = server.toString().toLowerCase(Locale.ROOT);
    Optional<char[]> token = logins.token(server.getHost());
    Optional<ListOwner> stored =
        logins.mayBeStored(server.getHost()) ? storedLogins.find(address) : Optional.empty();
    return stored.orElseGet(() -> new ListOwner(address, LoginMark.of(token, lists::salt)));
  }

  /**
   * From now on the lists of the login that was stored serve no shell that has not logged in.
   *
   * @throws StoreException if that cannot be written down
   */
  void forgetLogin(Settings settings) {
    storedLogins.forget(server(settings).toString().toLowerCase(Locale.ROOT));
  }

  private static URI server(Settings settings) {
    return settings.clientOptions().server();
  }

  /** What is kept of each archive and login. */
  List<ProductLists.Summary> summaries() {
    return lists.summaries();
  }

  /** Removes all lists, whatever their archive and login. */
  ProductLists.Removed clear() {
    return lists.clear();
  }

  /**
   * What to say of trouble with the disk: each once, as long as it is the same.
   *
   * @param trouble why lists could not be kept, if they could not
   */
  Optional<String> note(Optional<String> trouble) {
    Optional<String> news = trouble.filter(why -> !why.equals(saidLast));
    saidLast = trouble.orElse("");
    return news.map(why -> "note: product lists cannot be kept: " + why);
  }

  /** Where they are. */
  String place() {
    return lists.folder().toString();
  }
}
