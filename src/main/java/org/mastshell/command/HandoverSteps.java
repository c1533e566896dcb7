package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.ArchiveRequest;
import org.mastshell.archive.ObservationQuery;
import org.mastshell.archive.TargetsReply;
import org.mastshell.handover.MadeSet;
import org.mastshell.handover.NotExpressibleException;
import org.mastshell.handover.Step;
import org.mastshell.language.Criteria;
import org.mastshell.language.Criterion;
import org.mastshell.language.Position;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** The steps by which another program makes a set: what is asked, and what is judged how. */
final class HandoverSteps {
  private final Fields fields;
  private final ServiceFields tables;
  private final ArchiveClient client;
  private final Work work;
  private final List<MadeSet> made = new ArrayList<>();
  private int spare;

  /**
   * @param fields what columns are called
   * @param tables those with columns of their own
   * @param client knows how the archive is asked, and where names are on the sky
   */
  HandoverSteps(Fields fields, ServiceFields tables, ArchiveClient client, Work work) {
    this.fields = fields;
    this.tables = tables;
    this.client = client;
    this.work = work;
  }

  /** The steps for these sets. */
  List<MadeSet> of(List<ReadSet> sets) {
    spare = sets.stream().mapToInt(read -> read.set().number()).max().orElse(0);
    for (ReadSet read : sets) {
      made.add(new MadeSet(read.set().number(), read.set().command(), step(read)));
    }
    return List.copyOf(made);
  }

  private Step step(ReadSet read) {
    return switch (read.command()) {
      case "search" -> search(read);
      case ImportCommand.NAME -> throw ofFile(read.set());
      case SqlCommand.NAME -> throw ofStatement(read.set());
      case ServiceCommand.NAME -> service(read);
      case CutoutCommand.NAME -> throw ofThisShell(read.set(), "by cutout");
      case JoinCommand.NAME -> throw ofThisShell(read.set(), "by join");
      case CrossmatchCommand.NAME -> crossmatch(read);
      case CatalogCommand.NAME, KeywordsCommand.NAME, DatasetsCommand.NAME ->
          new OwnRowsSteps(fields, tables, client, work).of(read);
      case "observations" -> owners(read);
      case "products" -> products(read);
      case "filter" -> filter(read);
      case "pick" -> pick(read.parent(), keys(read));
      case "unique" -> unique(read);
      case "sort" ->
          new Step.Sort(
              read.parent().number(),
              SortKeys.read(
                  read.arguments().values(),
                  read.set().kind(),
                  fieldsOf(read.parent()),
                  read.arguments().command().line()));
      default -> combine(read);
    };
  }

  private static CommandException ofFile(WorkingSet set) {
    return new CommandException(
        ExitCode.FAILED,
        "no other program makes this set: set " + set.word() + " came from a file",
        "export script writes it for this shell");
  }

  private static CommandException ofStatement(WorkingSet set) {
    return ofThisShell(set, "by sql");
  }

  private Fields fieldsOf(WorkingSet set) {
    return set.kind().hasOwnColumns() ? LiveFields.of(set, fields.ofArchive()) : fields;
  }

  private static Step service(ReadSet read) {
    // Without --all the setting row_limit may have cut off more, whatever it is now.
    boolean whole =
        read.arguments().has("all") && RowLimits.limit(read.arguments()) == RowLimits.NONE;
    return new Step.Rows(
        new ArchiveRequest(
            read.arguments().values().get(0).text(), ServiceCommand.parameters(read.arguments())),
        whole ? Integer.MAX_VALUE : read.set().size());
  }

  private static Step owners(ReadSet read) {
    if (read.parent().kind() != SetKind.KEYWORDS) {
      throw ofThisShell(read.set(), "by observations of " + read.parent().kind().plural());
    }
    return new Step.Owners(read.parent().number());
  }

  // Python and this shell write decimal numbers in different ways.
  private static RowKeys keys(ReadSet read) {
    RowKeys keys = RowKeys.of(read.parent(), read.chosenRows());
    for (String column : keys.columns()) {
      if (read.parent().table().column(Subject.column(column)).type() == ColumnType.DECIMAL) {
        throw new NotExpressibleException(
            "rows that only the decimal number in "
                + column
                + " tells apart (in: "
                + read.set().command()
                + ")");
      }
    }
    return keys;
  }

  private static CommandException ofThisShell(WorkingSet set, String how) {
    return new CommandException(
        ExitCode.FAILED,
        "no other program makes this set: set " + set.word() + " was made " + how,
        "export script writes it for this shell");
  }

