package org.mastshell.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.Progress;
import org.mastshell.download.FileOutcome.Status;
import org.mastshell.table.Table;

/** What comes in the place of a file, and what nothing shows to be all of it. */
@Timeout(60)
class SubstituteTest {
  private static final String ERROR = "{\"status\":\"error\",\"msg\":\"no such file\"}";
  private static final String INSTEAD = "the archive sent an error message in place of the file";

  @TempDir Path folder;
  private FaultServer server;
  private ArchiveClient client;

  @BeforeEach
  void start() throws IOException {
    server = new FaultServer(new byte[0]);
    client = FaultMatrixTest.client(server.uri());
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"-1,FAILED", "60,FAILED", "0,COMPLETE"})
  void anEmptyFileIsNoneUnlessItIsListedSo(long listed, Status status) throws IOException {
    answer("text/csv", "");
    FileOutcome outcome = fetch(listed("a_pool.csv", listed));
    assertThat(outcome.status()).as(outcome.message()).isEqualTo(status);
    if (status == Status.FAILED) {
      assertThat(outcome.message()).startsWith("the archive sent a file without a byte");
      assertThat(outcome.file().target()).doesNotExist();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a.csv,-1,application/json,FAILED",
    "a.csv,-1,text/csv,FAILED",
    "a.csv,39,text/csv,FAILED",
    "a_asn.json,1861,application/json,FAILED",
    "a_asn.json,-1,application/json,FAILED",
    "a_asn.json,39,application/json,COMPLETE"
  })
  void anErrorMessageIsNoFile(String name, long listed, String type, Status status) {
    answer(type, ERROR);
    FileOutcome outcome = fetch(listed(name, listed));
    assertThat(outcome.status()).as(outcome.message()).isEqualTo(status);
    if (status == Status.FAILED) {
      assertThat(outcome.message()).startsWith(INSTEAD + ": no such file");
      assertThat(outcome.file().target()).doesNotExist();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a_asn.json,application/json,{\"asn_id\":\"a3001\"}",
    "a.csv,application/json,no JSON",
    "a.geojson,application/json,{\"type\":\"Point\"}",
    "a.txt,text/plain,{\"status\":\"ok\"}"
  })
  void whatOnlyLooksLikeOneIsAFile(String name, String type, String content) {
    answer(type, content);
    assertThat(fetch(listed(name, -1)).status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void anErrorMessageThatIsHereUnderAnotherNameIsDamaged() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), ERROR);
    assertThat(new ContentChecks().check(file, "a.csv").text())
        .isEqualTo("it is an error message in place of the file: no such file");
    assertThat(new ContentChecks().check(file, "a.json").isDamaged()).isFalse();
  }

  @Test
  void whatEndsWithTheConnectionAloneIsMindedByVerify() {
    server.always(
        (asked, me, out) -> {
          FaultServer.head(out, 200, -1, "Connection: close");
          out.write("half of a table".getBytes(UTF_8));
          throw new IOException("hanging up");
        });
    FileOutcome outcome = fetch(listed("a.csv", -1));
    assertThat(outcome.status()).isEqualTo(Status.COMPLETE);
    assertThat(outcome.message())
        .isEqualTo("nothing shows that it is whole: only the end of the connection ended it");
    VerificationReport report =
        Verification.of(CheckedPlace.all(DownloadedFolder.at(folder).get(0)))
            .run(false, Progress.none(), new Cancellation());
    assertThat(report.files())
        .extracting(VerifiedFile::status)
        .containsExactly(VerifiedFile.Status.WARNING);
  }

  @Test
  void whatShowsItsOwnEndNeedsNoOther() {
    server.always(
        (asked, me, out) -> {
          FaultServer.head(out, 200, -1, "Connection: close");
          out.write("{\"asn_id\": 1}".getBytes(UTF_8));
          throw new IOException("hanging up");
        });
    assertThat(fetch(listed("a.json", -1)).message())
        .isEqualTo("the archive did not state its length");
  }

  private void answer(String type, String content) {
    server.always(
        (asked, me, out) -> {
          byte[] bytes = content.getBytes(UTF_8);
          FaultServer.head(out, 200, bytes.length, "Content-Type: " + type);
          out.write(bytes);
          out.flush();
        });
  }

  private static Table listed(String name, long size) {
    Products products = new Products();
    return (size < 0 ? products.addUnknownSize(name) : products.add(name, size)).table();
  }

  private FileOutcome fetch(Table products) {
    TransferOptions options = new TransferOptions(folder, false, 1, 1, Duration.ofSeconds(30));
    return new Downloader(
            client.files(),
            options,
            new Backoff(Duration.ofMillis(1)),
            FreeSpace.ofDisk(),
            new ContentChecks())
        .run(DownloadPlan.of(products, options), Progress.none(), new Cancellation())
        .outcomes()
        .get(0);
  }
}
