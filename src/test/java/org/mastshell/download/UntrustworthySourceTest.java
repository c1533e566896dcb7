package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.ArchiveException.Kind;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.FileReply;
import org.mastshell.archive.FileSource;
import org.mastshell.archive.Progress;
import org.mastshell.download.FileOutcome.Status;

/** Sources that lie, break and misbehave. */
@Timeout(60)
class UntrustworthySourceTest {
  @TempDir Path folder;
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void moreBytesThanStatedAreNotAccepted() {
    FileOutcome outcome = fetch(source(0, 100, new byte[101]), 100);
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.message()).isEqualTo("more bytes came than the 100 stated (tried 3 times)");
    assertThat(target()).doesNotExist();
  }

  @Test
  void fewerBytesThanStatedAreNotAccepted() {
    FileOutcome outcome = fetch(source(0, 100, new byte[99]), 99);
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.message()).isEqualTo("only 99 of 100 bytes came (tried 3 times)");
    assertThat(target()).doesNotExist();
  }

  @Test
  void anotherPartThanAskedForIsNotAccepted() {
    FileOutcome outcome = fetch(source(10, 100, new byte[90]), 100);
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.message()).contains("another part of the file");
  }

  @Test
  void anEmptyFileCanBeWholeIfItIsListedSo() {
    assertThat(fetch(source(0, 0, new byte[0]), -1).status()).isEqualTo(Status.FAILED);
    FileOutcome outcome = fetch(source(0, 0, new byte[0]), 0);
    assertThat(outcome.status()).isEqualTo(Status.COMPLETE);
    assertThat(target()).isEmptyFile();
  }

  @Test
  void anEmptyReplyInPlaceOfAFileIsNotWhole() {
    assertThat(fetch(source(0, 100, new byte[0]), 100).status()).isEqualTo(Status.FAILED);
  }

  @Test
  void aConnectionThatBreaksIsTriedAgain() {
    FileSource breaking =
        (uri, offset, validator, cancellation) -> {
          InputStream start = new ByteArrayInputStream(new byte[50]);
          InputStream body =
              asked.incrementAndGet() < 3
                  ? new SequenceInputStream(start, broken())
                  : new ByteArrayInputStream(new byte[100]);
          return reply(body, 0, 100);
        };
    FileOutcome outcome = fetch(breaking, 100);
    assertThat(outcome.status()).isEqualTo(Status.COMPLETE);
    assertThat(outcome.tries()).isEqualTo(3);
    assertThat(target()).hasBinaryContent(new byte[100]);
  }

  @Test
  void whatTheSourceRefusesIsFinalSinceItHasTriedAgainItself() {
    for (Kind kind : List.of(Kind.UNREACHABLE, Kind.TIMEOUT, Kind.FAULT, Kind.QUESTION)) {
      FileOutcome outcome = fetch(refusing(kind), 1);
      assertThat(outcome.status()).isEqualTo(Status.FAILED);
      assertThat(outcome.tries()).isEqualTo(1);
      assertThat(outcome.message()).isEqualTo("no [31m");
    }
    FileOutcome refused = fetch(refusing(Kind.LOGIN), 1);
    assertThat(refused.tries()).isEqualTo(1);
    assertThat(refused.status()).isEqualTo(Status.REFUSED);
  }

  @Test
  void calledOffWhileWaitingForTheNextTryItEndsAtOnce() {
    Cancellation cancellation = new Cancellation();
    FileSource source =
        (uri, offset, validator, mine) -> {
          cancellation.cancel();
          throw new IOException("reset");
        };
    Backoff forever = new Backoff(Duration.ofSeconds(30));
    DownloadReport report =
        new Downloader(source, options(), forever, FreeSpace.ofDisk())
            .run(plan(1), Progress.none(), cancellation);
    assertThat(report.interrupted()).isTrue();
    assertThat(report.outcomes().get(0).status()).isEqualTo(Status.CANCELLED);
  }

  @Test
  void calledOffBeforeItBeginsNothingIsAsked() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    DownloadReport report =
        downloader(source(0, 1, new byte[1])).run(plan(1), Progress.none(), cancellation);
    assertThat(report.interrupted()).isTrue();
    assertThat(asked).hasValue(0);
  }

  @Test
  void aDefectOfTheSourceCostsOneFileAndIsSaid() {
    FileSource defect =
        (uri, offset, validator, cancellation) -> {
          throw new IllegalStateException("defect");
        };
    FileOutcome outcome = fetch(defect, 1);
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.message())
        .startsWith("a fault of the program (")
        .contains("IllegalStateException: defect");
  }

  @Test
  void noThreadIsLeft() {
    fetch(source(0, 1, new byte[1]), 1);
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .doesNotContain("download"));
  }

  private FileOutcome fetch(FileSource source, long listed) {
    return downloader(source)
        .run(plan(listed), Progress.none(), new Cancellation())
        .outcomes()
        .get(0);
  }

  private Downloader downloader(FileSource source) {
    return new Downloader(source, options(), new Backoff(Duration.ofMillis(1)), FreeSpace.ofDisk());
  }

  private DownloadPlan plan(long listed) {
    return DownloadPlan.of(
        new Products()
            .add("mast:x/a.fits", "JWST", "o", "a.fits", listed < 0 ? null : listed, "PUBLIC")
            .table(),
        options());
  }

  private TransferOptions options() {
    return new TransferOptions(folder, true, 2, 2, Duration.ofSeconds(30));
  }

  private Path target() {
    return folder.resolve("a.fits");
  }

  private FileSource source(long offset, long length, byte[] bytes) {
    return (uri, asOf, validator, cancellation) -> {
      asked.incrementAndGet();
      return reply(new ByteArrayInputStream(bytes), offset, length);
    };
  }

  private static FileSource refusing(Kind kind) {
    return (uri, offset, validator, cancellation) -> {
      throw new ArchiveException(kind, "no\n\u001b[31m", "");
    };
  }

  private static FileReply reply(InputStream body, long offset, long length) {
    return new FileReply(body, offset, length, Optional.empty(), Optional.empty(), "");
  }

  private static InputStream broken() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("reset");
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        throw new IOException("reset");
      }
    };
  }
}
