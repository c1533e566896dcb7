package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.FileReply;
import org.mastshell.archive.FileSource;
import org.mastshell.archive.Progress;
import org.mastshell.download.FileOutcome.Status;
import org.mastshell.table.Table;

/** Several downloads into one folder, at once or one after the other. */
@Timeout(60)
class SharedFolderTest {
  private static final int FILES = 60;

  @TempDir Path folder;
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void twoAtOnceLeaveOnlyWholeFilesAndOneManifest() throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    CompletableFuture<DownloadReport> first = CompletableFuture.supplyAsync(() -> run(start));
    CompletableFuture<DownloadReport> second = CompletableFuture.supplyAsync(() -> run(start));
    DownloadReport one = first.get();
    DownloadReport other = second.get();
    for (int i = 0; i < FILES; i++) {
      Status here = one.outcomes().get(i).status();
      Status there = other.outcomes().get(i).status();
      assertThat(List.of(here, there)).containsExactlyInAnyOrder(Status.COMPLETE, Status.SKIPPED);
      String name = i + ".fits";
      Path target = one.outcomes().get(i).file().target();
      assertThat(target).hasBinaryContent(content(Products.uri(name)));
      assertThat(new PartPlace(target).part()).doesNotExist();
    }
    assertThat(asked).as("one request for a file in all").hasValue(FILES);
    assertThat(Manifest.read(one.manifest()).entries())
        .hasSize(FILES)
        .allSatisfy(entry -> assertThat(entry.isFetched()).isTrue());
  }

  @Test
  void whatAnotherOneFetchedIsNotShownAsFailed() {
    DownloadPlan plan = DownloadPlan.of(products(), options());
    run(plan, step -> {});
    List<Progress.Step> steps = new ArrayList<>();
    DownloadReport late = run(plan, steps::add);
    assertThat(late.count(Status.SKIPPED)).isEqualTo(FILES);
    assertThat(steps).noneMatch(step -> step.detail().contains("failed"));
    Progress.Step last = steps.get(steps.size() - 1);
    assertThat(last.done()).isEqualTo(last.total()).isEqualTo(FILES);
  }

  @Test
  void anUnreadableManifestIsSaidAndKept() throws Exception {
    Files.createDirectories(options().dataFolder());
    Files.writeString(options().manifest(), "my notes");
    assertThat(DownloadPlan.of(products(), options()).notes())
        .singleElement()
        .asString()
        .contains("cannot be read as a manifest");
    Files.writeString(options().manifest(), "my,own\ntable,1\n");
    assertThat(DownloadPlan.of(products(), options()).notes()).hasSize(1);
    run(new CyclicBarrier(1));
    assertThat(DownloadPlan.of(products(), options()).notes()).isEmpty();
    assertThat(options().dataFolder())
        .isDirectoryContaining(path -> path.toString().endsWith(".lost-records"));
  }

  @Test
  void aPlanForAnotherFolderIsRefused() {
    TransferOptions other =
        new TransferOptions(folder.resolve("x"), false, 1, 0, Duration.ofSeconds(1));
    DownloadPlan plan = DownloadPlan.of(products(), other);
    Downloader downloader = new Downloader(source(), options());
    assertThatThrownBy(() -> downloader.run(plan, Progress.none(), new Cancellation()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new TransferOptions(folder, false, 0, 0, second))
        .hasMessage("parallel is 1 to 64, not 0");
    assertThatThrownBy(() -> new TransferOptions(folder, false, 1, -1, second))
        .hasMessage("retries is 0 to 100, not -1");
    assertThatThrownBy(() -> new TransferOptions(folder, false, 1, 0, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new TransferOptions(Path.of(""), true, 1, 0, second).manifest())
        .isEqualTo(Path.of("./mastDownload_manifest.csv"));
  }

  private DownloadReport run(CyclicBarrier start) {
    DownloadPlan plan = DownloadPlan.of(products(), options());
    try {
      start.await();
    } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
    return run(plan, Progress.none());
  }

  private DownloadReport run(DownloadPlan plan, Progress progress) {
    return new Downloader(source(), options(), Backoff.usual(), FreeSpace.ofDisk())
        .run(plan, progress, new Cancellation());
  }

  private static Table products() {
    Products products = new Products();
    for (int i = 0; i < FILES; i++) {
      products.add(i + ".fits", 200_000);
    }
    return products.table();
  }

  private FileSource source() {
    return (uri, offset, validator, cancellation) -> {
      asked.incrementAndGet();
      return new FileReply(
          new ByteArrayInputStream(content(uri)),
          0,
          200_000,
          Optional.empty(),
          Optional.empty(),
          "image/fits");
    };
  }

  private static byte[] content(String uri) {
    return Arrays.copyOf(uri.repeat(20_000).getBytes(StandardCharsets.UTF_8), 200_000);
  }

  private TransferOptions options() {
    return new TransferOptions(folder, false, 4, 0, Duration.ofSeconds(30));
  }
}
