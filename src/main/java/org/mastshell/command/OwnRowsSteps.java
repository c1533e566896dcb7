package org.mastshell.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.ArchiveRequest;
import org.mastshell.archive.CatalogQuery;
import org.mastshell.archive.CatalogSearch;
import org.mastshell.archive.DatasetQuery;
import org.mastshell.archive.KeywordQuery;
import org.mastshell.archive.KeywordSearch;
import org.mastshell.archive.QueryPlan;
import org.mastshell.archive.SkyCircle;
import org.mastshell.archive.SkyTarget;
import org.mastshell.archive.TargetsReply;
import org.mastshell.handover.NotExpressibleException;
import org.mastshell.handover.RowReading;
import org.mastshell.handover.Step;
import org.mastshell.language.Criteria;
import org.mastshell.language.Position;
import org.mastshell.table.Column;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueKind;

/** The steps to rows of keywords, of catalogues and of the searches that missions have. */
final class OwnRowsSteps {
  private final Fields fields;
  private final ServiceFields tables;
  private final ArchiveClient client;
  private final Work work;

  /**
   * @param fields what columns are called
   * @param tables those with columns of their own
   * @param client knows how the archive is asked, and where names are on the sky
   */
  OwnRowsSteps(Fields fields, ServiceFields tables, ArchiveClient client, Work work) {
    this.fields = fields;
    this.tables = tables;
    this.client = client;
    this.work = work;
  }

  /**
   * The step to a set.
   *
   * @throws NotExpressibleException if there is none in another program
   */
  Step of(ReadSet read) {
    SetKind kind = read.set().kind();
    ServiceTable table = tables.find(kind, read.arguments().values().get(0).text()).orElseThrow();
    return switch (kind) {
      case KEYWORDS -> keywords(read, table);
      case DATASETS -> datasets(read, table);
      default -> catalog(read, table);
    };
  }

  private Step datasets(ReadSet read, ServiceTable table) {
    Criteria criteria = read.criteria();
    List<String> columns = columns(read, table);
    Optional<Position> list = criteria.position().filter(TargetSearch::isMany);
    List<SkyTarget> targets =
        list.isPresent()
            ? new HandoverTargets(fields, client, work).of(read, list.get()).places()
            : circle(read, criteria).stream()
                .map(circle -> new SkyTarget("", circle.ra(), circle.dec()))
                .toList();
    double radius =
        criteria.position().map(Position::radiusDegrees).orElse(Position.DEFAULT_RADIUS);
    DatasetQuery query =
        new DatasetQuery(table, wanted(read, table, criteria), targets, radius, columns);
    QueryPlan plan = client.missions().plan(query);
    ArchiveRequest request = client.missions().request(query);
    Set<String> sent = new TreeSet<>();
    ((List<?>) request.parameters().get("conditions"))
        .forEach(one -> ((Map<?, ?>) one).keySet().forEach(name -> sent.add(name.toString())));
    return new Step.Datasets(
        request,
        targets.size() > 1 ? targets : List.of(),
        reading(read, table, criteria, columns, sent, plan.judgedHere(), Optional.empty()),
        plan.judgedHere());
  }

  private Optional<SkyCircle> circle(ReadSet read, Criteria criteria) {
    return criteria
        .position()
        .map(
            position ->
                new QueryReader(client, ResolverOption.of(read.arguments()), work)
                    .circle(position));
  }

  private Step keywords(ReadSet read, ServiceTable table) {
    Criteria criteria = read.criteria();
    boolean whole =
        read.arguments()
            .option(ServiceWords.COLUMNS.name())
            .filter("all"::equalsIgnoreCase)
            .isPresent();
    List<String> columns = whole ? List.of() : columns(read, table);
    KeywordSearch search =
        client.keywords(new KeywordQuery(table, wanted(read, table, criteria), columns));
    return step(
        read, table, criteria, columns, List.of(search.request()), search.plan(), Optional.empty());
  }

  private Step catalog(ReadSet read, ServiceTable table) {
    Criteria criteria = read.criteria();
    Optional<Position> list = criteria.position().filter(TargetSearch::isMany);
    if (list.isPresent()) {
      Step.Targets targets = new HandoverTargets(fields, client, work).of(read, list.get());
      return sources(read, table, criteria, targets);
    }
    Optional<SkyCircle> circle = circle(read, criteria);
    List<String> columns = columns(read, table);
    CatalogSearch search =
        client.catalog(new CatalogQuery(table, wanted(read, table, criteria), circle, columns));
    if (search.requests().isEmpty()) {
      throw new NotExpressibleException(
          "the catalogue "
              + table.name()
              + ", which is not asked by the archive's query service (in: "
              + read.set().command()
              + ")");
    }
    return step(read, table, criteria, columns, search.requests(), search.plan(), circle);
  }

