package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;

/** Product lists that outlast the program, seen from an archive that notes what it is asked. */
class CacheProgramTest extends DemoProgramTest {
  private static final String ALL = "12 of 12 observations from the cache, ";
  private static final String FIRST_TOKEN = "test-token-a-not-a-secret";
  private static final String OTHER_TOKEN = "test-token-b-not-a-secret";
  private static final Pattern PRODUCTS_OF =
      Pattern.compile("Mast\\.Caom\\.Products.*\"obsid\":\"([\\d,]+)\"");

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile boolean down;
  private FaultyArchive watched;

  @BeforeEach
  void watch() throws IOException {
    watched = FaultyArchive.refusing(archive.url(), this::note);
  }

  @AfterEach
  void close() {
    watched.close();
  }

  private boolean note(String question) {
    Matcher products = PRODUCTS_OF.matcher(question);
    if (products.find()) {
      asked.addAll(Arrays.asList(products.group(1).split(",")));
      return down;
    }
    return false;
  }

  private AssertableProgram shell() {
    return AssertableProgram.in(folder).arguments("--server", watched.url());
  }

  private AssertableProgram.Ended list(String... lines) {
    return listAt("2026-11-22T12:00:00Z", lines);
  }

  private AssertableProgram.Ended listAt(String time, String... lines) {
    AssertableProgram program = shell().at(time).command("set retries 0").command(SEARCH);
    Arrays.stream(lines).forEach(program::command);
    asked.clear();
    return program.run();
  }

  private String rows(String products) {
    AssertableProgram program = shell().arguments("--quiet", "--format", "csv");
    asked.clear();
    return program.command(SEARCH).command(products).command("show --all").run().succeeds().out();
  }

  @Test
  void theNextProgramAsksForNoProducts() {
    list("products").succeeds().doesNotSay("from the cache");
    assertThat(asked).hasSize(12).doesNotHaveDuplicates();

    list("products", "count")
        .succeeds()
        .says("4,908 products of 12 observations", "guide-star files among them 544")
        .says(ALL + "from 2026-11-22 12:00 UTC; products --refresh asks again")
        .prints("4908");
    assertThat(asked).isEmpty();
  }

  @Test
  void rowsFromTheCacheAreThoseOfTheArchive() {
    String fresh = rows("products");
    assertThat(asked).hasSize(12);

    assertThat(rows("products")).isEqualTo(fresh);
    assertThat(asked).isEmpty();
  }

  @Test
  void onlyObservationsThatAreNotKeptAreAskedForAndTheOrderIsTheSame() {
    String fresh = rows("products --refresh");
    list("cache clear", "products 2-4,7,12").succeeds();
    List<String> first = List.copyOf(asked);
    assertThat(first).hasSize(5);

    assertThat(rows("products")).isEqualTo(fresh);
    assertThat(asked).hasSize(7).doesNotContainAnyElementsOf(first);
  }

  @Test
  void whatIsKeptIsTheWholeListWhateverTheCriteria() {
    list("products suffix=uncal,asn detector=nrcblong obsnum=6", "count").succeeds().prints("27");

    list("products suffix=uncal,asn detector=nrcblong obsnum=6", "count")
        .succeeds()
        .says("27 products of 12 observations", "left out: 4,827 other files, 54 previews")
        .says(ALL)
        .prints("27");
    list("products", "count").succeeds().says(ALL).prints("4908");
    assertThat(asked).isEmpty();
  }

  @Test
  void criteriaThatKeepNothingStillGiveColumns() {
    list("products").succeeds();
    list("products name=nosuch*", "show dataURI", "count").succeeds().shows("0");
  }

  @Test
  void olderListsThanWantedAreAskedForAgain() {
    list("products").succeeds();

    listAt("2026-11-24T11:59:00Z", "products").succeeds().says(ALL);
    assertThat(asked).isEmpty();

    listAt("2026-11-24T12:01:00Z", "products").succeeds().doesNotSay("from the cache");
    assertThat(asked).hasSize(12);

    listAt("2026-11-30T12:00:00Z", "set products_age 30", "products")
        .says(ALL + "from 2026-11-24 12:01 UTC");
    assertThat(asked).isEmpty();
  }

  @Test
  void listsOfTheFutureAreAskedForAgain() {
    listAt("2027-01-01T12:00:00Z", "products").succeeds();
    list("products").succeeds().doesNotSay("from the cache");
  }

