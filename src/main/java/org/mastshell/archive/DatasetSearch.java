package org.mastshell.archive;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.ValueKind;

/**
 * Finds datasets by the search of a mission, {@code /search/<mission>/api/v0.1/search} (API.md,
 * section 8): page after page, a hundred targets a question.
 */
final class DatasetSearch {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final int PAGE = 5000;
  private static final int MOST_TARGETS = 100;
  private static final double ARC_MINUTES = 60;

  private final Asking asking;
  private final DatasetQuery query;
  private final List<DatasetCondition> conditions = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private Optional<List<SkyTarget>> without = Optional.empty();
  private final List<Predicate> here = new ArrayList<>();
  private final List<String> hereOnly = new ArrayList<>();

  DatasetSearch(Asking asking, DatasetQuery query) {
    this.asking = asking;
    this.query = query;
    take(query.criteria());
  }

  /** How the query is put; what is not sent at all is listed as judged here. */
  QueryPlan plan() {
    return new QueryPlan(
        List.copyOf(sent), Predicate.all(here), List.copyOf(hereOnly), Math.max(1, parts().size()));
  }

  /** The question for the first targets. Asks nothing. */
  ArchiveRequest request() {
    return new ArchiveRequest(query.search().name(), question(parts().get(0), 0));
  }

  private void take(Predicate part) {
    if (part instanceof Predicate.All all) {
      all.parts().forEach(this::take);
      return;
    }
    Optional<DatasetCondition> condition =
        part instanceof Predicate.Condition criterion ? condition(criterion) : Optional.empty();
    if (condition.isEmpty()) {
      here.add(part);
      hereOnly.add(QueryPlanner.words(part));
    } else {
      conditions.add(condition.get());
      if (!condition.get().exact()) {
        here.add(part);
      }
      sent.add(condition.get().column() + "=" + condition.get().text());
    }
  }

  // Whether two conditions on one column must both hold is not documented.
  private Optional<DatasetCondition> condition(Predicate.Condition criterion) {
    ValueKind kind =
        query.search().column(criterion.subject().source()).map(Field::kind).orElse(ValueKind.TEXT);
    return DatasetCondition.of(criterion, kind)
        .filter(one -> conditions.stream().noneMatch(other -> other.column().equals(one.column())));
  }

  /** How many rows meet what can be sent: one for each dataset and each target that it is near. */
  long count(Cancellation cancellation) {
    long sum = 0;
    for (List<SkyTarget> part : apart()) {
      Map<String, Object> question = question(part, 0);
      // Whoever does not know the last word sends one row with the number.
      question.put("limit", 1);
      question.put("select_cols", List.of(query.search().keyColumn()));
      question.put("count_only", true);
      MissionReply reply = ask(question, cancellation);
      if (reply.total() < 0) {
        throw fault("it sent no number where I asked how many");
      }
      sum += reply.total();
    }
    return sum;
  }

  /**
   * The datasets that meet the criteria, in the order of the targets.
   *
   * @param limit no more than so many are kept, and no more pages asked for than that takes
   */
  DatasetsReply find(int limit, Progress progress, Cancellation cancellation) {
    TableBuilder found = new TableBuilder();
    without = Optional.of(query.targets());
    long before = 0;
    for (List<SkyTarget> part : parts()) {
      before += pages(part, limit, before, found, progress, cancellation);
      if (found.size() >= limit) {
        break;
      }
    }
    return new DatasetsReply(found.build().first(limit), without);
  }

  private long pages(
      List<SkyTarget> part,
      int limit,
      long before,
      TableBuilder found,
      Progress progress,
      Cancellation cancellation) {
    long received = 0;
    long total = -1;
    while (true) {
      MissionReply reply = ask(question(part, received), cancellation);
      received += reply.rows().size();
      total = Math.max(total, reply.total());
      Table fitting = usable(reply, part).where(Predicate.all(here));
      without = without.flatMap(left -> DatasetTargets.without(fitting, query.targets(), left));
      found.addAll(fitting.without(List.of("search_key", ServiceTable.POSITION)));
      progress.update(
          new Progress.Step(before + received, before + Math.max(0, total), "rows", ""));
      boolean last = total >= 0 && received >= total;
      if (last || reply.rows().isEmpty() || found.size() >= limit) {
        requireWhole(received, total, found.size() >= limit);
        return received;
      }
    }
  }

