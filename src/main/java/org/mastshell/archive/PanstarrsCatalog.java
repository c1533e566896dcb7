package org.mastshell.archive;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import okhttp3.FormBody;
import okhttp3.Request;
import okhttp3.Response;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ValueKind;

/**
 * Finds mean objects of Pan-STARRS, data release 2, by the interface that this catalogue has of its
 * own (API.md, section 8; https://catalogs.mast.stsci.edu/docs/panstarrs.html).
 */
final class PanstarrsCatalog implements CatalogSearch {
  /** The name of the catalogue, as it is typed. */
  static final String NAME = "panstarrs";

  private static final String PATH = "/api/v0.1/panstarrs/dr2/mean.json";
  private static final String ARCHIVE_DOMAIN = ".stsci.edu";
  private static final URI PUBLIC = URI.create("https://catalogs.mast.stsci.edu");
  private static final int PAGE = 10_000;
  private static final double NOTHING = -999;

  private final Asking asking;
  private final CatalogQuery query;
  private final CatalogPlaces places;
  private final Map<String, String> bounds = new LinkedHashMap<>();
  private final List<String> sent = new ArrayList<>();
  private final List<String> hereOnly = new ArrayList<>();

  /**
   * @param asking asks the host of the interface ({@link #address})
   */
  PanstarrsCatalog(Asking asking, CatalogQuery query) {
    this.asking = asking;
    this.query = query;
    this.places = new CatalogPlaces(query.table());
    take(query.criteria());
  }

  /** Where the interface of an archive is: the public one has a host of its own. */
  static URI address(URI server) {
    String host = String.valueOf(server.getHost()).toLowerCase(Locale.ROOT);
    return host.endsWith(ARCHIVE_DOMAIN) ? PUBLIC : server;
  }

  private void take(Predicate part) {
    if (part instanceof Predicate.All all) {
      all.parts().forEach(this::take);
    } else if (part instanceof Predicate.Condition criterion && isSendable(criterion)) {
      String column = criterion.subject().source();
      Match.Range range = (Match.Range) criterion.matches().get(0);
      if (!Double.isInfinite(range.low())) {
        bounds.put(column + ".gte", Bounds.plain(range.low()).toPlainString());
      }
      if (!Double.isInfinite(range.high())) {
        bounds.put(column + ".lte", Bounds.plain(range.high()).toPlainString());
      }
      sent.add(QueryPlanner.words(part));
    } else {
      hereOnly.add(QueryPlanner.words(part));
    }
  }

  // A range is all that is sent: it lets through at least what the criterion does.
  private boolean isSendable(Predicate.Condition criterion) {
    String column = criterion.subject().source();
    Optional<ValueKind> kind = query.table().column(column).map(Field::kind);
    return kind.filter(ValueKind::isNumber).isPresent()
        && !column.equals(TargetsReply.DISTANCE)
        && criterion.matches().size() == 1
        && criterion.matches().get(0) instanceof Match.Range
        && !bounds.containsKey(column + ".gte")
        && !bounds.containsKey(column + ".lte");
  }

  @Override
  public boolean needsPosition() {
    return true;
  }

  @Override
  public boolean takesPosition() {
    return true;
  }

  @Override
  public Optional<String> missingKey() {
    return Optional.empty();
  }

  @Override
  public QueryPlan plan() {
    Predicate here = query.criteria();
    return new QueryPlan(List.copyOf(sent), here, List.copyOf(hereOnly), 1);
  }

  @Override
  public List<ArchiveRequest> requests() {
    return List.of();
  }

  @Override
  public Optional<Integer> most() {
    return Optional.empty();
  }

  // It does not tell how many there are: their numbers alone are fetched.
  @Override
  public RowCount count(long enough, Cancellation cancellation) {
    AtomicLong count = new AtomicLong();
    boolean more =
        !pages(
            Set.of(query.table().keyColumn()),
            came -> count.addAndGet(came.size()) < enough,
            cancellation);
    return new RowCount(count.get(), more);
  }