  @Test
  void listsOfSeveralTimesSaySo() {
    list("products 1-3").succeeds();
    listAt("2026-11-23T08:10:00Z", "products", "products")
        .succeeds()
        .says("3 of 12 observations from the cache, from 2026-11-22 12:00 UTC;")
        .says(ALL + "from 2026-11-22 12:00 to 2026-11-23 08:10 UTC");
  }

  @Test
  void refreshAsksForAllAndRenews() {
    list("products").succeeds();

    listAt("2026-11-23T08:10:00Z", "products 1-5 --refresh")
        .succeeds()
        .doesNotSay("from the cache");
    assertThat(asked).hasSize(5);

    listAt("2026-11-24T13:00:00Z", "products").says("5 of 12 observations from the cache");
    assertThat(asked).hasSize(7);
  }

  @Test
  void nothingIsKeptWhereNothingIsWanted() {
    list("set products_age 0", "products").succeeds();
    assertThat(cache()).doesNotExist();

    list("products").succeeds().doesNotSay("from the cache");
    list("set products_age 0", "products").succeeds().doesNotSay("from the cache");
  }

  @Test
  void nothingIsKeptOfTheEmbeddedArchive() {
    AssertableProgram.in(folder)
        .arguments("--demo")
        .command(SEARCH)
        .command("products 1")
        .command("products 1")
        .run()
        .succeeds()
        .doesNotSay("from the cache");
    assertThat(cache()).doesNotExist();
  }

  @Test
  void anotherArchiveHasListsOfItsOwn() {
    list("products 1").succeeds();
    run(SEARCH, "products 1").succeeds().doesNotSay("from the cache");
    run(SEARCH, "products 1").succeeds().says("1 of 1 observation from the cache");
  }

  @Test
  void aListServesOnlyTheLoginThatItWasAskedForWith() throws IOException {
    listAs("", "products 1-2").doesNotSay("from the cache");
    listAs(FIRST_TOKEN, "products 1-2").doesNotSay("from the cache");
    listAs(OTHER_TOKEN, "products 1-2").doesNotSay("from the cache");

    for (String login : List.of("", FIRST_TOKEN, OTHER_TOKEN)) {
      listAs(login, "products 1-2").says("2 of 2 observations from the cache");
    }
    assertThat(asked).isEmpty();
    for (Path file : files()) {
      String kept = file + Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(kept).doesNotContain(FIRST_TOKEN, OTHER_TOKEN);
    }
  }

  @Test
  void listsWithoutALoginServeNobodyWhoIsLoggedInLater() {
    list("products 1").succeeds();
    shell()
        .arguments("-i")
        .typed(SEARCH, "login", DemoArchive.TEST_TOKEN, "products 1", "products 1")
        .run()
        .succeeds()
        .says("logged in as Demo Astronomer", "1 of 1 observation from the cache");
    assertThat(asked).hasSize(2);
  }

  // A stored token is in use only once a command has needed it.
  @Test
  void whatALoginWasToldOfPublicDataServesWithoutItToo() {
    listAs(FIRST_TOKEN, "products 1-2").doesNotSay("from the cache");
    listAs("", "products 1-2").says("2 of 2 observations from the cache");
    assertThat(asked).isEmpty();
    listAs(OTHER_TOKEN, "products 1-2").doesNotSay("from the cache");
  }

  @Test
  void aStoredLoginHasItsListsInLaterShellsUntilItLogsOut() {
    String exclusive = "search mission=JWST rights=exclusive --limit 1";
    Supplier<AssertableProgram> shell = () -> shell().environment("MASTSHELL_KEYRING", "off");
    shell
        .get()
        .arguments("-i")
        .typed("login --store", DemoArchive.TEST_TOKEN, exclusive, "products")
        .run()
        .says("logged in as Demo Astronomer", "token kept in");
    asked.clear();
    shell
        .get()
        .command(exclusive)
        .command("products; cache status")
        .run()
        .succeeds()
        .says("1 of 1 observation from the cache")
        .shows("this one");
    assertThat(asked).isEmpty();
    shell.get().command("logout").run().succeeds();
    shell
        .get()
        .command(exclusive)
        .command("products")
        .run()
        .succeeds()
        .doesNotSay("from the cache");
  }

