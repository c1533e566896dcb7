package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.ObservationQuery;
import org.mastshell.archive.Progress;
import org.mastshell.archive.TokenSource;
import org.mastshell.command.DownloadCommand;
import org.mastshell.command.FilterCommand;
import org.mastshell.command.HelpTopics;
import org.mastshell.command.LiveValues;
import org.mastshell.command.SearchCommand;
import org.mastshell.command.ShowCommand;
import org.mastshell.command.UniqueCommand;
import org.mastshell.command.ValuesCommand;
import org.mastshell.demo.DemoArchive;
import org.mastshell.language.ArgumentParser;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.CommandLines;
import org.mastshell.language.CriteriaReader;
import org.mastshell.session.Session;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.terminal.Candidates;
import org.mastshell.terminal.Candidates.Candidate;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;

/** What completion knows of the rows that are here: every value, with the rows that it keeps. */
@ExtendWith(DemoServer.class)
class HeldValuesTest {
  private static final ArgumentSpec CRITERIA = new ArgumentSpec(true, false, false, List.of());
  private static final int ENOUGH = 40;

  private final Fields fields = Fields.bundled();
  private final CriteriaReader criteria =
      new CriteriaReader(fields, Clock.systemUTC(), (path, column) -> List.of());
  private Session session;
  private SessionView view;
  private Candidates candidates;

  @BeforeEach
  void open(DemoArchive archive) {
    Settings settings = Settings.standard().with(Setting.SERVER, archive.url().toString());
    session = new Session(Clock.systemUTC(), settings);
    view =
        new SessionView(
            List.of(
                new SearchCommand(null, criteria).info(),
                new FilterCommand(criteria).info(),
                new ShowCommand(fields).info(),
                new UniqueCommand(fields).info(),
                new ValuesCommand(fields, KnownValues.bundled(), null).info(),
                new DownloadCommand(null, criteria, null, null, null, null).info()),
            session,
            fields,
            KnownValues.bundled(),
            new LiveValues(null, null),
            new HelpTopics(),
            criteria);
    candidates = new Candidates(view);
  }

  private WorkingSet observations(Predicate wanted) {
    try (ArchiveClient client =
        new ArchiveClient(session.settings().clientOptions(), TokenSource.none())) {
      Table found =
          client.observations(
              new ObservationQuery(wanted, Optional.empty()), Progress.none(), new Cancellation());
      return session.addFetched(found, "search");
    }
  }

  private WorkingSet products() {
    Predicate one =
        Predicate.all(
            List.of(
                Predicate.where(Subject.column("proposal_id"), new Match.Equal("1073")),
                Predicate.where(Subject.column("filters"), new Match.Equal("F277W"))));
    WorkingSet observations = observations(one);
    try (ArchiveClient client =
        new ArchiveClient(session.settings().clientOptions(), TokenSource.none())) {
      List<String> obsids =
          IntStream.range(0, observations.size())
              .mapToObj(row -> observations.table().text(row, "obsid"))
              .toList();
      Table found =
          client
              .products(obsids, Predicate.always(), Progress.none(), new Cancellation())
              .products();
      return session.addProducts(found, "products", observations);
    }
  }

  private int kept(WorkingSet set, String text) {
    var command = CommandLines.split("filter " + text).get(0);
    Predicate predicate =
        criteria.readForRows(ArgumentParser.parse(command, CRITERIA), set.kind()).predicate();
    return set.table().where(predicate).size();
  }

  private void assertEveryCountIsThatOfTheRowsKept(WorkingSet set) {
    int fieldsWithValues = 0;
    for (Field field : view.fields("filter")) {
      List<Candidate> offered =
          candidates.at("filter " + field.name() + "=|").candidates().stream()
              .filter(candidate -> candidate.count() >= 0)
              .limit(ENOUGH)
              .toList();
      for (Candidate candidate : offered) {
        String criterion = field.name() + "=" + candidate.insert();
        assertThat(candidate.count()).as(criterion).isEqualTo(kept(set, criterion));
      }
      fieldsWithValues += offered.isEmpty() ? 0 : 1;
    }
    assertThat(fieldsWithValues).isGreaterThan(15);
  }

  @Test
  void everyCountOfObservationsIsExact() {
    assertEveryCountIsThatOfTheRowsKept(observations(Predicate.always()));
  }

  @Test
  void everyCountOfProductsIsExact() {
    assertEveryCountIsThatOfTheRowsKept(products());
  }
}
