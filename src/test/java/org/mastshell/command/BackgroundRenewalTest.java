package org.mastshell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.FileTokenStore;
import org.mastshell.archive.Progress;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.table.ValueCounts.ValueCount;
import org.mastshell.vocabulary.ArchiveWords;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.ServiceTables;
import org.mastshell.vocabulary.SetKind;

class BackgroundRenewalTest {
  private static final String THREAD = "renewal of the lists of values";
  private static final Field MISSION =
      Fields.bundled().find("mission", SetKind.OBSERVATIONS).orElseThrow();
  private static final Duration INSTANT = Duration.ofMillis(900);

  @TempDir Path folder;
  private final ListingArchive archive = new ListingArchive();
  private final SetClock clock = new SetClock();
  private Settings settings =
      Settings.standard().with(Setting.SERVER, archive.url()).with(Setting.RETRIES, "0");
  private WordsCache cache;
  private LiveValues live;
  private ServiceFields columns;
  private BackgroundRenewal renewal;

  private static final class SetClock extends Clock {
    private volatile Instant now = Instant.parse("2026-10-06T12:30:00Z");

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private void open() {
    open(Duration.ofMillis(20));
  }

  private void open(Duration quiet) {
    cache = new WordsCache(folder.resolve("cache"), clock, Set.of());
    Logins logins =
        new Logins(
            Optional.of("test-token-not-a-secret"),
            host -> List.of(new FileTokenStore(folder.resolve("token"))));
    live = new LiveValues(new ArchiveAccess(logins), cache, clock);
    columns = new ServiceFields(ServiceTables::bundled, cache, clock, () -> settings);
    renewal = new BackgroundRenewal(live, cache, columns, clock, quiet);
  }

  @AfterEach
  void leave() {
    renewal.close();
    archive.close();
    await().until(() -> !isUnderWay());
  }

