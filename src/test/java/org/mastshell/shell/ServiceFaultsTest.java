package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;
import org.mastshell.session.WorkingSet;
import org.mastshell.shell.ReplyFault.Effect;
import org.mastshell.table.Table;

/**
 * Every service of the archive with every fault of a reply: one message, a documented exit code, a
 * session as it was, and a next command that works.
 */
@ExtendWith(DemoServer.class)
class ServiceFaultsTest {
  /** No line may take longer, whatever comes; the archive is given a second to answer. */
  private static final int PATIENCE_SECONDS = 100;

  private static final int LONGEST_TALK = 40_000;

  private static final int LINES_AT_ONCE = 24;
  private static final String TARGETS = "name,ra,dec\nM 101,210.8023,54.349\n";

  @TempDir Path folder;

  /** Faults that one person meets one after the other. */
  private record Encounter(AskedService service, List<ReplyFault> faults) {}

  @Test
  void everyServiceBearsEveryFault(DemoArchive demo) throws Exception {
    SoftAssertions softly = new SoftAssertions();
    ExecutorService threads = Executors.newFixedThreadPool(LINES_AT_ONCE);
    try {
      Map<Encounter, Future<?>> all = new LinkedHashMap<>();
      for (Encounter encounter : encounters()) {
        Path place = Files.createDirectory(folder.resolve("person-" + all.size()));
        all.put(encounter, threads.submit(() -> meets(encounter, demo, place, softly)));
      }
      for (Map.Entry<Encounter, Future<?>> one : all.entrySet()) {
        await(one.getKey(), one.getValue(), softly);
      }
    } finally {
      threads.shutdownNow();
    }
    softly.assertAll();
  }

  // What has to be waited for is met by a person each, so that all of them wait at once.
  private static List<Encounter> encounters() {
    List<Encounter> encounters = new ArrayList<>();
    for (AskedService service : AskedService.values()) {
      for (ReplyFault fault : ReplyFault.values()) {
        if (fault.effect().isSilent()) {
          encounters.add(new Encounter(service, List.of(fault)));
        }
      }
    }
    for (AskedService service : AskedService.values()) {
      List<ReplyFault> quick =
          Arrays.stream(ReplyFault.values())
              .filter(fault -> !fault.effect().isSilent() && fault.effect() != Effect.HEAVY)
              .filter(fault -> fault != ReplyFault.PACKED || service.takesPacked())
              .toList();
      encounters.add(new Encounter(service, quick));
    }
    return encounters;
  }

  /** What all goes on by may not be missing: the rows would be dropped without a word. */
  @ParameterizedTest
  @CsvSource({
    "ROWS, obsid",
    "ROWS, proposal_id",
    "POSITION, calib_level",
    "CONE, obsid",
    "CROSSMATCH, obsid",
    "PRODUCTS, dataURI",
    "PRODUCTS, productFilename",
    "DATASETS, fileSetName",
    "DATASETS, program",
    "DATASET_FILES, uri",
    "KEYWORDS, filename",
    "KEYWORDS, productLevel",
    "CATALOG_ROWS, ID",
    "CATALOG_ROWS, Tmag",
    "CATALOG_CONE, source_id"
  })
  void rowsWithoutWhatIsNeededAreNoAnswer(AskedService service, String column, DemoArchive demo)
      throws IOException {
    Files.writeString(folder.resolve("targets.csv"), TARGETS);
    try (FaultyArchive archive =
            FaultyArchive.rewriting(demo.url(), "\"" + column + "\":", "\"other\":");
        PersonAtShell honest = new PersonAtShell(folder, demo.url().toString())) {
      honest.type("search program=1073 filters=F277W");
      honest.type("set retries 1; set server " + archive.url());
      WorkingSet before = honest.session().requireCurrent();

      String screen = honest.type(service.line());

      assertThat(honest.code()).as(screen).isEqualTo(ExitCode.ARCHIVE);
      assertThat(screen).contains("its rows have no " + column);
      if (!service.line().contains(";")) {
        assertThat(honest.session().requireCurrent()).isSameAs(before);
      }
    }
  }

