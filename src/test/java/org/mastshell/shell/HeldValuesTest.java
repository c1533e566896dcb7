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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.ObservationQuery;
import org.mastshell.archive.Progress;
import org.mastshell.archive.TokenSource;
import org.mastshell.command.ExitCode;
import org.mastshell.command.SafeMode;
import org.mastshell.demo.DemoArchive;
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
  private static final int ENOUGH = 12;

  @TempDir Path folder;

  private GenericApplicationContext parts;
  private LineRunner lines;
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
                world,
                Homes.of(world),
                Keepers.of(session),
                consoles,
                new Interrupts(),
                false,
                SafeMode.off())
            .wire();
    lines = parts.getBean(LineRunner.class);
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

  private int kept(String line) {
    assertThat(lines.run(line).code()).as(line).isEqualTo(ExitCode.DONE);
    int kept = session.requireCurrent().size();
    session.undo();
    return kept;
  }

  private void assertEveryCountIsThatOfTheRowsKept(String others) {
    int fieldsWithValues = 0;
    for (Field field : view.fields("filter")) {
      String criterion = " " + field.name() + "=";
      List<Candidate> offered =
          candidates.at("filter " + others + criterion + "|").candidates().stream()
              .filter(candidate -> candidate.count() >= 0)
              .limit(ENOUGH)
              .toList();
      for (Candidate candidate : offered) {
        String line = "filter " + others + criterion + candidate.insert();
        assertThat(candidate.count()).as(line).isEqualTo(kept(line));
      }
      fieldsWithValues += offered.isEmpty() ? 0 : 1;
    }
    assertThat(fieldsWithValues).isGreaterThan(5);
  }

  @Test
  void everyCountOfObservationsIsExact() {
    observations(Predicate.always());
    assertEveryCountIsThatOfTheRowsKept("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--previews",
        "--guide-stars yes",
        "--guide-stars=only",
        "--mrp",
        "suffix=uncal,cal,i2d",
        "suffix=i2d productType=SCIENCE,PREVIEW",
        "suffix=cal.fits,i2d.jpg",
        "name~gs-",
        "suffix!=uncal"
      })
  void everyCountOfProductsIsThatOfTheFilesWhichFilterKeeps(String others) {
    products();
    assertEveryCountIsThatOfTheRowsKept(others);
  }

  @Test
  void everyCountOfProductsFollowsTheSettingForGuideStars() {
    products();
    long without = count("filter suffix=uncal|");
    session.set(Setting.GUIDE_STARS, "yes");
    assertThat(count("filter suffix=uncal|")).isGreaterThan(without);
    assertEveryCountIsThatOfTheRowsKept("");
    session.set(Setting.GUIDE_STARS, "only");
    assertEveryCountIsThatOfTheRowsKept("");
  }

  @Test
  void downloadCountsTheRowsThatItNames() {
    products();
    long ofSome = count("download 1-40 suffix=uncal|");
    assertThat(ofSome).isLessThan(count("download suffix=uncal|"));
    lines.run("pick 1-40");
    assertThat(ofSome).isEqualTo(kept("filter suffix=uncal"));
    session.undo();
    assertThat(count("values suffix uncal|")).isGreaterThan(count("filter suffix=uncal|"));
  }

  @Test
  void aNamedSetIsOfferedByItsNumberToo() {
    observations(Predicate.always());
    lines.run("name all");
    assertThat(candidates.at("use |").inserted()).containsExactly("all", "1");
    assertThat(candidates.at("use 1|").inserted()).containsExactly("1");
  }

  @Test
  void afterASearchOnTheLineItsKindCounts() {
    products();
    assertThat(candidates.at("filter suf|").inserted()).containsExactly("suffix=");
    assertThat(candidates.at("search mission=JWST; filter suf|").inserted()).isEmpty();
    assertThat(candidates.at("search mission=JWST; show instr|").inserted())
        .containsExactly("instrument_name");
    assertThat(candidates.at("use 1; show instr|").inserted()).containsExactly("instrument_name");
  }

  @Test
  void criteriaOfShowStandBehindTheirOption() {
    products();
    assertThat(candidates.at("show suf|").inserted()).containsExactly("suffix");
    assertThat(candidates.at("show --where suf|").inserted()).contains("suffix=");
    assertThat(candidates.at("show name --where suffix=unc|").inserted()).containsExactly("uncal");
  }

  @Test
  void whatCanBeOpenedOfARowIsOffered() {
    observations(Predicate.always());
    assertThat(candidates.at("open 1 p|").inserted()).contains("portal", "preview", "program");
  }

  @Test
  void aBareValueBringsTheLikeliestField() {
    products();
    view.lineBegins();
    for (String suffix : List.of("uncal", "rate", "cal", "i2d")) {
      assertThat(candidates.at("filter " + suffix + "|").inserted().get(0))
          .isEqualTo("suffix=" + suffix);
    }
    assertThat(candidates.at("filter uncal|").inserted()).containsExactly("suffix=uncal");
    assertThat(candidates.at("filter cal|").inserted()).contains("calib_level=");
    assertThat(candidates.at("filter nrcblong|").inserted()).containsExactly("detector=nrcblong");
    assertThat(candidates.at("search f277|").inserted()).containsExactly("filters=F277W");
    assertThat(candidates.at("search webb|").inserted()).containsExactly("obs_collection=JWST");
    assertThat(candidates.at("search ra|").inserted()).containsExactly("ra=", "radius=");
    assertThat(candidates.at("search exp|").inserted()).containsExactly("t_exptime=", "exposure=");
    assertThat(candidates.at("search sta|").inserted()).containsExactly("start=", "stage=");
  }

  private long count(String marked) {
    return candidates.at(marked).candidates().get(0).count();
  }
}
