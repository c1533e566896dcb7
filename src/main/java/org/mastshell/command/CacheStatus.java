package org.mastshell.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mastshell.output.Part;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.store.ListOwner;
import org.mastshell.store.ProductLists;
import org.mastshell.store.StoreException;

/** Tells what is kept of archives on disk: how much, from when, and where. */
final class CacheStatus {
  private final ProductCache products;
  private final WordsCache values;

  CacheStatus(ProductCache products, WordsCache values) {
    this.products = products;
    this.values = values;
  }

  /**
   * A table of what is kept, and what else there is to say. No archive is asked.
   *
   * @param ofProducts whether lists of products are wanted
   * @param ofValues whether lists of values are
   */
  List<Part> parts(Work work, boolean ofProducts, boolean ofValues) {
    Settings settings = work.session().settings();
    AnswerTable table =
        new AnswerTable()
            .text("kind", "what the lists are of")
            .text("archive", "which was asked")
            .text("login", "with which it was asked")
            .whole("lists", "how many there are")
            .size("size", "on disk")
            .text("oldest", "when the first of them was asked for, UTC")
            .text("newest", "when the last of them was, UTC");
    if (ofProducts) {
      addProducts(table, settings);
    }
    if (ofValues) {
      addValues(table);
    }
    List<Part> parts = new ArrayList<>(List.of(table.part()));
    if (table.isEmpty()) {
      parts.add(new Part.Talk("nothing is kept"));
    }
    if (ofProducts) {
      String room =
          settings.get(Setting.CACHE_SIZE)
              + " MB at most (set "
              + Setting.CACHE_SIZE.word()
              + "), ";
      parts.add(rule("products", settings, Setting.PRODUCTS_AGE, room + products.place()));
    }
    if (ofValues) {
      parts.add(rule("values", settings, Setting.CACHE_AGE, values.place()));
    }
    return parts;
  }

  private void addProducts(AnswerTable table, Settings settings) {
    Optional<ListOwner> own = own(settings);
    products.summaries().stream()
        .sorted(
            Comparator.comparing((ProductLists.Summary one) -> one.owner().server())
                .thenComparing(one -> login(one.owner(), own))
                .thenComparing(one -> one.owner().account()))
        .forEach(
            one ->
                table.row(
                    "products",
                    host(one.owner().server()),
                    login(one.owner(), own),
                    one.lists(),
                    one.bytes(),
                    MinuteText.of(one.oldest()),
                    MinuteText.of(one.newest())));
  }

  private void addValues(AnswerTable table) {
    values.kept().forEach(one -> add("values", one, table));
    values.keptColumns().forEach(one -> add("columns", one, table));
  }

  private static void add(String kind, WordsCache.Kept one, AnswerTable table) {
    table.row(
        kind,
        one.archive(),
        "none",
        one.lists(),
        one.bytes(),
        MinuteText.of(one.oldest()),
        MinuteText.of(one.newest()));
  }

  // A login that cannot be told from others has no lists here.
  private Optional<ListOwner> own(Settings settings) {
    try {
      return Optional.of(products.owner(settings));
    } catch (StoreException unwritable) {
      return Optional.empty();
    }
  }

  private static String login(ListOwner owner, Optional<ListOwner> own) {
    if (owner.account().equals(LoginMark.ANONYMOUS)) {
      return "none";
    }
    return own.map(ListOwner::account).filter(owner.account()::equals).isPresent()
        ? "this one"
        : "another";
  }

  private static String host(String server) {
    return server.replaceFirst("^https?://", "");
  }

  private static Part rule(String kind, Settings settings, Setting age, String more) {
    int days = settings.whole(age);
    String rule = days == 0 ? "none used or kept" : days + (days == 1 ? " day" : " days");
    return new Part.Talk("  " + kind + ": " + rule + " (set " + age.word() + "), " + more);
  }
}
