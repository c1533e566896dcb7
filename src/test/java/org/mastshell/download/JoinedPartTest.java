package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.Progress;
import org.mastshell.download.FileOutcome.Status;

/** What a server sends is joined to what is here only if both agree where they overlap. */
@Timeout(60)
class JoinedPartTest {
  private static final int LENGTH = 300_000;
  private static final int HERE = 150_000;
  private static final int OVERLAP = 1 << 16;

  @TempDir Path folder;
  private FaultServer server;
  private ArchiveClient client;

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void twoFilesOfOneLengthAreNotJoinedWhereNoValidatorTellsThemApart() throws IOException {
    byte[] other = random(2);
    start(random(1)).always(JoinedPartTest::silent).then(cut(JoinedPartTest::silent, other));
    FileOutcome outcome = fetch("a.bin");
    assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.COMPLETE);
    assertThat(outcome.file().target()).hasBinaryContent(other);
    assertThat(outcome.message()).isEmpty();
  }

  @Test
  void aPartThatIsShiftedUnderARightRangeIsNotJoined() throws IOException {
    byte[] content = random(1);
    start(content)
        .then(cut(FaultServer::honest, content))
        .then(
            (asked, me, out) -> {
              int from = asked.from();
              String range = "Content-Range: bytes %d-%d/%d".formatted(from, LENGTH - 1, LENGTH);
              FaultServer.head(out, 206, LENGTH - from, range, "ETag: " + me.tag());
              out.write(content, from - 7, LENGTH - from);
              out.flush();
            });
    FileOutcome outcome = fetch("a.bin");
    assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.COMPLETE);
    assertThat(outcome.file().target()).hasBinaryContent(content);
    assertThat(outcome.tries()).isEqualTo(3);
  }

  @Test
  void whatIsAskedForAgainIsTheEndOfThePartAndNoFurtherRequest() throws Exception {
    byte[] content = random(1);
    start(content).then(cut(FaultServer::honest, content));
    FileOutcome outcome = fetch("a.bin");
    assertThat(outcome.tries()).isEqualTo(2);
    assertThat(server.asked().get(1).from()).isEqualTo(HERE - OVERLAP);
    assertThat(outcome.file().target()).hasBinaryContent(content);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
    assertThat(outcome.sha256()).isEqualTo(HexFormat.of().formatHex(hash));
  }

  @Test
  void aLengthThatTheServerStatesOtherwiseTheNextTimeIsSaid() throws IOException {
    byte[] content = random(1);
    start(content)
        .always(
            (asked, me, out) -> {
              if (asked.from() > 0) {
                FaultServer.honest(asked, me, out);
              } else {
                Fault.MORE_STATED_THAN_SENT.answer().to(asked, me, out);
              }
            });
    assertThat(fetch("a.bin").message())
        .startsWith("the archive states 300000 bytes now, and 300007 before");
  }

  @Test
  void whatEndsBeforeTheStatedLengthIsSaidWithBoth() throws IOException {
    start(random(1))
        .always(
            (asked, me, out) -> {
              if (asked.from() > 0) {
                FaultServer.head(out, 416, 0);
              } else {
                Fault.MORE_STATED_THAN_SENT.answer().to(asked, me, out);
              }
            });
    assertThat(fetch("a.bin").message())
        .startsWith("the archive stated 300007 bytes, and has no more than the 300000 that came");
  }

  @Test
  void aReplyThatIsCutBetweenItsPiecesIsSaidInWords() throws IOException {
    start(random(1)).always(Fault.CHUNKED_AND_CUT.answer());
    assertThat(fetch("a.bin").message())
        .contains("the connection failed: the reply was cut off")
        .doesNotContain("Exception", "unexpected end");
  }

  @Test
  void aConnectionThatBreaksWithinTheOverlapCostsNothingThatIsHere() throws IOException {
    byte[] content = random(1);
    start(content)
        .then(cut(FaultServer::honest, content))
        .then(
            (asked, me, out) -> {
              int from = asked.from();
              String range = "Content-Range: bytes %d-%d/%d".formatted(from, LENGTH - 1, LENGTH);
              FaultServer.head(out, 206, LENGTH - from, range, "ETag: " + me.tag());
              out.write(content, from, 20_000);
              out.flush();
              throw new IOException("hanging up");
            });
    FileOutcome outcome = fetch("a.bin");
    assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.COMPLETE);
    assertThat(server.asked().get(2).from()).isEqualTo(HERE - OVERLAP);
    assertThat(outcome.file().target()).hasBinaryContent(content);
  }

  @Test
  void whatNothingVouchesForIsAWarningForVerifyAlsoAfterALaterTryThatFailed() throws IOException {
    byte[] content = random(1);
    start(content).always(JoinedPartTest::silent).then(cut(JoinedPartTest::silent, content));
    assertThat(fetch("a.bin").message())
        .isEqualTo("resumed without a validator: only its length and the end of its part agree");
    assertVerified(VerifiedFile.Status.WARNING);
    ManifestEntry now = manifest().entry("JWST/jw01073/a.bin").orElseThrow();
    ManifestEntry failed =
        new ManifestEntry(now.path(), now.uri(), Status.FAILED, 0, -1, "no way", "", now.time());
    assertThat(failed.after(now).message())
        .isEqualTo(
            "a later try failed: no way;"
                + " resumed without a validator: only its length and the end of its part agree");
  }

  @Test
  void sumsInTheFileVouchForWhatNoValidatorDoes() throws IOException {
    byte[] content = ContentFiles.gzip(random(1));
    start(content).always(JoinedPartTest::silent).then(cut(JoinedPartTest::silent, content));
    assertThat(fetch("a.bin.gz").message()).isEmpty();
    assertVerified(VerifiedFile.Status.GOOD);
  }

  private void assertVerified(VerifiedFile.Status status) {
    VerificationReport report =
        Verification.of(CheckedPlace.all(DownloadedFolder.at(folder).get(0)))
            .run(false, Progress.none(), new Cancellation());
    assertThat(report.files()).extracting(VerifiedFile::status).containsExactly(status);
  }

  private Manifest manifest() {
    return Manifest.read(options().manifest());
  }

  /** The first half alone; the file is another one after that. */
  private static FaultServer.Answer cut(FaultServer.Answer answer, byte[] after) {
    return (asked, me, out) -> {
      byte[] whole = me.content();
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      answer.to(asked, me, said);
      int head = said.size() - whole.length;
      out.write(said.toByteArray(), 0, head + HERE);
      out.flush();
      me.change(after, me.tag());
      throw new IOException("hanging up");
    };
  }

  /** Honest, but for that it says nothing that tells one state of the file from another. */
  private static void silent(FaultServer.Asked asked, FaultServer me, OutputStream out)
      throws IOException {
    byte[] all = me.content();
    int from = asked.from();
    String range = "Content-Range: bytes %d-%d/%d".formatted(from, all.length - 1, all.length);
    FaultServer.head(out, from > 0 ? 206 : 200, all.length - from, from > 0 ? range : "X: y");
    out.write(Arrays.copyOfRange(all, from, all.length));
    out.flush();
  }

  private FaultServer start(byte[] content) throws IOException {
    server = new FaultServer(content);
    client = FaultMatrixTest.client(server.uri());
    return server;
  }

  private FileOutcome fetch(String name) {
    DownloadPlan plan =
        DownloadPlan.of(new Products().add(name, server.content().length).table(), options());
    return new Downloader(
            client.files(),
            options(),
            new Backoff(Duration.ofMillis(1)),
            FreeSpace.ofDisk(),
            new ContentChecks())
        .run(plan, Progress.none(), new Cancellation())
        .outcomes()
        .get(0);
  }

  private TransferOptions options() {
    return new TransferOptions(folder, false, 1, 3, Duration.ofSeconds(30));
  }

  private static byte[] random(int seed) {
    byte[] bytes = new byte[LENGTH];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
