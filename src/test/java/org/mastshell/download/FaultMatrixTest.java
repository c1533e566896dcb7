package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
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
  private static final int ENOUGH = 8;
  private static final String TOKEN = "test-token-not-a-secret";

  @TempDir Path folder;
  private Duration patience = Duration.ofSeconds(60);
  private FaultServer server;
  private ArchiveClient client;

  /** The file that is fetched, and what is here of it. */
  enum Kind {
    SMALL(3_000),
    LARGE(3_000_000),
    RESUMED(3_000_000);

    private final int length;
    private final byte[] content;

    Kind(int length) {
      this.length = length;
      content = packed(length, length);
    }
  }

  static Stream<Arguments> faults() {
    return Arrays.stream(Fault.values())
        .flatMap(fault -> Arrays.stream(Kind.values()).map(kind -> Arguments.of(fault, kind)));
  }

  @AfterEach
  void stop() throws IOException {
    if (server != null) {
      client.close();
      server.close();
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void onceItCostsATryAtMost(Fault fault, Kind kind) throws Exception {
    start(kind, fault.isSlow());
    server.then(fault.answer());
    // A machine that is busy may be slow as well.
    FileOutcome outcome = fetch(kind, fault.isSlow() ? ENOUGH : 1);
    assertThat(outcome.status()).as(outcome.message()).isEqualTo(fault.onceEnds());
    assertRightOrUntouched(outcome);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void alwaysItIsSurvivedOrReportedAndTheNextDownloadHasTheFile(Fault fault, Kind kind)
      throws Exception {
    start(kind, fault.isSlow());
    server.always(fault.answer());
    FileOutcome outcome = fetch(kind, 1);
    assertRightOrUntouched(outcome);
    if (outcome.status() != Status.COMPLETE) {
      assertThat(outcome.message()).isNotEmpty();
    }
    if (fault.leavesDamaged()) {
      assertThat(outcome.message())
          .contains("twice with the same bytes", "kept as a.dat.gz.damaged");
    }
    Files.deleteIfExists(target().resolveSibling("a.dat.gz.damaged"));

    server.always(FaultServer::honest);
    FileOutcome next = fetch(kind, ENOUGH);
    assertThat(next.status()).as(next.message()).isIn(Status.COMPLETE, Status.SKIPPED);
    assertThat(target()).hasBinaryContent(kind.content);
    assertNothingElseIsLeft();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aFileThatChangesBetweenTriesIsOneOrTheOther(Kind kind) throws Exception {
    start(kind, false);
    byte[] other = packed(kind.length, 7);
    assertThat(other).hasSameSizeAs(kind.content).isNotEqualTo(kind.content);
    server.then(
        (asked, me, out) -> {
          try {
            Fault.CUT_BEFORE_THE_LAST_BYTE.answer().to(asked, me, out);
          } finally {
            me.change(other, "\"v2\"");
          }
        });
    FileOutcome outcome = fetch(kind, 1);
    assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.COMPLETE);
    assertThat(target()).hasBinaryContent(other);
    assertThat(outcome.validator().entityTag()).isEqualTo("\"v2\"");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aDiskThatIsFullCostsNothingThatIsHere(Kind kind) throws Exception {
    Path disk = mounted();
    try {
      start(kind, false);
      Path filler = folder.resolve("filler");
      fill(filler, kind == Kind.SMALL ? 0 : 500_000);
      String full = "the disk of " + options(1).dataFolder() + " is full";
      if (kind == Kind.SMALL) {
        // Not even the folder can be opened, so that nothing has begun.
        assertThatThrownBy(() -> fetch(kind, 1, at -> -1))
            .isInstanceOf(DownloadException.class)
            .hasMessage(full);
      } else {
        FileOutcome failed = fetch(kind, 1, at -> -1);
        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(failed.message()).isEqualTo(full);
      }
      assertThat(target()).hasBinaryContent(BEFORE);
      assertThat(plan(kind).bytesKept()).isEqualTo(kind == Kind.RESUMED ? KEPT : 0);
      Files.delete(filler);
      FileOutcome outcome = fetch(kind, 1);
      assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.COMPLETE);
      assertRightOrUntouched(outcome);
    } finally {
      command("/bin/umount", disk.toString());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aRedirectToAnotherHostDoesNotCarryTheToken(Kind kind) throws Exception {
    start(kind, false);
    try (FaultServer other = new FaultServer(kind.content)) {
      server.always(
          (asked, me, out) ->
              FaultServer.head(out, 302, 0, "Location: " + other.uri() + "/elsewhere"));
      FileOutcome outcome = fetch(kind, 1);
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
    start(kind, false);
    server.always(
        (asked, me, out) -> {
          deleteAll(folder);
          Fault.NONE.answer().to(asked, me, out);
        });
    FileOutcome outcome = fetch(kind, 1);
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    // It is noticed where the folder is looked for, or where the file is opened or moved.
    assertThat(outcome.message()).contains("cannot be written").endsWith("no such folder");
    assertThat(target()).doesNotExist();
  }

  /**
   * @param impatient whether the client is to notice soon that nothing comes
   */
  private void start(Kind kind, boolean impatient) throws Exception {
    patience = impatient ? Duration.ofMillis(250) : Duration.ofSeconds(60);
    server = new FaultServer(kind.content);
    client = client(server.uri(), impatient ? Duration.ofMillis(600) : Duration.ofSeconds(60));
    if (kind == Kind.RESUMED) {
      Files.createDirectories(target().getParent());
      FileToFetch file = plan(kind).files().get(0).file();
      try (PartFile part = PartFile.open(target(), file, Hashes.ofJava(), new Cancellation())) {
        part.begin(new Validator(server.tag(), ""), kind.content.length);
        part.write(kind.content, KEPT);
      }
      assertThat(plan(kind).bytesKept()).isEqualTo(KEPT);
    }
    Files.createDirectories(target().getParent());
    Files.write(target(), BEFORE);
  }

  private FileOutcome fetch(Kind kind, int retries) {
    return fetch(kind, retries, FreeSpace.ofDisk());
  }

  private FileOutcome fetch(Kind kind, int retries, FreeSpace freeSpace) {
    TransferOptions options = options(retries);
    return new Downloader(
            client.files(),
            options,
            new Backoff(Duration.ofMillis(1)),
            freeSpace,
            new ContentChecks())
        .run(plan(kind), Progress.none(), new Cancellation())
        .outcomes()
        .get(0);
  }

  private DownloadPlan plan(Kind kind) {
    Products products = new Products().add("a.dat.gz", kind.content.length);
    return DownloadPlan.of(products.table(), options(1));
  }

  private TransferOptions options(int retries) {
    // What nobody knows would else keep its place, and the new file stand beside it.
    return new TransferOptions(
        folder, Layout.mast(), ExistingFiles.OVERWRITE, 2, retries, patience);
  }

  private Path target() {
    return folder.resolve("mastDownload/JWST/jw01073/a.dat.gz");
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
    List<ManifestEntry> written = List.copyOf(Manifest.read(options(1).manifest()).entries());
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
    return client(server, Duration.ofMillis(600));
  }

  private static ArchiveClient client(URI server, Duration timeout) {
    return new ArchiveClient(
        new ClientOptions(server, timeout, 5, 4, 0), () -> Optional.of(TOKEN.toCharArray()));
  }

  /** Bytes that no packing makes shorter, packed: of another seed, others of the same length. */
  private static byte[] packed(int length, int seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new Stored(out)) {
      packing.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final class Stored extends GZIPOutputStream {
    Stored(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.NO_COMPRESSION);
    }
  }

  private Path mounted() throws Exception {
    Files.createDirectories(folder);
    assumeTrue(
        Files.isExecutable(Path.of("/bin/mount"))
            && command("/bin/mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder.toString()),
        "a disk can be mounted");
    return folder;
  }

  private static boolean command(String... words) throws Exception {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  /** Leaves so many bytes of the disk, to the next block. */
  private static void fill(Path filler, long left) throws IOException {
    long free = Files.getFileStore(filler.getParent()).getUsableSpace();
    Files.write(filler, new byte[(int) (free - left)]);
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
