package org.mastshell.archive;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.RowOrder;
import org.mastshell.table.SortKey;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/** Finds rows of the archive near many targets by a service that matches, in batches. */
final class Crossmatch {
  private static final int FIRST = 25;
  private static final int LARGEST = 200;

  private final Mashup mashup;
  private final ClientOptions options;
  private final TargetQuery query;
  private final int most;
  private final Progress progress;
  private final MatchedService service;
  private final NeededColumns judged;
  private final TableBuilder gathered = new TableBuilder();
  private final BitSet matched = new BitSet();
  private final BitSet fitting = new BitSet();
  private final BitSet answered = new BitSet();
  private final InOrder<Optional<Matched>> parts = new InOrder<>(this::gather);
  private int done;
  private long received;

  /**
   * @param service what is asked
   * @param most no more batches are asked for once so many rows are there
   */
  Crossmatch(
      Mashup mashup,
      ClientOptions options,
      MatchedService service,
      TargetQuery query,
      int most,
      Progress progress) {
    this.mashup = mashup;
    this.options = options;
    this.service = service;
    this.query = query;
    this.most = most;
    this.progress = progress;
    String host = options.server().getHost();
    this.judged = new NeededColumns(host, List.of(), query.criteria());
  }

  /**
   * What came for a batch.
   *
   * @param rows those that meet the criteria
   * @param near the places of the targets near which there is anything
   */
  private record Matched(Batches.Batch<SkyTarget> batch, Table rows, BitSet near) {}

  /** Asks. What some of the targets were answered with stays where others are not answered. */
  TargetsReply run(Cancellation cancellation) {
    BatchSize size = new BatchSize(options.batchSize(), FIRST, LARGEST);
    Batches.Ending<SkyTarget> ending =
        new Batches<>(query.targets(), size, this::ask, this::take)
            .keepingRest()
            .run(Math.max(1, options.parallel()), cancellation);
    BitSet unfit = (BitSet) matched.clone();
    unfit.andNot(fitting);
    BitSet unmatched = (BitSet) answered.clone();
    unmatched.andNot(matched);
    List<SkyTarget> unanswered =
        ending.unanswered().entrySet().stream()
            .filter(entry -> entry.getKey() < parts.place())
            .map(Map.Entry::getValue)
            .toList();
    Table rows = gathered.build();
    return new TargetsReply(
        numbered(rows),
        rows.column(Subject.column(TargetMatches.KEY)),
        received,
        ending.requests(),
        parts.place(),
        targets(unmatched),
        targets(unfit),
        unanswered,
        unanswered.isEmpty() ? "" : ending.reason());
  }

  private Table numbered(Table rows) {
    Table bare = rows.without(List.of(TargetMatches.KEY));
    if (query.rows().isEmpty()) {
      return bare;
    }
    Column keys = rows.column(Subject.column(TargetMatches.KEY));
    TableBuilder numbers = new TableBuilder();
    int place = numbers.column("", ColumnType.INTEGER);
    for (int row = 0; row < rows.size(); row++) {
      if (!keys.isMissing(row)) {
        numbers.set(place, query.rows().get((int) keys.number(row)).longValue());
      }
      numbers.endRow();
    }
    return bare.with(TargetsReply.ROW, numbers.build().columnAt(0));
  }

  private List<SkyTarget> targets(BitSet places) {
    return places.stream().mapToObj(query.targets()::get).toList();
  }

  private Batches.Answer<Matched> ask(Batches.Batch<SkyTarget> batch, Cancellation cancellation) {
    BitSet near = new BitSet();
    Set<String> placed = new HashSet<>();
    TableBuilder kept = new TableBuilder();
    long sent =
        mashup.rows(
            question(batch.things()),
            page -> {
              Table rows = service.matched(page.rows(), batch, placed);
              note(near, rows);
              // Some of the criteria speak of the match.
              kept.addAll(judged.of(rows).where(query.criteria()));
              return true;
            },
            cancellation);
    return new Batches.Answer<>(new Matched(batch, wanted(ordered(kept.build())), near), sent);
  }

  private Question question(List<SkyTarget> targets) {
    List<Object> rows = new ArrayList<>();
    for (SkyTarget target : targets) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put(service.ra(), Bounds.plain(target.ra()));
      row.put(service.dec(), Bounds.plain(target.dec()));
      row.put(TargetMatches.KEY, rows.size());
      rows.add(row);
    }
    List<Object> fields =
        List.of(
            field(service.ra(), "float"),
            field(service.dec(), "float"),
            field(TargetMatches.KEY, "int"));
    return Question.json(
            service.name(),
            Map.of(
                "raColumn", service.ra(),
                "decColumn", service.dec(),
                "radius", Bounds.plain(query.radius())))
        .about(Map.of("fields", fields, "data", rows));
  }

  private static Map<String, Object> field(String name, String type) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", name);
    field.put("type", type);
    return field;
  }

  private static void note(BitSet places, Table rows) {
    Column keys = rows.column(TargetMatches.KEY);
    IntStream.range(0, rows.size())
        .filter(row -> !keys.isMissing(row))
        .forEach(row -> places.set((int) keys.number(row)));
  }

  // Whatever the service does, a row comes once for a target, the nearest first.
  private Table ordered(Table rows) {
    if (rows.isEmpty()) {
      return rows;
    }
    int[] order =
        RowOrder.rows(
            rows,
            List.of(
                new SortKey(Subject.column(TargetMatches.KEY), false),
                new SortKey(Subject.column(TargetsReply.DISTANCE), false)));
    Column keys = rows.column(TargetMatches.KEY);
    Column ids = rows.column(Subject.column(service.id()));
    Set<String> seen = new HashSet<>();
    return rows.select(
        IntStream.of(order)
            .filter(row -> ids.isMissing(row) || seen.add(keys.text(row) + " " + ids.text(row)))
            .toArray());
  }

  // Before rows are counted: what is left out shall not stand in the way of other targets.
  private Table wanted(Table rows) {
    if (!query.nearest() || rows.isEmpty()) {
      return rows;
    }
    Column keys = rows.column(TargetMatches.KEY);
    Set<String> seen = new HashSet<>();
    return rows.select(
        IntStream.range(0, rows.size())
            .filter(row -> !keys.isMissing(row) && seen.add(keys.text(row)))
            .toArray());
  }

  private boolean take(Batches.Batch<SkyTarget> batch, Optional<Batches.Answer<Matched>> answer) {
    parts.add(batch.first(), batch.things().size(), answer.map(Batches.Answer::content));
    received += answer.map(Batches.Answer::rows).orElse(0L);
    done += batch.things().size();
    progress.update(
        new Progress.Step(
            done,
            query.targets().size(),
            "targets",
            String.format(Locale.ROOT, "%,d rows", received)));
    return gathered.size() < most;
  }

  private void gather(Optional<Matched> part) {
    if (part.isEmpty()) {
      return;
    }
    Matched came = part.get();
    gathered.addAll(came.rows());
    answered.set(came.batch().first(), came.batch().first() + came.batch().things().size());
    matched.or(came.near());
    note(fitting, came.rows());
  }
}