  /** The same for what only the shell judges by, though a column may well be empty. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "search program=1073 filters!=F277W → filters",
        "search coordinates='210.8023 54.349' radius=10arcmin detector=nrcalong → obs_id",
        "search coordinates=@targets.csv radius=10arcmin level=1..3 → calib_level",
        "products 1-3 --refresh suffix=i2d → productFilename",
        "products 1-3 --refresh group=MINIMUM* → productGroupDescription"
      })
  void rowsWithoutWhatTheyAreJudgedByAreNoAnswer(String line, String column, DemoArchive demo)
      throws IOException {
    Files.writeString(folder.resolve("targets.csv"), TARGETS);
    try (FaultyArchive archive =
            FaultyArchive.rewriting(demo.url(), "\"" + column + "\"", "\"other\"");
        PersonAtShell honest = new PersonAtShell(folder, demo.url().toString())) {
      honest.type("search program=1073 filters=F277W");
      honest.type("set retries 1; set server " + archive.url());
      WorkingSet before = honest.session().requireCurrent();

      String screen = honest.type(line);

      assertThat(honest.code()).as(screen).isEqualTo(ExitCode.ARCHIVE);
      assertThat(screen).contains("its rows have no " + column);
      assertThat(honest.session().requireCurrent()).isSameAs(before);
    }
  }

  private static void await(Encounter encounter, Future<?> one, SoftAssertions softly)
      throws InterruptedException {
    try {
      one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException endless) {
      softly.fail(encounter + " does not come to an end");
    } catch (ExecutionException broken) {
      softly.fail(encounter + " broke", broken);
    }
  }

  private static Void meets(
      Encounter encounter, DemoArchive demo, Path place, SoftAssertions softly) throws IOException {
    AskedService service = encounter.service();
    Files.writeString(place.resolve("targets.csv"), TARGETS);
    Files.writeString(place.resolve("names.txt"), "M 101\neta Car\n");
    try (SpoilingArchive archive = new SpoilingArchive(demo.url());
        PersonAtShell person = new PersonAtShell(place, archive.url())) {
      person.type("set retries 1; search program=1073 filters=F277W");
      WorkingSet before = person.session().requireCurrent();
      // The first answer may tell what is new, the second one no more.
      person.type(service.line());
      String honest = person.type(service.line());
      softly.assertThat(person.code()).as("%s: %s", service, honest).isEqualTo(ExitCode.DONE);
      List<String> rows = rows(person);
      for (ReplyFault fault : encounter.faults()) {
        person.type("use " + before.number());
        softly.check(() -> bears(service, fault, archive, person, honest, rows));
        archive.heal();
        person.type("set timeout 600");
        String again = person.type(service.line());
        softly
            .assertThat(person.code())
            .as("after %s × %s: %s", service, fault, again)
            .isEqualTo(ExitCode.DONE);
      }
      return null;
    }
  }

  private static void bears(
      AskedService service,
      ReplyFault fault,
      SpoilingArchive archive,
      PersonAtShell person,
      String honest,
      List<String> rows) {
    String cell = service + " × " + fault;
    WorkingSet before = person.session().requireCurrent();
    int sets = person.session().sets().size();
    if (fault.effect().isSilent()) {
      person.type("set timeout 1");
    }
    archive.spoil(service, fault);
    String screen = person.type(service.line());
    ExitCode code = person.code();
    assertThat(archive.spoiled()).as("%s: replies spoiled", cell).isPositive();
    judge(cell, service, fault, code, screen, honest);
    if (code == ExitCode.DONE && !fault.changesValues()) {
      assertThat(rows(person)).as(cell).isEqualTo(rows);
    }
    if (code == ExitCode.DONE && fault == ReplyFault.ESCAPES) {
      assertThat(rows(person)).as(cell).hasSameSizeAs(rows);
    }
    if (code != ExitCode.DONE && !service.line().contains(";")) {
      assertThat(person.session().requireCurrent()).as(cell).isSameAs(before);
      assertThat(person.session().sets()).as(cell).hasSize(sets);
    }
  }

  private static void judge(
      String cell,
      AskedService service,
      ReplyFault fault,
      ExitCode code,
      String screen,
      String honest) {
    String what = cell + " ended with " + code + ":\n" + screen;
    boolean done = code == ExitCode.DONE;
    switch (fault.effect()) {
      case HARMLESS -> {
        assertThat(code).as(what).isEqualTo(ExitCode.DONE);
        assertThat(withoutNumbers(screen)).as(cell).isEqualTo(withoutNumbers(honest));
      }
      case FATAL, SILENT, HEAVY ->
          assertThat(code)
              .as(what)
              .isIn(
                  service.isOptional()
                      ? List.of(ExitCode.DONE, ExitCode.ARCHIVE)
                      : List.of(ExitCode.ARCHIVE));
      case REFUSED ->
          assertThat(code)
              .as(what)
              .isIn(
                  service.isOptional()
                      ? List.of(ExitCode.DONE)
                      : List.of(ExitCode.ARCHIVE, ExitCode.LOGIN, ExitCode.FAILED));
      case OPEN, OPEN_SILENT ->
          assertThat(code)
              .as(what)
              .isIn(ExitCode.DONE, ExitCode.ARCHIVE, ExitCode.FAILED, ExitCode.LOGIN);
    }
    assertThat(screen.lines().filter(line -> line.startsWith("error:")).count())
        .as(what)
        .isEqualTo(done ? 0 : 1);
    assertThat(screen).as(what).doesNotContain("fault of the program", "Exception", "\tat ");
    assertThat(screen.length()).as(what).isLessThan(LONGEST_TALK);
    assertThat(screen.lines().filter(line -> line.startsWith("mast>"))).as(what).isEmpty();
    assertThat(screen).as(what).doesNotContain("\nerror: forged");
    assertThat(screen.codePoints().filter(ServiceFaultsTest::steers).boxed().toList())
        .as(what)
        .isEmpty();
  }

  /** What the current set has rows of. */
  private static List<String> rows(PersonAtShell person) {
    Table table = person.session().requireCurrent().table();
    String key =
        Stream.of(
                "dataURI",
                "obsid",
                "fileSetName",
                "filename",
                "ID",
                "source_id",
                "objID",
                "path",
                "sector")
            .filter(table::has)
            .findFirst()
            .orElse("");
    // Names of surveys are texts, which bytes of another kind may change.
    return IntStream.range(0, table.size())
        .mapToObj(row -> key.isEmpty() ? "a row" : table.text(row, key))
        .toList();
  }

  // Sets and scripts are numbered on.
  // Other programs take room on the same disk meanwhile.
  private static String withoutNumbers(String screen) {
    return screen
        .replaceAll("#\\d+", "#")
        .replaceAll("(mastDownload_\\d+)-\\d+", "$1")
        .replaceAll("free [\\d.]+ \\w+", "free");
  }

  private static boolean steers(int character) {
    return (Character.isISOControl(character) && character != '\n')
        || (character >= 0x202A && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069)
        || character == 0x2028
        || character == 0x2029;
  }
}