  private void requireWhole(long received, long total, boolean enough) {
    if (total >= 0 && (received > total || (received < total && !enough))) {
      throw fault(
          String.format(
              Locale.ROOT, "it sent %,d of the %,d rows that it announced", received, total));
    }
  }

  private ArchiveException fault(String what) {
    return new ArchiveException(
        ArchiveException.Kind.FAULT,
        "no usable answer from the archive at %s: %s".formatted(asking.host(), what),
        "try again; nothing was kept");
  }

  private Table usable(MissionReply reply, List<SkyTarget> part) {
    Table rows = new ServiceRows(query.search(), reply.dates()).of(reply.rows());
    if (rows.isEmpty()) {
      return rows;
    }
    requireOptional(rows);
    // What was asked for by a column has a value in it.
    Set<String> needed = new LinkedHashSet<>(Set.of(query.search().keyColumn()));
    conditions.forEach(condition -> needed.add(condition.column()));
    new NeededColumns(asking.host(), needed, query.criteria()).of(rows);
    return query.targets().size() > 1 ? DatasetTargets.named(rows, part) : rows;
  }

  // What not every archive has, and this one need not have said yet.
  private void requireOptional(Table rows) {
    for (String column : new TreeSet<>(query.criteria().sources())) {
      if (!rows.has(column) && !query.search().isAlwaysThere(column)) {
        throw new ArchiveException(
            ArchiveException.Kind.QUESTION,
            "the search of %s at %s has no column %s"
                .formatted(query.search().title(), asking.host(), column),
            "datasets %s --fields lists what it has; nothing was kept"
                .formatted(query.search().name()));
      }
    }
  }

  private Map<String, Object> question(List<SkyTarget> part, long offset) {
    Map<String, Object> question = new LinkedHashMap<>();
    List<String> order = new ArrayList<>();
    if (!part.isEmpty()) {
      question.put("target", part.stream().map(DatasetTargets::text).distinct().toList());
      question.put("radius", Bounds.plain(query.radius() * ARC_MINUTES));
      question.put("radius_units", "arcminutes");
      order.add(ServiceTable.DISTANCE);
    }
    // Pages of rows in no order might hold some twice and others never.
    order.add(query.search().keyColumn());
    question.put(
        "conditions", conditions.stream().map(one -> Map.of(one.column(), one.text())).toList());
    if (!query.columns().isEmpty()) {
      question.put("select_cols", List.copyOf(selected()));
    }
    question.put("sort_by", order);
    question.put("sort_desc", order.stream().map(column -> false).toList());
    question.put("limit", PAGE);
    question.put("offset", offset);
    return question;
  }

  private Set<String> selected() {
    Set<String> columns = new LinkedHashSet<>();
    columns.add(query.search().keyColumn());
    columns.addAll(query.columns());
    columns.addAll(new TreeSet<>(query.criteria().sources()));
    // The search adds these by itself, where there is a position.
    columns.remove(ServiceTable.DISTANCE);
    columns.remove(ServiceTable.POSITION);
    return columns;
  }

  private List<List<SkyTarget>> parts() {
    List<SkyTarget> targets = query.targets();
    if (targets.isEmpty()) {
      return List.of(List.of());
    }
    List<List<SkyTarget>> parts = new ArrayList<>();
    for (int from = 0; from < targets.size(); from += MOST_TARGETS) {
      parts.add(targets.subList(from, Math.min(targets.size(), from + MOST_TARGETS)));
    }
    return parts;
  }

  private List<List<SkyTarget>> apart() {
    return parts().stream()
        .flatMap(part -> part.isEmpty() ? Stream.of(part) : DatasetTargets.apart(part).stream())
        .toList();
  }

  private MissionReply ask(Map<String, Object> question, Cancellation cancellation) {
    Request request =
        asking
            .json(asking.url(MissionAddress.search(query.search().name())))
            .post(RequestBody.create(Json.write(question), JSON))
            .build();
    return asking.answer(request, cancellation, this::read);
  }

  private MissionReply read(Response response) throws IOException, TransientFailure {
    new Statuses(asking.host()).checkQuestion(response, Statuses.OF_FIELDS);
    try (JsonParser parser = Json.parser(asking.host(), response)) {
      MissionReply reply = MissionReplyParser.parse(parser, "results");
      if (!reply.hasRows()) {
        throw NetworkTrouble.fault(asking.host(), "there are no rows in it, not even none", null);
      }
      return reply;
    }
  }
}