  /** The step to the sources that a catalogue has at the positions of a set or of a list. */
  Step crossmatch(ReadSet read) {
    ServiceTable table =
        tables.find(SetKind.CATALOG, read.arguments().values().get(0).text()).orElseThrow();
    Criteria criteria =
        read.reader()
            .of(table, fields.ofArchive())
            .read(CrossmatchCommand.placed(read.arguments(), true), SetKind.CATALOG, true);
    return sources(
        read, table, criteria, new HandoverTargets(fields, client, work).ofMatch(read, criteria));
  }

  // astroquery cannot send a table of positions: each is asked about by itself.
  private Step sources(ReadSet read, ServiceTable table, Criteria criteria, Step.Targets targets) {
    SkyCircle anywhere = new SkyCircle(0, 0, targets.radius());
    ArchiveRequest around =
        client
            .catalog(new CatalogQuery(table, Predicate.always(), Optional.of(anywhere), List.of()))
            .requests()
            .get(0);
    Map<String, Object> besides = new TreeMap<>(around.parameters());
    besides.keySet().removeAll(List.of("ra", "dec", "radius"));
    List<String> columns = columns(read, table);
    Predicate judged = criteria.predicate();
    return new Step.Sources(
        new ArchiveRequest(around.service(), besides),
        places(table),
        targets,
        reading(read, table, criteria, columns, List.of(), judged, Optional.empty()),
        judged);
  }

  private List<String> columns(ReadSet read, ServiceTable table) {
    return ServiceWords.columns(read.arguments(), table, table.fields(fields.ofArchive()));
  }

  private static Step step(
      ReadSet read,
      ServiceTable table,
      Criteria criteria,
      List<String> columns,
      List<ArchiveRequest> requests,
      QueryPlan plan,
      Optional<SkyCircle> circle) {
    List<String> sent =
        requests.get(0).filters().stream().map(ArchiveRequest.Filter::column).toList();
    return new Step.OwnRows(
        requests,
        reading(read, table, criteria, columns, sent, plan.judgedHere(), circle),
        plan.judgedHere());
  }

  private static RowReading reading(
      ReadSet read,
      ServiceTable table,
      Criteria criteria,
      List<String> columns,
      Collection<String> sent,
      Predicate judged,
      Optional<SkyCircle> circle) {
    if (read.set().table().where(judged).size() < read.set().size()) {
      throw RecipeReader.changed(read.set(), "some of its rows do not meet it");
    }
    List<String> places = places(table);
    Set<String> came = new HashSet<>(columns);
    came.addAll(places);
    came.add(table.keyColumn());
    came.addAll(criteria.predicate().sources());
    java.util.function.Predicate<String> isThere =
        column -> columns.isEmpty() || came.contains(column);
    Set<String> filled = new TreeSet<>(sent);
    if (!table.keyColumn().isEmpty()) {
      filled.add(table.keyColumn());
    }
    Set<String> named = new LinkedHashSet<>(new TreeSet<>(criteria.predicate().sources()));
    named.removeAll(filled);
    named.remove(table.mark());
    return new RowReading(
        table.mark(),
        table.name(),
        of(table, isThere, kind -> kind == ValueKind.TEXT),
        of(table, isThere, kind -> kind.isNumber() && kind != ValueKind.DATE),
        of(table, isThere, kind -> kind == ValueKind.DATE),
        List.copyOf(filled),
        List.copyOf(named),
        circle.map(one -> new RowReading.Centre(places, one.ra(), one.dec())));
  }

  private static List<String> places(ServiceTable table) {
    return Stream.of("ra", "dec")
        .flatMap(word -> table.meant(word).stream())
        .map(Field::name)
        .toList();
  }

  private static List<String> of(
      ServiceTable table,
      java.util.function.Predicate<String> isThere,
      java.util.function.Predicate<ValueKind> kind) {
    return table.columns().stream()
        .filter(field -> kind.test(field.kind()) && isThere.test(field.name()))
        .map(Field::name)
        .filter(name -> !name.equals(TargetsReply.DISTANCE))
        .toList();
  }

  // Of a beginning the rows are named that came.
  private static Predicate wanted(ReadSet read, ServiceTable table, Criteria criteria) {
    if (!read.isCut()) {
      return criteria.predicate();
    }
    Column keys = read.set().table().column(Subject.column(table.keyColumn()));
    Set<String> distinct = new LinkedHashSet<>();
    IntStream.range(0, read.set().size())
        .filter(row -> !keys.isMissing(row))
        .forEach(row -> distinct.add(keys.text(row)));
    if (distinct.size() < read.set().size()) {
      throw new NotExpressibleException(
          "the beginning of an answer (--limit) whose rows have no names of their own (in: "
              + read.set().command()
              + ")");
    }
    List<Predicate> parts = new ArrayList<>(List.of(criteria.predicate()));
    List<Match> names = distinct.stream().<Match>map(Match.Equal::new).toList();
    parts.add(Predicate.where(Subject.column(table.keyColumn()), names));
    return Predicate.all(parts);
  }
}
