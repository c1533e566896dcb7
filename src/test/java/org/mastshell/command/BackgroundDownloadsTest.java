package org.mastshell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOError;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.ClientOptions;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.ExistingFiles;
import org.mastshell.download.JobFolder;
import org.mastshell.download.JobOrder;
import org.mastshell.download.Layout;
import org.mastshell.download.TransferOptions;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

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
                new TransferRates(folder, Set.of())));
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

  private PreparedJob job(JobFolder jobs, String place) {
    TableBuilder builder = new TableBuilder();
    builder.set(builder.column("dataURI", ColumnType.TEXT), "mast:a/" + place);
    builder.set(builder.column("productFilename", ColumnType.TEXT), place + ".fits");
    builder.endRow();
    Table products = builder.build();
    TransferOptions options =
        new TransferOptions(
            folder.resolve(place), Layout.flat(), ExistingFiles.SKIP, 1, 0, Duration.ofMinutes(1));
    JobOrder order =
        JobOrder.of(
            DownloadPlan.of(products, options),
            products,
            NOWHERE.toString(),
            "download",
            Instant.EPOCH);
    return new PreparedJob(
        jobs.begin(order),
        options,
        new ClientOptions(NOWHERE, Duration.ofSeconds(5), 0, 1, 10),
        new FileRoads("archive", NOWHERE));
  }
}