  private Step search(ReadSet read) {
    Criteria criteria = ofAnyMission(read.criteria());
    requireAll(read, criteria.predicate());
    if (criteria.position().filter(TargetSearch::isMany).isPresent()) {
      return near(read, criteria, criteria.position().get());
    }
    ObservationQuery query =
        new QueryReader(client, ResolverOption.of(read.arguments()), work).query(criteria);
    if (read.isCut()) {
      query = QueryReader.with(query, List.of(query.criteria(), only(read.set())));
    }
    return new Step.Search(client.requests(query), query.criteria());
  }

  // It is for a setting of this shell, which others do not have; every observation has a mission.
  private static Criteria ofAnyMission(Criteria criteria) {
    List<Criterion> others =
        criteria.all().stream().filter(one -> !one.text().equals(DefaultMission.ALL)).toList();
    return new Criteria(others, criteria.position(), criteria.notes());
  }

  private static Predicate only(WorkingSet set) {
    List<Match> ids =
        Observations.distinct(set.table()).stream().map(id -> (Match) new Match.Equal(id)).toList();
    return Predicate.where(Subject.column(Observations.ID), ids);
  }

  private static void requireAll(ReadSet read, Predicate predicate) {
    if (read.set().table().where(predicate).size() < read.set().size()) {
      throw RecipeReader.changed(read.set(), "some of its rows do not meet it");
    }
  }

  private Step near(ReadSet read, Criteria criteria, Position position) {
    return new Step.Near(
        new HandoverTargets(fields, client, work).of(read, position), criteria.predicate());
  }

  private Step crossmatch(ReadSet read) {
    String catalog = read.arguments().values().get(0).text();
    if (!catalog.equalsIgnoreCase(CrossmatchCommand.OBSERVATIONS)) {
      return new OwnRowsSteps(fields, tables, client, work).crossmatch(read);
    }
    Criteria criteria =
        read.reader()
            .by(fields.ofArchive())
            .read(
                CrossmatchCommand.placed(read.arguments(), false),
                SetKind.OBSERVATIONS,
                read.arguments().has(CrossmatchCommand.EXACT));
    requireAll(read, criteria.predicate());
    return new Step.Near(
        new HandoverTargets(fields, client, work).ofMatch(read, criteria), criteria.predicate());
  }

  private Step products(ReadSet read) {
    Criteria criteria = read.criteria();
    int of = read.parent().number();
    if (read.arguments().rows().isPresent()) {
      RowKeys keys = keys(read);
      made.add(new MadeSet(++spare, "of it these rows", pick(read.parent(), keys)));
      of = spare;
    }
    if (read.parent().kind() == SetKind.KEYWORDS) {
      return new Step.Files(of, PastFilter.of(read, criteria).predicate());
    }
    if (read.parent().kind() != SetKind.OBSERVATIONS) {
      throw ofThisShell(read.set(), "of " + read.parent().kind().plural());
    }
    return new Step.Products(
        of,
        ProductsCommand.Included.of(read.arguments()).asked(),
        PastFilter.of(read, criteria).predicate());
  }

  private Step filter(ReadSet read) {
    Criteria criteria = read.criteria();
    if (read.set().kind() == SetKind.PRODUCTS) {
      return new Step.Keep(read.parent().number(), PastFilter.of(read, criteria).predicate());
    }
    Predicate predicate = criteria.predicate();
    if (read.parent().table().where(predicate).size() != read.set().size()) {
      throw RecipeReader.changed(read.set(), "it would keep other rows");
    }
    return new Step.Keep(read.parent().number(), predicate);
  }

  private static Step pick(WorkingSet parent, RowKeys keys) {
    return new Step.Pick(parent.number(), keys.columns(), keys.keys());
  }

  private Step unique(ReadSet read) {
    Subject key =
        new SetKeys(fieldsOf(read.parent())).read(read.arguments(), read.set().kind()).subject();
    boolean products = read.set().kind() == SetKind.PRODUCTS;
    boolean near = read.parent().table().has(TargetsReply.NAME);
    Step.Preference preference =
        products ? Step.Preference.OWN : near ? Step.Preference.NEAREST : Step.Preference.FIRST;
    return new Step.Unique(read.parent().number(), key, preference);
  }

  private Step combine(ReadSet read) {
    return new Step.Combine(
        Step.Operation.valueOf(read.command().toUpperCase(Locale.ROOT)),
        read.set().parents(),
        new SetKeys(fieldsOf(read.parent())).read(read.arguments(), read.set().kind()).subject());
  }
}
