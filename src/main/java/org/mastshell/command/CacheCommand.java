package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.output.Sizes;
import org.mastshell.store.ProductLists;
import org.mastshell.store.StoreException;
import org.mastshell.vocabulary.NearestWords;

/** Shows what is kept of archives on disk, and empties it. */
public final class CacheCommand implements ShellCommand {
  private static final String PRODUCTS = "products";
  private static final String VALUES = "values";

  private final ProductCache products;
  private final WordsCache values;
  private final LiveValues live;
  private final ServiceFields columns;
  private final CommandForms forms =
      new CommandForms("cache")
          .with("status [products|values]", "what is kept of each archive", this::status)
          .with("clear [products|values]", "remove it, or one kind", this::clear);

  /**
   * @param products lists of products
   * @param values lists of values
   * @param live those that this shell has taken from it
   * @param columns what it has taken of tables' columns
   */
  public CacheCommand(
      ProductCache products, WordsCache values, LiveValues live, ServiceFields columns) {
    this.products = products;
    this.values = values;
    this.live = live;
    this.columns = columns;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
            "cache",
            List.of(),
            Groups.SHELL,
            "show or empty what is kept of archives on disk",
            "",
            """
        Lists of products and of values are kept on disk, for all shells of this account on this \
        computer, so that what was asked once need not be asked again: lists of products for \
        products_age days (2), lists of values, and of the columns of missions' searches, for cache_age days (7). Older ones serve only while \
        the archive does not answer. Lists of products take no more room than cache_size (500 MB); \
        those that were not used for the longest time go first.

        A list that was asked for with a login serves that login alone, unless all its products are \
        public. No token is kept here, and \
        none can be found out from what is. cache alone shows the status.\
        """,
            new ArgumentSpec(false, false, true, List.of()),
            List.of(
                new Example("cache", "how much is kept, and from when it is"),
                new Example("cache clear products", "have all observations asked for again")))
        .choosing(forms.all());
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    try {
      return forms.run(arguments, work);
    } catch (StoreException refused) {
      throw new CommandException(
          ExitCode.FAILED,
          refused.getMessage(),
          "make it writable, or have the cache elsewhere: XDG_CACHE_HOME, MASTSHELL_HOME");
    }
  }

  private CommandResult status(Arguments arguments, Work work) {
    String kind = kind(arguments);
    return CommandResult.done(
        new CacheStatus(products, values)
            .parts(work, !kind.equals(VALUES), !kind.equals(PRODUCTS)));
  }

  private CommandResult clear(Arguments arguments, Work work) {
    String kind = kind(arguments);
    return CommandResult.done(clear(!kind.equals(VALUES), !kind.equals(PRODUCTS)));
  }

  /** The kind that is named; empty if both are meant. */
  private static String kind(Arguments arguments) {
    if (arguments.values().size() < 2) {
      return "";
    }
    Word word = arguments.values().get(1);
    String text = word.text().toLowerCase(Locale.ROOT);
    List<String> kinds = List.of(PRODUCTS, VALUES);
    if (!kinds.contains(text)) {
      List<String> nearest = NearestWords.to(text, kinds);
      throw word.fault(
              arguments.command().line(),
              "no " + word.text() + " are kept in the cache",
              nearest.isEmpty()
                  ? "write " + String.join(" or ", kinds)
                  : "did you mean " + nearest.get(0) + "?")
          .rightWith(NearestWords.only(text, kinds));
    }
    return text;
  }

  private List<Part> clear(boolean ofProducts, boolean ofValues) {
    List<Part> parts = new ArrayList<>();
    if (ofProducts) {
      ProductLists.Removed removed = products.clear();
      parts.add(removed("products", removed.files(), removed.bytes()));
    }
    if (ofValues) {
      List<WordsCache.Kept> ofColumns = values.clearColumns();
      parts.add(removed("values", values.clear()));
      if (!ofColumns.isEmpty()) {
        parts.add(removed("columns", ofColumns));
      }
      live.forget();
      columns.forget();
    }
    return parts;
  }

  private static Part removed(String what, List<WordsCache.Kept> removed) {
    return removed(
        what,
        removed.stream().mapToInt(WordsCache.Kept::lists).sum(),
        removed.stream().mapToLong(WordsCache.Kept::bytes).sum());
  }

  private static Part removed(String what, int lists, long bytes) {
    String count = lists == 1 ? "1 list" : Counts.text(lists) + " lists";
    return new Part.Talk(
        lists == 0
            ? "no lists of " + what + " were kept"
            : count + " of " + what + " removed (" + Sizes.text(bytes) + ")");
  }
}