  @Override
  public CatalogRows find(int limit, Progress progress, Cancellation cancellation) {
    TableBuilder found = new TableBuilder();
    AtomicLong received = new AtomicLong();
    pages(
        places.columns(query),
        came -> {
          received.addAndGet(came.size());
          found.addAll(usable(came));
          progress.update(new Progress.Step(received.get(), 0, "rows", ""));
          return found.size() < limit;
        },
        cancellation);
    return new CatalogRows(
        places.ordered(CatalogPlaces.nearestFirst(found.build().first(limit))), received.get());
  }

  /**
   * Goes through the pages.
   *
   * @param take is given each; whether another is wanted
   * @return whether the last one has come
   * @throws ArchiveException if one comes again, which would have no end
   */
  private boolean pages(
      Set<String> columns, java.util.function.Predicate<Table> take, Cancellation cancellation) {
    Set<String> firsts = new HashSet<>();
    // How many pages there are nobody tells: together they may take as long as any other answer.
    Deadline deadline = asking.deadline();
    for (int page = 1; ; page++) {
      Table came = ask(page, columns, deadline, cancellation);
      if (!came.isEmpty() && !firsts.add(came.text(0, query.table().keyColumn()))) {
        throw new ArchiveException(
            ArchiveException.Kind.FAULT,
            "the archive at %s sent rows again in the place of page %d"
                .formatted(asking.host(), page),
            "a smaller radius, so that there is one page; nothing was kept");
      }
      boolean wanted = take.test(came);
      if (came.size() < PAGE) {
        return true;
      }
      if (!wanted) {
        return false;
      }
    }
  }

  private Table usable(Table came) {
    SkyCircle circle = query.circle().orElseThrow();
    Table rows = places.measured(withoutNothings(came), circle.ra(), circle.dec());
    Table needed =
        new NeededColumns(asking.host(), List.of(query.table().keyColumn()), query.criteria())
            .of(rows);
    return places.thinned(
        new ServiceRows(query.table(), List.of()).of(needed).where(query.criteria()),
        places.columns(query));
  }

  // A magnitude that nobody measured is no very bright one.
  private static Table withoutNothings(Table rows) {
    Table table = rows;
    for (ColumnInfo info : rows.columns()) {
      Column cells = rows.column(info.name());
      if (info.type() == ColumnType.DECIMAL
          && IntStream.range(0, rows.size()).anyMatch(row -> cells.number(row) == NOTHING)) {
        table = table.with(info.name(), without(cells));
      }
    }
    return table;
  }

  private static Column without(Column cells) {
    TableBuilder kept = new TableBuilder();
    int place = kept.column("", ColumnType.DECIMAL);
    for (int row = 0; row < cells.size(); row++) {
      if (!cells.isMissing(row) && cells.number(row) != NOTHING) {
        kept.set(place, cells.number(row));
      }
      kept.endRow();
    }
    return kept.build().columnAt(0);
  }

  private Table ask(int page, Set<String> columns, Deadline deadline, Cancellation cancellation) {
    SkyCircle circle = query.circle().orElseThrow();
    FormBody.Builder form =
        new FormBody.Builder()
            .add("ra", Bounds.plain(circle.ra()).toPlainString())
            .add("dec", Bounds.plain(circle.dec()).toPlainString())
            .add("radius", Bounds.plain(circle.radius()).toPlainString())
            .add("page", Integer.toString(page))
            .add("pagesize", Integer.toString(PAGE))
            // Pages of rows in no order might hold some twice and others never.
            .add("sort_by", query.table().keyColumn());
    columns.forEach(column -> form.add("columns", column));
    bounds.forEach(form::add);
    if (deadline.passed()) {
      throw deadline.exceeded(
          asking.host(),
          "%,d pages of %,d rows came, and there are more".formatted(page - 1, PAGE),
          null);
    }
    Request request = asking.json(asking.url(PATH)).post(form.build()).build();
    return asking.answer(request, deadline, cancellation, this::read);
  }

  private Table read(Response response) throws IOException, TransientFailure {
    new Statuses(asking.host()).checkQuestion(response, Statuses.OF_FIELDS);
    try (JsonParser parser = Json.parser(asking.host(), response)) {
      MissionReply reply = MissionReplyParser.parseCells(parser, "data");
      // It names its columns also where there are no rows.
      if (!reply.hasRows() || !reply.rows().has(query.table().keyColumn())) {
        throw NetworkTrouble.fault(asking.host(), "there are no rows in it, not even none", null);
      }
      return reply.rows();
    }
  }
}
