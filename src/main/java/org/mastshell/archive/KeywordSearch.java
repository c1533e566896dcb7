package org.mastshell.archive;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.ValueKind;

/** Finds files of an instrument by the services {@code Mast.Jwst.Filtered.*} (API.md, 1.4). */
public final class KeywordSearch {
  private static final String SERVICES = "Mast.Jwst.Filtered.";

  private final Mashup mashup;
  private final String host;
  private final KeywordQuery query;
  private final ServiceFilters filters;

  KeywordSearch(Mashup mashup, String host, KeywordQuery query) {
    this.mashup = mashup;
    this.host = host;
    this.query = query;
    // How the services take truth values is not documented.
    this.filters =
        new ServiceFilters(
            query.table(), query.criteria(), (column, kind) -> kind != ValueKind.FLAG);
  }

  /** How the query is put. Asks nothing. */
  public QueryPlan plan() {
    return filters.plan();
  }

  /** What the archive is asked for the rows. Asks nothing. */
  public ArchiveRequest request() {
    Set<String> columns = columns();
    return question(columns.isEmpty() ? "*" : String.join(",", columns)).request();
  }

  /** How many files the archive has for what can be sent. */
  public long count(Cancellation cancellation) {
    return ServiceFilters.number(mashup, host, question(ServiceFilters.COUNT), cancellation);
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
          found.addAll(usable(page.rows()).where(filters.judgedHere()));
          progress.update(
              new Progress.Step(page.received(), Math.max(0, page.total()), "rows", ""));
          return found.size() < limit;
        },
        cancellation);
    return found.build().first(limit);
  }

  private Table usable(Table came) {
    Set<String> needed = new LinkedHashSet<>(Set.of(query.table().keyColumn()));
    needed.addAll(filters.columns());
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
    parameters.put("filters", filters.parameters());
    return Question.json(SERVICES + service(query.table().name()), parameters);
  }

  private static String service(String table) {
    return switch (table) {
      case "guidestar" -> "GuideStar";
      default -> table.substring(0, 1).toUpperCase(Locale.ROOT) + table.substring(1);
    };
  }
}
