package org.mastshell.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.mastshell.archive.CatalogService.Counting;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
import org.mastshell.vocabulary.ValueKind;

/** Finds rows of a catalogue by the services {@code Mast.Catalogs.*} (API.md, section 1.4). */
final class ServedCatalog implements CatalogSearch {
  private final Mashup mashup;
  private final String host;
  private final CatalogQuery query;
  private final CatalogService service;
  private final ServiceFilters filters;

  ServedCatalog(Mashup mashup, String host, CatalogQuery query, CatalogService service) {
    this.mashup = mashup;
    this.host = host;
    this.query = query;
    this.service = service;
    this.filters = new ServiceFilters(query.table(), query.criteria(), this::isSendable);
  }

  private boolean isSendable(String column, ValueKind kind) {
    if (service.filtered().isPresent()) {
      // How the services take truth values is not documented.
      boolean own = !column.equals(TargetsReply.DISTANCE) && !column.equals(query.table().mark());
      return own && kind != ValueKind.FLAG;
    }
    return service.key().filter(column::equals).isPresent();
  }

  @Override
  public boolean needsPosition() {
    return service.filtered().isEmpty() && service.whole().isEmpty();
  }

  @Override
  public boolean takesPosition() {
    return service.around().isPresent();
  }

  @Override
  public Optional<String> missingKey() {
    return service.key().filter(key -> keys().isEmpty());
  }

  @Override
  public QueryPlan plan() {
    return filters.plan().times(Math.max(1, keys().size()));
  }

  @Override
  public List<ArchiveRequest> requests() {
    return questions().stream().map(Question::request).toList();
  }

  @Override
  public Optional<Integer> most() {
    return Optional.of(service.most()).filter(most -> most > 0 && query.circle().isPresent());
  }

  @Override
  public RowCount count(long enough, Cancellation cancellation) {
    return new RowCount(count(cancellation), false);
  }

  private long count(Cancellation cancellation) {
    boolean filtered = service.filtered().isPresent();
    if (filtered && (query.circle().isEmpty() || !filters.isEmpty())) {
      Map<String, Object> parameters = filtering();
      String name = family();
      if (service.counting() == Counting.BY_COLUMN) {
        parameters.put("columns", ServiceFilters.COUNT);
      } else {
        name += ".Count";
      }
      return ServiceFilters.number(mashup, host, Question.json(name, parameters), cancellation);
    }
    long count = 0;
    for (Question question : questions()) {
      count += total(question, cancellation);
    }
    return count;
  }

  // Of these services the heading of the shortest page tells how many rows there are.
  private long total(Question question, Cancellation cancellation) {
    long[] total = new long[1];
    mashup.rows(
        question.inPagesOf(1),
        page -> {
          total[0] = page.total() < 0 ? page.total() : Math.max(page.total(), page.received());
          return false;
        },
        cancellation);
    // An answer that does not tell leaves it to be counted.
    return total[0] < 0 ? mashup.rows(question, page -> true, cancellation) : total[0];
  }

  @Override
  public CatalogRows find(int limit, Progress progress, Cancellation cancellation) {
    TableBuilder found = new TableBuilder();
    AtomicLong had = new AtomicLong();
    for (Question question : questions()) {
      if (found.size() >= limit) {
        break;
      }
      long before = had.get();
      mashup.rows(
          limit == Integer.MAX_VALUE ? question : question.forFirst(limit),
          page -> {
            found.addAll(usable(page.rows()));
            had.set(before + Math.max(page.received(), page.total()));
            progress.update(
                new Progress.Step(page.received(), Math.max(0, page.total()), "rows", ""));
            return found.size() < limit;
          },
          cancellation);
    }
    Table rows = found.build().first(limit);
    return new CatalogRows(
        new CatalogPlaces(query.table())
            .ordered(query.circle().isPresent() ? CatalogPlaces.nearestFirst(rows) : rows),
        had.get());
  }

  private Table usable(Table came) {
    CatalogPlaces places = new CatalogPlaces(query.table());
    Table placed =
        query.circle().map(circle -> places.measured(came, circle.ra(), circle.dec())).orElse(came);
    Set<String> needed = new LinkedHashSet<>(filters.columns());
    Optional.of(query.table().keyColumn()).filter(key -> !key.isEmpty()).ifPresent(needed::add);
    Table rows = new NeededColumns(host, needed, query.criteria()).of(placed);
    Table read = new ServiceRows(query.table(), List.of()).of(rows);
    // Some of the services always send every column.
    return places.thinned(read.where(filters.judgedHere()), places.columns(query));
  }

  private List<String> keys() {
    return service.key().isPresent() ? filters.values() : List.of();
  }

  private String family() {
    return service.filtered().orElseThrow() + (query.circle().isPresent() ? ".Position" : "");
  }

  private Map<String, Object> filtering() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("filters", filters.parameters());
    parameters.putAll(place());
    return parameters;
  }

  private Map<String, Object> place() {
    Map<String, Object> place = new LinkedHashMap<>();
    query
        .circle()
        .ifPresent(
            circle -> {
              place.put("ra", Bounds.plain(circle.ra()));
              place.put("dec", Bounds.plain(circle.dec()));
              place.put("radius", Bounds.plain(circle.radius()));
            });
    return place;
  }

  private List<Question> questions() {
    if (service.whole().isPresent()) {
      String name = service.whole().get();
      if (service.key().isEmpty()) {
        return List.of(Question.json(name, Map.of()));
      }
      List<Question> questions = new ArrayList<>();
      keys().forEach(key -> questions.add(Question.json(name, Map.of("input", key))));
      return questions;
    }
    boolean around = service.filtered().isEmpty() || filters.isEmpty();
    if (query.circle().isPresent() && around) {
      Map<String, Object> parameters = place();
      parameters.putAll(service.always());
      return List.of(Question.json(service.around().orElseThrow(), parameters));
    }
    Map<String, Object> parameters = filtering();
    String name = family();
    if (service.counting() == Counting.BY_COLUMN) {
      Set<String> columns = new CatalogPlaces(query.table()).columns(query);
      parameters.put("columns", columns.isEmpty() ? "*" : String.join(",", columns));
      name += ".Rows";
    }
    return List.of(Question.json(name, parameters));
  }
}