  private static boolean isUnderWay() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals(THREAD));
  }

  private URI server() {
    return settings.clientOptions().server();
  }

  private void kept(Duration age, String mission) {
    ArchiveWords words =
        new ArchiveWords(
            clock.instant().minus(age),
            Map.of("obs_collection", List.of(new ValueCount(mission, 7))),
            List.of());
    new WordsCache(folder.resolve("cache"), clock, Set.of()).write(server(), words);
  }

  private void line() {
    renewal.betweenLines(settings);
  }

  private List<String> missions() {
    return live.of(MISSION, settings).orElse(List.of()).stream().map(ValueCount::value).toList();
  }

  private void awaitLines(Consumer<LiveValues> expected) {
    await()
        .untilAsserted(
            () -> {
              line();
              expected.accept(live);
            });
  }

  @Test
  void takesWhatCameBetweenTwoLinesAndNotBefore() {
    archive.lists("JWST", "HST");
    open();
    line();
    assertThat(missions()).isEmpty();
    assertThat(isUnderWay()).isTrue();
    await().until(() -> !isUnderWay());

    assertThat(cache.read(server())).isPresent();
    assertThat(missions()).isEmpty();

    line();
    assertThat(missions()).containsExactly("JWST", "HST");
    assertThat(live.words(settings).orElseThrow().columns())
        .extracting(Field::name)
        .containsExactly("seeing");
    assertThat(isUnderWay()).isFalse();
    assertThat(archive.asked()).hasSize(2);
    assertThat(archive.authorizations()).isEmpty();
  }

  @Test
  void columnsThatAreKeptAreRenewedWithThem() {
    archive.announces("nova_mag");
    open();
    ServiceTable jwst = columns.find(SetKind.DATASETS, "jwst").orElseThrow();
    cache.write(
        server(),
        jwst,
        new ArchiveWords(clock.instant().minus(Duration.ofDays(8)), Map.of(), List.of()));
    line();
    await().until(() -> !isUnderWay());
    assertThat(columnNames()).doesNotContain("nova_mag");

    line();
    assertThat(columnNames()).contains("nova_mag");
    assertThat(archive.asked().stream().filter(path -> path.endsWith("column_list"))).hasSize(1);
  }

  @Test
  void columnsThatDoNotComeAreToldOfAndTheValuesAreTaken() {
    archive.lists("NEW").announces(503);
    open();
    ServiceTable jwst = columns.find(SetKind.DATASETS, "jwst").orElseThrow();
    cache.write(
        server(),
        jwst,
        new ArchiveWords(clock.instant().minus(Duration.ofDays(8)), Map.of(), List.of()));

    awaitLines(live -> assertThat(missions()).containsExactly("NEW"));
    assertThat(live.failure().orElseThrow().reason())
        .isEqualTo("no answer for the columns of jwst");
  }

  private List<String> columnNames() {
    return columns.find(SetKind.DATASETS, "jwst").orElseThrow().columns().stream()
        .map(Field::name)
        .toList();
  }

  @Test
  void whatIsYoungIsNotAskedFor() {
    kept(Duration.ofDays(6), "KEPT");
    open();
    line();
    await().until(() -> !isUnderWay());
    line();

    assertThat(isUnderWay()).isFalse();
    assertThat(missions()).containsExactly("KEPT");
    assertThat(archive.asked()).isEmpty();
  }

  @Test
  void whatIsOldServesUntilThereIsSomethingNewer() {
    kept(Duration.ofDays(8), "OLD");
    archive.lists("NEW");
    open();
    line();

    assertThat(missions()).containsExactly("OLD");
    awaitLines(live -> assertThat(missions()).containsExactly("NEW"));
    assertThat(live.isOld(settings)).isFalse();
  }

  @Test
  void whatHasADateInTheFutureIsRenewed() {
    kept(Duration.ofDays(-30), "FUTURE");
    archive.lists("NEW");
    open();
    assertThat(missions()).containsExactly("FUTURE");

    awaitLines(live -> assertThat(missions()).containsExactly("NEW"));
  }

  @Test
  void whatACommandHasAskedMeanwhileIsNewer() {
    kept(Duration.ofDays(8), "OLD");
    archive.lists("FIRST");
    open();
    line();
    await().until(() -> !isUnderWay());
    clock.advance(Duration.ofMinutes(1));
    archive.lists("SECOND");
    assertThat(live.refresh(settings, Progress.none(), new Cancellation())).isEmpty();

    line();
    assertThat(missions()).containsExactly("SECOND");
  }

  @Test
  void aShellThatStaysOpenRenewsWhenTheTimeHasCome() {
    kept(Duration.ZERO, "OLD");
    open();
    awaitLines(live -> assertThat(missions()).containsExactly("OLD"));
    await().until(() -> !isUnderWay());
    line();
    assertThat(archive.asked()).isEmpty();

    archive.lists("NEW");
    clock.advance(Duration.ofDays(7));
    awaitLines(live -> assertThat(missions()).containsExactly("NEW"));
  }

  @ParameterizedTest
  @CsvSource({"cache_age, 0", "refresh, off"})
  void nothingIsAskedWhereTheSettingsDoNotWantIt(String setting, String value) {
    settings = settings.with(setting, value);
    open();
    line();

    assertThat(isUnderWay()).isFalse();
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503 | text/html | <html>down</html> | 503",
        "200 | text/html | <html>maintenance</html> | 127.0.0.1",
        "200 | application/json | {\"status\":\"ERROR\",\"msg\":\"no\"} | no",
        "200 | application/json | {\"status\":\"COMPLETE\",\"data\":{}} | sent no lists of values",
        "200 | application/json | [[[[ | 127.0.0.1",
      })
  void aFailureIsRememberedAndWhatWasHereStays(
      int status, String type, String body, String reason) {
    kept(Duration.ofDays(8), "OLD");
    archive.answers(status, type, body);
    open();
    awaitLines(live -> assertThat(live.failure()).isPresent());

    LiveValues.Failure failure = live.failure().orElseThrow();
    assertThat(failure.reason()).contains(reason);
    assertThat(failure.when()).isEqualTo(clock.instant());
    assertThat(missions()).containsExactly("OLD");

    // It is not tried again with every line, but after a while it is.
    line();
    assertThat(isUnderWay()).isFalse();
    archive.lists("NEW");
    clock.advance(Duration.ofMinutes(11));
    awaitLines(live -> assertThat(missions()).containsExactly("NEW"));
    assertThat(live.failure()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 503, 200})
  void listsWithoutColumnsAreTaken(int status) {
    archive.describes(status, "no columns");
    open();
    awaitLines(live -> assertThat(missions()).containsExactly("JWST"));

    assertThat(live.words(settings).orElseThrow().columns()).isEmpty();
  }

  @Test
  void anArchiveThatNeverAnswersHindersNothing() {
    archive.silent();
    open();
    line();
    await().until(() -> !archive.asked().isEmpty());

    assertTimeout(
        INSTANT,
        () -> {
          for (int i = 0; i < 100; i++) {
            line();
            assertThat(missions()).isEmpty();
          }
          renewal.close();
        });
    await().until(() -> !isUnderWay());
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @Test
  void leavingBeforeAnythingWasAskedAsksNothing() {
    open(Duration.ofMinutes(5));
    line();
    renewal.close();
    await().until(() -> !isUnderWay());

    assertThat(archive.asked()).isEmpty();
  }

  @Test
  void anotherServerIsAskedInItsTurn() {
    try (ListingArchive other = new ListingArchive().lists("OTHER")) {
      archive.silent();
      open();
      line();
      await().until(() -> !archive.asked().isEmpty());

      settings = settings.with(Setting.SERVER, other.url());
      awaitLines(live -> assertThat(missions()).containsExactly("OTHER"));
      assertThat(cache.read(server())).isPresent();
      assertThat(cache.read(URI.create(archive.url()))).isEmpty();
    }
  }

  @Test
  void whatAnotherShellHasAskedMeanwhileIsTaken() {
    open(Duration.ofSeconds(1));
    line();
    kept(Duration.ofMinutes(1), "ELSEWHERE");

    awaitLines(live -> assertThat(missions()).containsExactly("ELSEWHERE"));
    assertThat(archive.asked()).isEmpty();
  }
}