  @Test
  void whatALoginWasToldOfExclusiveDataServesThatLoginAlone() {
    String exclusive = "search mission=JWST rights=exclusive --limit 1";
    listAs(FIRST_TOKEN, exclusive, "products").doesNotSay("from the cache");
    listAs("", exclusive, "products").doesNotSay("from the cache");
    listAs(FIRST_TOKEN, exclusive, "products").says("1 of 1 observation from the cache");
  }

  private AssertableProgram.Ended listAs(String token, String line) {
    return listAs(token, SEARCH, line);
  }

  private AssertableProgram.Ended listAs(String token, String search, String line) {
    asked.clear();
    return shell()
        .environment("MAST_API_TOKEN", token)
        .command(search)
        .command(line)
        .run()
        .succeeds();
  }

  @Test
  void whileTheArchiveIsDownOldListsServeAndSaySo() {
    list("products").succeeds();
    down = true;

    listAt("2026-12-24T08:00:00Z", "products", "count")
        .succeeds()
        .reportsNothing()
        .says("4,908 products of 12 observations")
        .says("note: no answer for 12 observations, listed as kept in the cache from ")
        .says("2026-11-22 12:00 UTC", "answered with status 503")
        .doesNotSay("products --refresh asks again")
        .prints("4908");
  }

  @Test
  void anArchiveThatTakesNoConnectionIsDownToo() {
    shell().arguments("--session", "kept").command(SEARCH).command("products").run().succeeds();
    watched.close();

    shell()
        .arguments("--session", "kept")
        .at("2026-12-24T08:00:00Z")
        .command("set retries 0")
        .command("products")
        .command("count")
        .run()
        .succeeds()
        .says("no answer for 12 observations", "connection refused", "from 2026-11-22 12:00 UTC")
        .prints("4908");
  }

  @Test
  void youngListsNeedNoArchiveAtAll() {
    list("products").succeeds();
    down = true;
    list("products", "count").succeeds().says(ALL).doesNotSay("no answer").prints("4908");
  }

  @Test
  void whereOnlyAPartIsKeptTheRestIsMissing() {
    list("products 1-2").succeeds();
    listAt("2026-11-24T13:00:00Z", "products 3").succeeds();
    down = true;

    listAt("2026-11-24T13:00:00Z", "products")
        .exits(ExitCode.ARCHIVE)
        .reportsOneError()
        .says("the archive did not answer for 9 of 12 observations", "products --partial");
    listAt("2026-11-24T13:00:00Z", "products --partial", "values parent_obsid --here")
        .succeeds()
        .says("of 3 observations")
        .says("1 of 12 observations from the cache, from 2026-11-24 13:00 UTC")
        .says("no answer for 2 observations, listed as kept in the cache from 2026-11-22 12:00")
        .says("no answer for 9 observations, whose products are missing here");
  }

  @Test
  void refreshTakesNoOldListForAnAnswer() {
    list("products").succeeds();
    down = true;
    list("products --refresh").exits(ExitCode.ARCHIVE).reportsOneError();
    down = false;
    list("products").succeeds().says(ALL);
  }

