package org.mastshell.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/** Lists the products of observations by {@code Mast.Caom.Products}. */
final class ProductSearch {
  private static final int FIRST = 4;
  private static final int LARGEST = 200;

  private final Mashup mashup;
  private final ClientOptions options;
  private final Predicate criteria;
  private final List<String> obsids;
  private final Progress progress;
  private final ProductRows rows;
  private int done;
  private long received;

  ProductSearch(
      Mashup mashup,
      ClientOptions options,
      Set<String> obsids,
      Predicate criteria,
      Progress progress) {
    this.mashup = mashup;
    this.options = options;
    this.criteria = criteria;
    this.obsids = List.copyOf(obsids);
    this.progress = progress;
    this.rows = new ProductRows(this.obsids);
  }

  /** Asks for everything. On trouble that ends the work, and when called off, nothing is kept. */
  ProductsReply run(Cancellation cancellation) {
    BatchSize size = new BatchSize(options.batchSize(), FIRST, LARGEST);
    Batches.Ending<String> ending =
        new Batches<>(obsids, size, this::ask, this::take)
            .run(Math.max(1, options.parallel()), cancellation);
    return new ProductsReply(
        rows.table(),
        received,
        ending.requests(),
        new ArrayList<>(ending.unanswered().values()),
        ending.reason());
  }

  private Batches.Answer<Table> ask(Batches.Batch<String> batch, Cancellation cancellation) {
    TableBuilder kept = new TableBuilder();
    Question question =
        Question.json("Mast.Caom.Products", Map.of("obsid", String.join(",", batch.things())));
    long sent =
        mashup.rows(
            question,
            page -> {
              kept.addAll(page.rows().where(criteria));
              return true;
            },
            cancellation);
    return new Batches.Answer<>(kept.build(), sent);
  }

  private boolean take(Batches.Batch<String> batch, Optional<Batches.Answer<Table>> answer) {
    rows.add(
        batch.first(),
        batch.things().size(),
        answer.map(Batches.Answer::content).orElse(Table.empty()));
    received += answer.map(Batches.Answer::rows).orElse(0L);
    done += batch.things().size();
    progress.update(
        new Progress.Step(
            done, obsids.size(), "observations", String.format(Locale.ROOT, "%,d rows", received)));
    return true;
  }
}
