package org.mastshell.archive;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mastshell.table.Column;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/**
 * Finds observations by the services {@code Mast.Caom.Filtered}, {@code .Position} and {@code
 * .Cone}.
 */
final class ObservationSearch {
  private static final String FILTERED = "Mast.Caom.Filtered";
  private static final String POSITION = "Mast.Caom.Filtered.Position";
  private static final String CONE = "Mast.Caom.Cone";

  private final Mashup mashup;
  private final String host;

  ObservationSearch(Mashup mashup, String host) {
    this.mashup = mashup;
    this.host = host;
  }

  /** How many rows the archive has for the query; summed over its requests. */
  long count(ObservationQuery query, Cancellation cancellation) {
    long sum = 0;
    for (List<SentFilter> filters : planned(query).requests()) {
      TableBuilder answer = new TableBuilder();
      mashup.rows(
          filtered(filters, query.region(), "COUNT_BIG(*)"),
          page -> {
            answer.addAll(page.rows());
            return true;
          },
          cancellation);
      sum += number(answer.build());
    }
    return sum;
  }

  /**
   * The observations that meet the criteria; each once, in the order of their arrival.
   *
   * @param limit no more than so many are kept, and no more pages asked for than that takes
   */
  Table find(ObservationQuery query, int limit, Progress progress, Cancellation cancellation) {
    List<Question> questions = questions(query);
    Gathering gathering =
        new Gathering(query, questions.size() > 1, limit, progress, needed(query));
    for (Question question : questions) {
      if (gathering.rows.size() < limit) {
        mashup.rows(question.forFirst(limit), gathering::take, cancellation);
        gathering.endRequest();
      }
    }
    return gathering.rows.build().first(limit);
  }

  /** What the archive is asked; what it sends may be more than what meets the criteria. */
  static List<Question> questions(ObservationQuery query) {
    return planned(query).requests().stream()
        .map(
            filters ->
                filters.isEmpty() && query.region().isPresent()
                    ? cone(query.region().get())
                    : filtered(filters, query.region(), "*"))
        .toList();
  }

  /** What has arrived so far and meets the criteria. */
  private static final class Gathering {
    private final ObservationQuery query;
    private final boolean united;
    private final int limit;
    private final Progress progress;
    private final NeededColumns needed;
    private final TableBuilder rows = new TableBuilder();
    private final Set<String> seen = new HashSet<>();
    private long arrived;
    private long inRequest;

    Gathering(
        ObservationQuery query,
        boolean united,
        int limit,
        Progress progress,
        NeededColumns needed) {
      this.query = query;
      this.united = united;
      this.limit = limit;
      this.progress = progress;
      this.needed = needed;
    }

    boolean take(Mashup.Page page) {
      Table fitting = needed.of(page.rows()).where(query.criteria());
      rows.addAll(united ? unseen(fitting) : fitting);
      inRequest = page.received();
      long total = page.total() < 0 ? 0 : arrived + page.total();
      progress.update(new Progress.Step(arrived + inRequest, total, "rows", ""));
      return rows.size() < limit;
    }

    void endRequest() {
      arrived += inRequest;
    }

    // The requests of one query overlap: a mode may fit two wildcards.
    private Table unseen(Table table) {
      Optional<Column> ids = table.find("obsid");
      if (ids.isEmpty()) {
        return table;
      }
      Column obsid = ids.get();
      return table.select(
          IntStream.range(0, table.size())
              .filter(row -> obsid.isMissing(row) || seen.add(obsid.text(row)))
              .toArray());
    }
  }

  // What is asked for by a column has a value there; what is judged here alone may have none.
  private NeededColumns needed(ObservationQuery query) {
    Set<String> names = new HashSet<>(Set.of("obsid"));
    planned(query).requests().stream()
        .flatMap(List::stream)
        .forEach(filter -> names.add(filter.column()));
    return new NeededColumns(host, names, query.criteria());
  }

  private static PlannedQuery planned(ObservationQuery query) {
    return QueryPlanner.plan(query.criteria(), query.region().isPresent());
  }

  private static Question filtered(
      List<SentFilter> filters, Optional<SkyCircle> region, String columns) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("columns", columns);
    parameters.put("filters", filters.stream().map(SentFilter::parameter).toList());
    region.ifPresent(circle -> parameters.put("position", position(circle)));
    return Question.json(region.isPresent() ? POSITION : FILTERED, parameters);
  }

  private static Question cone(SkyCircle circle) {
    return Question.json(
        CONE,
        Map.of(
            "ra", Bounds.plain(circle.ra()),
            "dec", Bounds.plain(circle.dec()),
            "radius", Bounds.plain(circle.radius())));
  }

  private static String position(SkyCircle circle) {
    return Bounds.plain(circle.ra()).toPlainString()
        + ", "
        + Bounds.plain(circle.dec()).toPlainString()
        + ", "
        + Bounds.plain(circle.radius()).toPlainString();
  }

  // The one cell of the reply; the archive declares it as text and names it Column1.
  private long number(Table answer) {
    if (answer.size() == 1 && !answer.columns().isEmpty()) {
      String text = answer.text(0, answer.columns().get(0).name());
      if (text != null && text.strip().matches("\\d{1,18}")) {
        return Long.parseLong(text.strip());
      }
    }
    throw new ArchiveException(
        ArchiveException.Kind.FAULT,
        "the archive at %s sent no number where I asked how many".formatted(host),
        "try again later");
  }
}
