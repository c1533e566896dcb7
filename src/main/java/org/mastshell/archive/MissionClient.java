package org.mastshell.archive;

import java.util.LinkedHashSet;
import java.util.List;
import org.mastshell.table.Predicate;
import org.mastshell.vocabulary.Field;

/**
 * The searches that missions have of their own (API.md, section 8). Safe for use by several
 * threads; every call throws what the calls of {@link ArchiveClient} throw.
 */
public final class MissionClient {
  private final Asking asking;
  private final ClientOptions options;

  MissionClient(Asking asking, ClientOptions options) {
    this.asking = asking;
    this.options = options;
  }

  /** How a query would be put. Asks nothing. */
  public QueryPlan plan(DatasetQuery query) {
    return search(query).plan();
  }

  /**
   * What a search is asked for a query without a list of targets, beside which page: its name, and
   * what it is given. Asks nothing.
   */
  public ArchiveRequest request(DatasetQuery query) {
    return search(query).request();
  }

  /**
   * How many datasets the archive has for what it can be asked: as many as {@link #datasets} gives
   * where the plan leaves nothing to be judged here, else perhaps more.
   */
  public long count(DatasetQuery query, Cancellation cancellation) {
    return search(query).count(cancellation);
  }

  /**
   * The datasets that meet the criteria, with the columns of their search and {@link
   * org.mastshell.vocabulary.ServiceTable#mark}; near several targets also {@link
   * TargetsReply#NAME}, and a row for each target.
   *
   * @param limit no more than so many; no more pages are asked for than that takes
   * @param progress is told the rows received
   */
  public DatasetsReply datasets(
      DatasetQuery query, int limit, Progress progress, Cancellation cancellation) {
    return search(query).find(limit, progress, cancellation);
  }

  /**
   * The files of datasets, in the order of the datasets, with the columns that products have.
   *
   * @param mission the name of the search
   * @param datasets names of the datasets; one that comes twice is asked for once
   * @param criteria what a file must meet to be kept
   * @param progress is told the datasets done; from one thread at a time
   */
  public ProductsReply products(
      String mission,
      List<String> datasets,
      Predicate criteria,
      Progress progress,
      Cancellation cancellation) {
    List<String> distinct = List.copyOf(new LinkedHashSet<>(datasets));
    return new MissionProducts(asking, options, mission, distinct, criteria, progress)
        .run(cancellation);
  }

  /** The columns that a search has today, in its own words. */
  public List<Field> columns(String mission, Cancellation cancellation) {
    return asking.answer(
        asking.json(asking.url(MissionAddress.columns(mission))).build(),
        cancellation,
        response -> {
          new Statuses(asking.host()).checkQuestion(response, Statuses.OF_FIELDS);
          return AnnouncedField.read(SmallReplies.list(asking.host(), response));
        });
  }

  private DatasetSearch search(DatasetQuery query) {
    return new DatasetSearch(asking, query);
  }
}
