package org.mastshell.archive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mastshell.table.Column;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/** Finds observations by queries that may hold a long list of values: those in batches. */
final class ListSearch {
  private final ObservationSearch search;
  private final ClientOptions options;

  ListSearch(ObservationSearch search, ClientOptions options) {
    this.search = search;
    this.options = options;
  }

  /** The plan with the number of requests that a long list takes. */
  QueryPlan plan(QueryPlan whole, Predicate criteria, boolean hasRegion) {
    Optional<SkyCircle> region = hasRegion ? Optional.of(new SkyCircle(0, 0, 1)) : Optional.empty();
    return LongList.in(new ObservationQuery(criteria, region), most())
        .map(list -> (list.values().size() + most() - 1) / most())
        .map(batches -> whole.times(batches))
        .orElse(whole);
  }

  /** How many rows the archive has for the query; summed over its requests. */
  long count(ObservationQuery query, Progress progress, Cancellation cancellation) {
    Optional<LongList> list = LongList.in(query, most());
    if (list.isEmpty()) {
      return search.count(query, cancellation);
    }
    long sum = 0;
    List<Match> values = list.get().values();
    for (int from = 0; from < values.size(); from += most()) {
      List<Match> some = values.subList(from, Math.min(values.size(), from + most()));
      sum += search.count(list.get().with(some), cancellation);
      progress.update(new Progress.Step((long) from + some.size(), values.size(), "values", ""));
    }
    return sum;
  }

  /**
   * The observations that meet the criteria; each once.
   *
   * @param limit no more than so many are kept, and no more asked for than that takes
   */
  ObservationsReply find(
      ObservationQuery query, int limit, Progress progress, Cancellation cancellation) {
    return LongList.in(query, most())
        .map(list -> new Run(list, limit, progress).run(cancellation))
        .orElseGet(
            () ->
                new ObservationsReply(
                    search.find(query, limit, progress, cancellation), List.of(), ""));
  }

  /** What the archive is asked for a query, in order. */
  List<ArchiveRequest> requests(ObservationQuery query) {
    Optional<LongList> list = LongList.in(query, most());
    if (list.isEmpty()) {
      return ObservationSearch.questions(query).stream().map(Question::request).toList();
    }
    List<Match> values = list.get().values();
    List<ArchiveRequest> requests = new ArrayList<>();
    for (int from = 0; from < values.size(); from += most()) {
      List<Match> some = values.subList(from, Math.min(values.size(), from + most()));
      ObservationSearch.questions(list.get().with(some)).stream()
          .map(Question::request)
          .forEach(requests::add);
    }
    return List.copyOf(requests);
  }

  private int most() {
    return options.batchSize() > 0 ? options.batchSize() : LongList.MOST_A_REQUEST;
  }

  /** The batches of one list. */
  private final class Run {
    private final LongList list;
    private final int limit;
    private final Progress progress;
    private final TableBuilder rows = new TableBuilder();
    private final Set<String> seen = new HashSet<>();
    private final InOrder<Table> parts = new InOrder<>(part -> rows.addAll(unseen(part)));
    private int done;
    private long received;

    Run(LongList list, int limit, Progress progress) {
      this.list = list;
      this.limit = limit;
      this.progress = progress;
    }

    ObservationsReply run(Cancellation cancellation) {
      BatchSize size = new BatchSize(most(), most(), most());
      Batches.Ending<Match> ending =
          new Batches<>(list.values(), size, this::ask, this::take)
              .keepingRest()
              .run(Math.max(1, options.parallel()), cancellation);
      List<String> unanswered = ending.unanswered().values().stream().map(Match::toString).toList();
      return new ObservationsReply(rows.build().first(limit), unanswered, ending.reason());
    }

    private Batches.Answer<Table> ask(Batches.Batch<Match> batch, Cancellation cancellation) {
      Table found = search.find(list.with(batch.things()), limit, Progress.none(), cancellation);
      return new Batches.Answer<>(found, found.size());
    }

    private boolean take(Batches.Batch<Match> batch, Optional<Batches.Answer<Table>> answer) {
      Table part = answer.map(Batches.Answer::content).orElse(Table.empty());
      parts.add(batch.first(), batch.things().size(), part);
      received += part.size();
      done += batch.things().size();
      progress.update(
          new Progress.Step(
              done,
              list.values().size(),
              "values",
              String.format(Locale.ROOT, "%,d rows", received)));
      return rows.size() < limit;
    }

    // An observation may fit values of several batches.
    private Table unseen(Table part) {
      Column ids = part.column(Subject.column("obsid"));
      return part.select(
          IntStream.range(0, part.size())
              .filter(row -> ids.isMissing(row) || seen.add(ids.text(row)))
              .toArray());
    }
  }
}
