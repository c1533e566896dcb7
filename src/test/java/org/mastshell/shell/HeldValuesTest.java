package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.ObservationQuery;
import org.mastshell.archive.Progress;
import org.mastshell.archive.TokenSource;
import org.mastshell.demo.DemoArchive;
import org.mastshell.language.ArgumentParser;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.CommandLines;
import org.mastshell.language.CriteriaReader;
import org.mastshell.output.PlainConsole;
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
import org.springframework.context.support.GenericApplicationContext;

/** What completion knows of the rows that are here: every value, with the rows that it keeps. */
@ExtendWith(DemoServer.class)
class HeldValuesTest {
  private static final ArgumentSpec CRITERIA = new ArgumentSpec(true, false, false, List.of());
  private static final int ENOUGH = 40;

  @TempDir Path folder;

  private GenericApplicationContext parts;
  private CriteriaReader criteria;
  private Session session;
  private SessionView view;
  private Candidates candidates;

  @BeforeEach
  void open(DemoArchive archive) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    World world =
        new World(
            Map.of("MASTSHELL_HOME", folder.toString()),
            folder,
            folder,
            new BufferedReader(Reader.nullReader()),
            nowhere,
            nowhere,
            World.Terminals.none(),
            Clock.systemUTC());
    Settings settings = Settings.standard().with(Setting.SERVER, archive.url().toString());
    session = new Session(world.clock(), settings);
    Consoles consoles = new Consoles(new PlainConsole(nowhere, nowhere), Map.of(), true);
    parts =
        new ProgramWiring(
                world, Homes.of(world), Keepers.of(session), consoles, new Interrupts(), false)
            .wire();
    criteria = parts.getBean(CriteriaReader.class);
    view = parts.getBean(SessionView.class);
    candidates = new Candidates(view);
  }

  @AfterEach
  void close() {
    parts.close();
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