  @Test
  void listsWithoutAnAnswerAreNotKept() throws IOException {
    down = true;
    list("products").exits(ExitCode.ARCHIVE).reportsOneError();
    assertThat(files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut short", "emptied", "one byte changed", "text", "another's"})
  void damagedListsAreAskedForAgain(String damage) throws IOException {
    String fresh = rows("products");
    List<Path> files = files();
    byte[] other = Files.readAllBytes(files.get(files.size() - 1));
    for (Path file : files.subList(0, 5)) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      switch (damage) {
        case "cut short" -> Files.write(file, Arrays.copyOf(bytes, bytes.length - 9));
        case "emptied" -> Files.write(file, new byte[0]);
        case "one byte changed" -> Files.write(file, bytes);
        case "text" -> Files.writeString(file, "a".repeat(1000));
        default -> Files.write(file, other);
      }
    }
    assertThat(rows("products")).isEqualTo(fresh);
    assertThat(asked).hasSize(5);

    assertThat(rows("products")).isEqualTo(fresh);
    assertThat(asked).isEmpty();
  }

  @Test
  void aDiskThatTakesNothingCostsOneNote() throws IOException {
    Files.createDirectories(cache().getParent());
    Files.writeString(cache(), "a file where the folder should be");

    AssertableProgram.Ended ended =
        list("products", "count", "products 1").succeeds().prints("4908");
    assertThat(ended.err().lines().filter(line -> line.contains("cannot be kept"))).hasSize(1);
    ended.says("note: product lists cannot be kept: ", cache().toString());
    listAs(FIRST_TOKEN, "products").says("note: product lists cannot be kept: ");
    shell().command("cache clear").run().succeeds();
    assertThat(cache()).hasContent("a file where the folder should be");
  }

  @Test
  void listsAreForTheirOwnerAlone() throws IOException {
    list("products 1").succeeds();
    for (Path file : files()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
          .isEqualTo("rwx------");
    }
    assertThat(files()).hasSize(1);
  }

  @Test
  void fiveShellsAtOnceUseOneCache() throws Exception {
    String fresh = rows("products");
    list("cache clear").succeeds();
    ExecutorService shells = Executors.newFixedThreadPool(5);
    try {
      List<Callable<AssertableProgram.Ended>> tasks = new ArrayList<>();
      for (int number = 0; number < 5; number++) {
        AssertableProgram program =
            shell()
                .arguments("--format", "csv")
                .command(SEARCH)
                .command(number == 0 ? "products; cache clear; products" : "products")
                .command("show --all");
        tasks.add(program::run);
      }
      for (Future<AssertableProgram.Ended> one : shells.invokeAll(tasks)) {
        AssertableProgram.Ended ended = one.get().succeeds().doesNotSay("note:");
        assertThat(ended.out()).isEqualTo(fresh);
      }
    } finally {
      shells.shutdownNow();
    }
    assertThat(rows("products")).isEqualTo(fresh);
    assertThat(files()).allMatch(file -> file.toString().endsWith(".list"));
  }

  @Test
  void statusShowsWhatIsKept() {
    list("products").succeeds();
    listAs(FIRST_TOKEN, "products 1-2");
    shell().command("vocabulary refresh").run().succeeds();
    AssertableProgram.Ended ended =
        shell()
            .at("2026-11-23T08:00:00Z")
            .environment("MAST_API_TOKEN", FIRST_TOKEN)
            .command(SEARCH + "; products 3; cache status")
            .arguments("--format", "csv", "--quiet")
            .run()
            .succeeds();
    String host = watched.url().replace("http://", "");
    assertThat(ended.out().replace(folder.toString(), "HOME").replaceAll(",\\d{3,},", ",SIZE,"))
        .isEqualToNormalizingNewlines(
            """
            kind,archive,login,lists,size,oldest,newest
            products,%1$s,none,12,SIZE,2026-11-22 12:00,2026-11-23 08:00
            products,%1$s,this one,3,SIZE,2026-11-22 12:00,2026-11-23 08:00
            values,%1$s,none,14,SIZE,2026-11-22 12:00,2026-11-22 12:00
            """
                .formatted(host));

    shell()
        .command("cache")
        .run()
        .succeeds()
        .shows("another")
        .says("  products: 2 days (set products_age), 500 MB at most (set cache_size), " + cache())
        .says("  values: 7 days (set cache_age), " + cache().getParent());
    shell()
        .command("set products_age 0; set cache_age 1; cache")
        .run()
        .succeeds()
        .says("products: none used or kept (set products_age)", "values: 1 day (set cache_age)");
    shell().command("cache status values").run().succeeds().shows("values").doesNotSay("products");
  }

  @Test
  void clearRemovesWhatIsKept() throws IOException {
    list("products").succeeds();
    listAs(FIRST_TOKEN, "products 1-2");
    shell().command("vocabulary refresh").run().succeeds();

    shell().command("cache clear values").run().succeeds().says("14 lists of values removed (");
    list("products").succeeds().says(ALL);
    shell().command("cache clear").run().says("14 lists of products removed (", "no lists of val");
    assertThat(files()).isEmpty();
    assertThat(cache()).doesNotExist();
    shell().command("cache").run().succeeds().says("nothing is kept");
    shell().command("cache clear products").run().succeeds().says("no lists of products were kept");
  }

  @Test
  void wordsThatTheCacheDoesNotKnowAreExplained() {
    shell()
        .command("cache claer")
        .run()
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("cache cannot claer", "did you mean clear?", "^^^^^");
    shell()
        .command("cache clear everything")
        .run()
        .exits(ExitCode.USAGE)
        .says("write products or values");
    shell().command("cache clear values now").run().exits(ExitCode.USAGE).says("does not take now");
  }

  private Path cache() {
    return folder.resolve("mastshell-home/cache/products");
  }

  private List<Path> files() throws IOException {
    if (!Files.exists(cache())) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(cache())) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
