package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.Progress;
import org.mastshell.download.FileOutcome.Status;
import org.mastshell.table.Table;

/** Parts that nothing can go on with: what they cost is said, once, and why. */
@Timeout(60)
class ThrownAwayPartTest {
  private static final int PART = 8_000;

  private final byte[] content = new byte[20_000];
  @TempDir Path folder;
  private FaultServer server;
  private ArchiveClient client;

  @BeforeEach
  void start() throws IOException {
    new Random(1).nextBytes(content);
    server = new FaultServer(content);
    client = FaultMatrixTest.client(server.uri());
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void sinceTheFileHasChanged() throws Exception {
    leavePart();
    byte[] other = content.clone();
    other[7]++;
    server.change(other, "\"v2\"");
    isSaidOnce(run(), "the file has changed at the archive since");
  }

  @Test
  void sinceTheServerBeginsAnew() throws Exception {
    leavePart();
    server.always(
        (asked, me, out) -> {
          FaultServer.head(out, 200, content.length, "ETag: " + me.tag());
          out.write(content);
          out.flush();
        });
    isSaidOnce(run(), "the archive sent the file from its beginning");
  }

  @Test
  void sinceNothingGoesOnAfterIt() throws Exception {
    leavePart();
    server.then((asked, me, out) -> FaultServer.head(out, 416, 0));
    isSaidOnce(run(), "the archive stated 20000 bytes, and has no more than the 8000 that came");
  }

  @Test
  void whatHasComeSinceIsNotCountedAsOfTheEarlierPart() throws Exception {
    leavePart();
    server.then(Fault.CUT_BEFORE_THE_LAST_BYTE.answer());
    server.then((asked, me, out) -> FaultServer.head(out, 416, 0));
    isSaidOnce(run(), Sizes.text(PART) + " of them of an earlier part", " thrown away, ");
  }

  @Test
  void nothingIsSaidOfTheFewBytesOfATryBefore() throws Exception {
    server.then(
        (asked, me, out) -> {
          FaultServer.head(out, 200, -1, "Connection: close");
          out.write(content, 0, PART);
          throw new IOException("hanging up");
        });
    FileOutcome outcome = run();
    assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.COMPLETE);
    assertThat(outcome.tries()).isEqualTo(2);
    assertThat(outcome.message()).isEmpty();
  }

  @Test
  void sinceAnotherVersionIsListed() throws Exception {
    leavePart();
    Table other = new Products().add("a.bin", content.length + 1).table();
    DownloadPlan plan = DownloadPlan.of(other, options());
    String why = "it is of another version or size than the archive lists now";
    assertThat(plan.files().get(0).note()).contains("8.0 kB", why);
    isSaidOnce(run(plan), why);
  }

  @Test
  void sinceItsJournalIsDamaged() throws Exception {
    Path part = leavePart();
    Files.writeString(PartNote.of(part), "");
    DownloadPlan plan = DownloadPlan.of(products(), options());
    assertThat(plan.files().get(0).note()).contains("8.0 kB", "its journal is damaged");
    isSaidOnce(run(plan), "its journal is damaged");
  }

  @Test
  void sinceItIsShorterThanItsJournalSays() throws Exception {
    Path part = leavePart();
    Files.write(part, new byte[10]);
    isSaidOnce(run(), "10 B of an earlier part", "it does not fit its journal");
  }

