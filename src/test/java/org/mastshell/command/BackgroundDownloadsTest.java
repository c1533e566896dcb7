package org.mastshell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.ClientOptions;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.ExistingFiles;
import org.mastshell.download.HeldJob;
import org.mastshell.download.JobFolder;
import org.mastshell.download.JobOrder;
import org.mastshell.download.Layout;
import org.mastshell.download.TransferOptions;
import org.mastshell.formats.Format;
import org.mastshell.output.PlainConsole;
import org.mastshell.output.Style;
import org.mastshell.session.Session;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
import org.mastshell.vocabulary.Fields;

/** Downloads in the background, when what is around them goes wrong. */
@Timeout(60)
class BackgroundDownloadsTest {
  // Nothing listens there.
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  @TempDir Path folder;

  @Test
  void aTerminalThatHasGoneAwayStopsNothing() {
    JobFolder jobs = new JobFolder(folder.resolve("jobs"), Clock.systemUTC());
    BackgroundDownloads background =
        new BackgroundDownloads(
            jobs,
            new Transfer(
                new Logins(Optional.empty(), host -> List.of()),
                new TransferRates(folder, Set.of()),
                SafeMode.off()));
    background.onStatus(
        () -> {
          throw new IOError(new IOException("gone"));
        });
    var before = background.add(job(jobs, "a"), DownloadEvents.none());
    assertThat(before).isZero();
    background.add(job(jobs, "b"), DownloadEvents.none());
    background.await(new Cancellation(), () -> {});
    assertThat(background.numbers()).isEmpty();

    background.add(job(jobs, "c"), DownloadEvents.none());
    background.await(new Cancellation(), () -> {});
    assertThat(background.takeEnded())
        .hasSize(3)
        .allSatisfy(end -> assertThat(end.trouble()).isEmpty())
        .allSatisfy(end -> assertThat(end.code()).isEqualTo(ExitCode.DOWNLOADS));
  }

  @Test
  void thoseThatWaitCanBePausedAndTakenUpAgain() throws Exception {
    JobFolder jobs = new JobFolder(folder.resolve("jobs"), Clock.systemUTC());
    BackgroundDownloads background =
        new BackgroundDownloads(
            jobs,
            new Transfer(
                new Logins(Optional.empty(), host -> List.of()),
                new TransferRates(folder, Set.of()),
                SafeMode.off()));
    CountDownLatch hold = new CountDownLatch(1);
    // The first stays where it is until it is let go: the others wait for their turn.
    background.onStatus(() -> awaitUninterruptibly(hold));
    PreparedJob first = job(jobs, "a");
    PreparedJob second = job(jobs, "b");
    PreparedJob third = job(jobs, "c");
    assertThat(background.add(first, DownloadEvents.none())).isZero();
    assertThat(background.add(second, DownloadEvents.none())).isEqualTo(1);
    assertThat(background.add(third, DownloadEvents.none())).isEqualTo(2);
    assertThat(background.numbers()).hasSize(3);
    assertThat(jobs.take(second.number())).as("it is this shell's").isEmpty();

    assertThat(background.pause(second.number())).as("it never began").isEmpty();
    assertThat(background.has(second.number())).isFalse();
    try (HeldJob taken = jobs.take(second.number()).orElseThrow()) {
      assertThat(taken.job().left()).isEqualTo(1);
    }
    hold.countDown();
    background.await(new Cancellation(), () -> {});
    assertThat(background.takeEnded())
        .extracting(end -> end.job().number())
        .containsExactly(first.number(), third.number());
    assertThat(jobs.list()).hasSize(3);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void theKeyringIsAskedWhereAPersonWaits() {
    Set<String> askedOn = ConcurrentHashMap.newKeySet();
    Logins logins =
        new Logins(
            Optional.empty(),
            host -> {
              askedOn.add(Thread.currentThread().getName());
              return List.of();
            });
    Transfer transfer = new Transfer(logins, new TransferRates(folder, Set.of()), SafeMode.off());
    JobFolder kept = new JobFolder(folder.resolve("jobs"), Clock.systemUTC());
    BackgroundDownloads background = new BackgroundDownloads(kept, transfer);
    DownloadJobs jobs = new DownloadJobs(kept, Set.of(), Fields.bundled(), Clock.systemUTC());
    BackgroundCommands commands = new BackgroundCommands(jobs, background, transfer);
    Work work = work();
    TableBuilder builder = new TableBuilder();
    builder.set(builder.column("dataURI", ColumnType.TEXT), "mast:a/a");
    builder.set(builder.column("productFilename", ColumnType.TEXT), "a.fits");
    builder.set(builder.column("dataRights", ColumnType.TEXT), "EXCLUSIVE_ACCESS");
    builder.endRow();
    Table products = builder.build();
    DownloadPlan plan = DownloadPlan.of(products, options("a"));
    ClientOptions client = work.session().settings().clientOptions();
    Outlook outlook = transfer.outlook(plan, client, FileRoads.of(work.session().settings()));
    commands.begin(outlook, products, "download --background", work);
    background.await(new Cancellation(), () -> {});
    assertThat(askedOn).containsExactly(Thread.currentThread().getName());
  }

  private static Work work() {
    Settings settings = Settings.standard().with(Setting.SERVER, NOWHERE.toString());
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return new Work(
        new Session(Clock.systemUTC(), settings),
        new PlainConsole(nowhere, nowhere),
        new Style(Format.TABLE, false, true, true, false),
        new Cancellation());
  }

  private PreparedJob job(JobFolder jobs, String place) {
    TableBuilder builder = new TableBuilder();
    builder.set(builder.column("dataURI", ColumnType.TEXT), "mast:a/" + place);
    builder.set(builder.column("productFilename", ColumnType.TEXT), place + ".fits");
    builder.endRow();
    Table products = builder.build();
    TransferOptions options = options(place);
    JobOrder order =
        JobOrder.of(
            DownloadPlan.of(products, options),
            products,
            NOWHERE.toString(),
            "archive",
            "download",
            Instant.EPOCH);
    return new PreparedJob(
        jobs.begin(order),
        options,
        new ClientOptions(NOWHERE, Duration.ofSeconds(5), 0, 1, 10),
        new FileRoads("archive", NOWHERE));
  }

  private TransferOptions options(String place) {
    return new TransferOptions(
        folder.resolve(place), Layout.flat(), ExistingFiles.SKIP, 1, 0, Duration.ofMinutes(1));
  }
}
