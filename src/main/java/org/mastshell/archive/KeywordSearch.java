package org.mastshell.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.ValueKind;

/** Finds files of an instrument by the services {@code Mast.Jwst.Filtered.*} (API.md, 1.4). */
public final class KeywordSearch {
  private static final String SERVICES = "Mast.Jwst.Filtered.";
  private static final String COUNT = "COUNT_BIG(*)";

  private final Mashup mashup;
  private final String host;
  private final KeywordQuery query;
  private final List<SentFilter> filters = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private final List<Predicate> here = new ArrayList<>();
  private final List<String> hereOnly = new ArrayList<>();

  KeywordSearch(Mashup mashup, String host, KeywordQuery query) {
    this.mashup = mashup;
    this.host = host;
    this.query = query;
    take(query.criteria());
  }

  private void take(Predicate part) {
    if (part instanceof Predicate.All all) {
      all.parts().forEach(this::take);
      return;
    }
    Optional<KeywordFilter> filter =
        part instanceof Predicate.Condition criterion
            ? KeywordFilter.of(criterion, kind(criterion.subject().source()))
                .filter(this::isFirstOfItsColumn)
            : Optional.empty();
    if (filter.isEmpty()) {
      here.add(part);
      hereOnly.add(QueryPlanner.words(part));
    } else {
      filters.add(filter.get().filter());
      if (!filter.get().exact()) {
        here.add(part);
      }
      sent.add(QueryPlanner.words(part));
    }
  }

  // Whether the archive heeds two filters for one column is not documented.
  private boolean isFirstOfItsColumn(KeywordFilter filter) {
    String column = filter.filter().column();
    return filters.stream().noneMatch(other -> other.column().equals(column));
  }

  private ValueKind kind(String column) {
    return query.table().column(column).map(Field::kind).orElse(ValueKind.TEXT);
  }

  /** How the query is put. Asks nothing. */
  public QueryPlan plan() {
    return new QueryPlan(List.copyOf(sent), Predicate.all(here), List.copyOf(hereOnly), 1);
  }

  /** How many files the archive has for what can be sent. */
  public long count(Cancellation cancellation) {
    TableBuilder answer = new TableBuilder();
    mashup.rows(
        question(COUNT),
        page -> {
          answer.addAll(page.rows());
          return true;
        },
        cancellation);
    Table table = answer.build();
    String text =
        table.size() == 1 && !table.columns().isEmpty()
            ? table.text(0, table.columns().get(0).name())
            : null;
    if (text == null || !text.strip().matches("\\d{1,18}")) {
      throw new ArchiveException(
          ArchiveException.Kind.FAULT,
          "the archive at %s sent no number where I asked how many".formatted(host),
          "try again later");
    }
    return Long.parseLong(text.strip());
  }

  /**
   * The files that meet the criteria, with {@link ServiceTable#mark()}.
   *
   * @param limit no more than so many; no more pages are asked for than that takes
   * @param progress is told the rows received
   */
  public Table find(int limit, Progress progress, Cancellation cancellation) {
    TableBuilder found = new TableBuilder();
    Set<String> columns = columns();
    Question question = question(columns.isEmpty() ? "*" : String.join(",", columns));
    mashup.rows(
        limit == Integer.MAX_VALUE ? question : question.forFirst(limit),
        page -> {
          found.addAll(usable(page.rows()).where(Predicate.all(here)));
          progress.update(
              new Progress.Step(page.received(), Math.max(0, page.total()), "rows", ""));
          return found.size() < limit;
        },
        cancellation);
    return found.build().first(limit);
  }

  private Table usable(Table came) {
    Set<String> needed = new LinkedHashSet<>(Set.of(query.table().keyColumn()));
    filters.forEach(filter -> needed.add(filter.column()));
    Table rows = new NeededColumns(host, needed, query.criteria()).of(came);
    return new ServiceRows(query.table(), List.of()).of(rows);
  }

  private Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>(query.columns());
    if (!columns.isEmpty()) {
      columns.add(query.table().keyColumn());
      columns.addAll(new TreeSet<>(query.criteria().sources()));
    }
    return columns;
  }

  private Question question(String columns) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("columns", columns);
    parameters.put("filters", filters.stream().map(SentFilter::parameter).toList());
    return Question.json(SERVICES + service(query.table().name()), parameters);
  }

  private static String service(String table) {
    return switch (table) {
      case "guidestar" -> "GuideStar";
      default -> table.substring(0, 1).toUpperCase(Locale.ROOT) + table.substring(1);
    };
  }
}