  @Test
  void ofAFileThatDoesNotComeItIsSaidToo() throws Exception {
    leavePart();
    server.then((asked, me, out) -> FaultServer.head(out, 416, 0));
    server.always((asked, me, out) -> FaultServer.head(out, 404, 0));
    FileOutcome outcome = run();
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.message()).contains("has no such file", "8.0 kB", "thrown away");
  }

  @Test
  void aPartOutlivesAnArchiveThatDoesNotHaveTheFileForAWhile() throws Exception {
    Path part = leavePart();
    server.then((asked, me, out) -> FaultServer.head(out, 404, 0));
    FileOutcome missing = run();
    assertThat(missing.message()).contains("has no such file").doesNotContain("thrown away");
    assertThat(part).hasSize(PART);
    FileOutcome whole = run();
    assertThat(whole.status()).isEqualTo(Status.COMPLETE);
    assertThat(whole.message()).isEmpty();
    assertThat(server.asked().get(server.asked().size() - 1).from()).isPositive();
  }

  @Test
  void nothingIsThrownAwayBeforeOtherBytesCome() throws Exception {
    Path part = leavePartThatIsOfNoUse();
    server.then((asked, me, out) -> FaultServer.head(out, 404, 0));
    FileOutcome missing = run();
    assertThat(missing.status()).isEqualTo(Status.FAILED);
    assertThat(missing.message()).contains("has no such file").doesNotContain("thrown away");
    assertThat(part).hasSize(PART);

    server.then((asked, me, out) -> FaultServer.head(out, 401, 0));
    FileOutcome refused = run();
    assertThat(refused.status()).isEqualTo(Status.REFUSED);
    assertThat(refused.message()).doesNotContain("thrown away");
    assertThat(part).hasSize(PART);

    isSaidOnce(run(), "it was broken off before it was safe on the disk");
    assertThat(part).doesNotExist();
  }

  @Test
  void nothingIsThrownAwayWhereTheFileIsHereAndUnchanged() throws Exception {
    run();
    Path part = leavePartThatIsOfNoUse();
    server.then((asked, me, out) -> FaultServer.head(out, 304, 0));
    FileOutcome outcome = run(DownloadPlan.of(products(), options()).updating());
    assertThat(outcome.status()).isEqualTo(Status.SKIPPED);
    assertThat(outcome.message()).isEqualTo(FileOutcome.UNCHANGED);
    assertThat(part).hasSize(PART);
  }

  @Test
  void itGoesWhereTheAnswerPutsAllBytesInDoubt() throws Exception {
    Path part = leavePartThatIsOfNoUse();
    server.then((asked, me, out) -> FaultServer.head(out, 416, 0));
    server.always((asked, me, out) -> FaultServer.head(out, 404, 0));
    assertThat(run().message())
        .contains("8.0 kB of an earlier part thrown away: it was broken off before");
    assertThat(part).doesNotExist();
  }

  @Test
  void nothingIsSaidWhereThePartWasUsed() throws Exception {
    leavePart();
    assertThat(run().message()).isEmpty();
  }

  private static void isSaidOnce(FileOutcome outcome, String... why) {
    assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.COMPLETE);
    assertThat(outcome.message()).contains(why);
    assertThat(outcome.message().split("thrown away", -1)).as(outcome.message()).hasSize(2);
    if (why.length == 1) {
      assertThat(outcome.message()).contains("8.0 kB of an earlier part");
    }
  }

  /** As a download leaves it that is killed before its first bytes are flushed. */
  private Path leavePartThatIsOfNoUse() throws Exception {
    Path part = leavePart();
    PartNote note = PartNote.read(PartNote.of(part)).orElseThrow();
    new PartNote(note.uri(), note.version(), note.listedSize(), note.length(), note.validator(), 0)
        .write(PartNote.of(part));
    return part;
  }

  private Path leavePart() throws Exception {
    PlannedFile file = DownloadPlan.of(products(), options()).files().get(0);
    Files.createDirectories(file.target().getParent());
    try (PartFile part =
        PartFile.open(file.target(), file.file(), Hashes.ofJava(), new Cancellation())) {
      part.begin(new Validator("\"v1\"", ""), content.length);
      part.write(content, PART);
    }
    return new PartPlace(file.target()).part();
  }

  private Table products() {
    return new Products().add("a.bin", content.length).table();
  }

  private FileOutcome run() {
    return run(DownloadPlan.of(products(), options()));
  }

  private FileOutcome run(DownloadPlan plan) {
    return new Downloader(
            client.files(), options(), new Backoff(Duration.ofMillis(1)), FreeSpace.ofDisk())
        .run(plan, Progress.none(), new Cancellation())
        .outcomes()
        .get(0);
  }

  private TransferOptions options() {
    return new TransferOptions(folder, false, 1, 20, Duration.ofSeconds(30));
  }
}
