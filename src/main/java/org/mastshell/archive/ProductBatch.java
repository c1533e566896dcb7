package org.mastshell.archive;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/**
 * Some observations whose products are asked for in one request.
 *
 * @param first the place of the first of them among all that are asked for
 * @param obsids which they are
 */
record ProductBatch(int first, List<String> obsids) {

  /**
   * What came of a batch.
   *
   * @param rows those that met the criteria; null where there was no answer
   * @param received how many rows arrived
   * @param trouble why there was no answer, or null
   */
  record Outcome(
      ProductBatch batch, Table rows, long received, Duration took, ArchiveException trouble) {}

  /** Asks. A failure in which size may play a part is an outcome, every other one is thrown. */
  Outcome ask(Mashup mashup, Predicate criteria, Cancellation cancellation) {
    long start = System.nanoTime();
    TableBuilder kept = new TableBuilder();
    try {
      long received =
          mashup.rows(
              Question.json("Mast.Caom.Products", Map.of("obsid", String.join(",", obsids))),
              page -> {
                kept.addAll(page.rows().where(criteria));
                return true;
              },
              cancellation);
      return new Outcome(this, kept.build(), received, since(start), null);
    } catch (ArchiveException trouble) {
      if (!NetworkTrouble.maySizeHelp(trouble)) {
        throw trouble;
      }
      return new Outcome(this, null, 0, since(start), trouble);
    }
  }

  /** The two halves of a batch of two or more. */
  List<ProductBatch> halves() {
    int middle = obsids.size() / 2;
    return List.of(
        new ProductBatch(first, obsids.subList(0, middle)),
        new ProductBatch(first + middle, obsids.subList(middle, obsids.size())));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
