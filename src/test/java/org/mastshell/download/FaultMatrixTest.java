package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.ClientOptions;
import org.mastshell.archive.Progress;
import org.mastshell.download.FileOutcome.Status;

/**
 * Every fault with a small file, a large one, and one of which a part is here: either the bytes are
 * those of the archive, or the file is reported as failed and what was in its place is untouched.
 */
@Timeout(120)
class FaultMatrixTest {
  private static final byte[] BEFORE = {1, 2, 3, 4, 5};
  private static final int KEPT = 1_200_000;
  private static final String TOKEN = "test-token-not-a-secret";

  @TempDir Path folder;
  private FaultServer server;
  private ArchiveClient client;

  /** The file that is fetched, and what is here of it. */
  enum Kind {
    SMALL(3_000),
    LARGE(3_000_000),
    RESUMED(3_000_000);

    private final byte[] content;

    Kind(int length) {
      content = new byte[length];
      new Random(length).nextBytes(content);
    }
  }

  static Stream<Arguments> faults() {
    return Arrays.stream(Fault.values())
        .flatMap(fault -> Arrays.stream(Kind.values()).map(kind -> Arguments.of(fault, kind)));
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void onceItCostsATryAtMost(Fault fault, Kind kind) throws Exception {
    start(kind);
    server.then(fault.answer());
    FileOutcome outcome = fetch(kind);
    assertThat(outcome.status()).as(outcome.message()).isEqualTo(fault.onceEnds());
    assertRightOrUntouched(outcome);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void alwaysItIsSurvivedOrReportedAndTheNextDownloadHasTheFile(Fault fault, Kind kind)
      throws Exception {
    start(kind);
    server.always(fault.answer());
    FileOutcome outcome = fetch(kind);
    if (fault.isAnotherFile()) {
      assertThat(outcome.message()).contains("listed as " + kind.content.length + " bytes, has ");
      return;
    }
    assertRightOrUntouched(outcome);
    if (outcome.status() != Status.COMPLETE) {
      assertThat(outcome.message()).isNotEmpty();
    }

    server.always(FaultServer::honest);
    FileOutcome next = fetch(kind);
    assertThat(next.status()).as(next.message()).isIn(Status.COMPLETE, Status.SKIPPED);
    assertThat(target()).hasBinaryContent(kind.content);
    assertNothingElseIsLeft();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aFileThatChangesBetweenTriesIsOneOrTheOther(Kind kind) throws Exception {
    start(kind);
    byte[] other = kind.content.clone();
    new Random(7).nextBytes(other);
    server.then(
        (asked, me, out) -> {
          try {
            Fault.CUT_BEFORE_THE_LAST_BYTE.answer().to(asked, me, out);
          } finally {
            me.change(other, "\"v2\"");
          }
        });
    FileOutcome outcome = fetch(kind);
    assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.COMPLETE);
    assertThat(target()).hasBinaryContent(other);
    assertThat(outcome.validator().entityTag()).isEqualTo("\"v2\"");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aRedirectToAnotherHostDoesNotCarryTheToken(Kind kind) throws Exception {
    start(kind);
    try (FaultServer other = new FaultServer(kind.content)) {
      server.always(
          (asked, me, out) ->
              FaultServer.head(out, 302, 0, "Location: " + other.uri() + "/elsewhere"));
      FileOutcome outcome = fetch(kind);
      assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.COMPLETE);
      assertRightOrUntouched(outcome);
      assertThat(server.asked()).allMatch(asked -> asked.header("authorization").contains(TOKEN));
      assertThat(other.asked())
          .isNotEmpty()
          .noneMatch(asked -> asked.toString().contains(TOKEN))
          .noneMatch(asked -> asked.headers().containsKey("authorization"));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aFolderThatVanishesIsReported(Kind kind) throws Exception {
    start(kind);
    server.always(
        (asked, me, out) -> {
          deleteAll(folder);
          Fault.NONE.answer().to(asked, me, out);
        });
    try {
      assertThat(fetch(kind).status()).isIn(Status.FAILED, Status.COMPLETE);
    } catch (DownloadException gone) {
      assertThat(gone).hasMessageContaining("cannot be written");
    }
    if (Files.exists(target())) {
      assertThat(target()).hasBinaryContent(kind.content);
    }
  }

  private void start(Kind kind) throws Exception {
    server = new FaultServer(kind.content);
    client = client(server.uri());
    if (kind == Kind.RESUMED) {
      Files.createDirectories(target().getParent());
      FileToFetch file = plan(kind).files().get(0).file();
      try (PartFile part = PartFile.open(target(), file, new Cancellation())) {
        part.begin(new Validator(server.tag(), ""), kind.content.length);
        part.write(kind.content, KEPT);
      }
      assertThat(plan(kind).bytesKept()).isEqualTo(KEPT);
    }
    Files.createDirectories(target().getParent());
    Files.write(target(), BEFORE);
  }

  private FileOutcome fetch(Kind kind) {
    return new Downloader(
            client.files(), options(), new Backoff(Duration.ofMillis(1)), FreeSpace.ofDisk())
        .run(plan(kind), Progress.none(), new Cancellation())
        .outcomes()
        .get(0);
  }

  private DownloadPlan plan(Kind kind) {
    return DownloadPlan.of(new Products().add("a.bin", kind.content.length).table(), options());
  }

  private TransferOptions options() {
    // What nobody knows would else keep its place, and the new file stand beside it.
    return new TransferOptions(
        folder, Layout.mast(), ExistingFiles.OVERWRITE, 2, 1, Duration.ofMillis(250));
  }

  private Path target() {
    return folder.resolve("mastDownload/JWST/jw01073/a.bin");
  }

  private void assertRightOrUntouched(FileOutcome outcome) throws Exception {
    byte[] there = Files.readAllBytes(target());
    if (outcome.status() == Status.COMPLETE) {
      assertThat(sha256(there)).isEqualTo(sha256(server.content()));
      assertThat(outcome.sha256()).isEqualTo(sha256(server.content()));
      assertNothingElseIsLeft();
    } else {
      assertThat(outcome.status()).isIn(Status.FAILED, Status.REFUSED);
      assertThat(there).isEqualTo(BEFORE);
    }
    List<ManifestEntry> written = List.copyOf(Manifest.read(options().manifest()).entries());
    assertThat(written).hasSize(1);
    assertThat(written.get(0).isFetched()).isEqualTo(outcome.status() == Status.COMPLETE);
    assertThat(written.get(0).tries()).isEqualTo(outcome.tries());
  }

  private void assertNothingElseIsLeft() throws IOException {
    try (Stream<Path> files = Files.list(target().getParent())) {
      assertThat(files).containsExactly(target());
    }
  }

  static ArchiveClient client(URI server) {
    return new ArchiveClient(
        new ClientOptions(server, Duration.ofMillis(600), 5, 4, 0),
        () -> Optional.of(TOKEN.toCharArray()));
  }

  private static void deleteAll(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
