package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mastshell.archive.LoopbackArchive.json;
import static org.mastshell.archive.LoopbackArchive.status;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudFilesTest {
  private static final String FILE = "mast:HST/product/a.fits";

  private final LoopbackArchive archive = new LoopbackArchive();
  private final LoopbackArchive bucket = new LoopbackArchive();
  private final Cancellation cancellation = new Cancellation();
  private final ArchiveClient client =
      LoopbackArchive.client(
          archive.options(), () -> Optional.of("test-token-not-a-secret".toCharArray()));

  @AfterEach
  void stop() {
    client.close();
    archive.close();
    bucket.close();
  }

  private static LoopbackArchive.Answer path(String path) {
    return json("{\"%s\":{\"status_code\":200,\"path\":\"%s\"}}".formatted(FILE, path));
  }

  private CloudPaths lookup() {
    return client.cloudPaths(List.of(FILE), Progress.none(), cancellation);
  }

  private FileSource files(CloudPaths paths) {
    return client.files(URI.create(bucket.uri() + "/stpubdata"), paths, true);
  }

  private static String text(FileReply reply) throws IOException {
    try (reply) {
      return new String(reply.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aPublicFileComesFromTheBucketWithoutTheToken() throws IOException {
    archive.then(path("/hst/public/a b/a.fits"));
    bucket.then(status(200, "bytes", "ETag", "\"x-2\""));
    FileReply reply = files(lookup()).open(FILE, 0, "", cancellation);
    assertThat(reply.origin()).isEqualTo(new FileOrigin("cloud", ""));
    assertThat(text(reply)).isEqualTo("bytes");
    assertThat(bucket.asked().get(0).uri().getRawPath())
        .isEqualTo("/stpubdata/hst/public/a%20b/a.fits");
    assertThat(bucket.asked().get(0).header("Authorization")).isNull();
    assertThat(archive.asked()).hasSize(1);
    assertThat(archive.asked().get(0).header("Authorization")).isNull();
  }

  @Test
  void fortyFilesAreAskedForAtATime() {
    archive.otherwise(asked -> json("{}"));
    List<String> uris = IntStream.range(0, 95).mapToObj(i -> "mast:X/" + i + ".fits").toList();
    client.cloudPaths(uris, Progress.none(), cancellation);
    assertThat(archive.asked())
        .extracting(asked -> asked.uri().getRawQuery().split("uri=", -1).length - 1)
        .containsExactlyInAnyOrder(40, 40, 15);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/a.fits",
        "/../../a.fits",
        "/hst/../../a.fits",
        "/hst/%2e%2e/a.fits",
        "https://evil.example/a.fits",
        "http://127.0.0.1:1/a",
        "s3://other/a.fits",
        "/hst/a.fits?x=1",
        "/hst/a#b",
        "/hst\\\\a",
        "/",
        "",
        "/hst/"
      })
  void aPathThatLeadsElsewhereIsNone(String hostile) throws IOException {
    archive.then(path(hostile), status(200, "bytes"));
    CloudPaths paths = lookup();
    assertThat(paths.count()).isZero();
    FileReply reply = files(paths).open(FILE, 0, "", cancellation);
    assertThat(reply.origin().place()).isEqualTo("archive");
    assertThat(text(reply)).isEqualTo("bytes");
    assertThat(bucket.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 500, 503})
  void whatTheBucketDoesNotGiveComesFromTheArchive(int code) throws IOException {
    archive.then(path("/hst/a.fits"), status(200, "bytes"));
    bucket.then(status(code, "no"));
    FileReply reply = files(lookup()).open(FILE, 0, "", cancellation);
    assertThat(text(reply)).isEqualTo("bytes");
    assertThat(reply.origin().place()).isEqualTo("archive");
    assertThat(reply.origin().remark()).startsWith("from the archive: the cloud");
  }

  @Test
  void aBucketThatIsAwayIsLeftAlone() throws IOException {
    archive.then(path("/hst/a.fits"));
    archive.otherwise(asked -> status(200, "bytes"));
    FileSource files = files(lookup());
    bucket.close();
    FileReply reply = files.open(FILE, 0, "", cancellation);
    assertThat(text(reply)).isEqualTo("bytes");
    assertThat(reply.origin().remark()).contains("the cloud does not send it");
  }

  @Test
  void whatWasBegunAtOneIsNeverGoneOnWithAtTheOther() throws IOException {
    archive.then(path("/hst/a.fits"));
    archive.otherwise(asked -> status(200, "bytes"));
    bucket.otherwise(asked -> status(503, "slow down"));
    FileSource files = files(lookup());
    FileSource cloud = files.goingOn(FileOrigin.CLOUD);
    assertThatThrownBy(() -> cloud.open(FILE, 3, "\"x\"", cancellation))
        .isInstanceOf(FileTrouble.class);
    assertThatThrownBy(() -> cloud.open(FILE, 3, "\"x\"", cancellation))
        .isInstanceOf(FileTrouble.class);
    assertThat(text(cloud.open(FILE, 3, "\"x\"", cancellation))).isEqualTo("bytes");
    assertThat(bucket.asked()).allSatisfy(a -> assertThat(a.header("Range")).isEqualTo("bytes=3-"));
    assertThat(archive.asked().get(1).header("Range")).isNull();
    assertThat(archive.asked().get(1).header("If-Range")).isNull();

    text(files.goingOn(FileOrigin.ARCHIVE).open(FILE, 3, "\"y\"", cancellation));
    assertThat(archive.asked().get(2).header("Range")).isEqualTo("bytes=3-");
    assertThat(bucket.asked()).hasSize(3);
    assertThat(client.files().understands(FileOrigin.CLOUD)).isFalse();
  }

  @Test
  void aBucketThatFailedForOthersCostsNoLargePart() throws IOException {
    List<String> uris = IntStream.range(0, 5).mapToObj(i -> "mast:HST/product/" + i).toList();
    String known =
        uris.stream()
            .map(
                uri ->
                    "\"%s\":{\"status_code\":200,\"path\":\"/hst/%s\"}"
                        .formatted(uri, uri.substring(uri.length() - 1)))
            .collect(Collectors.joining(",", "{", "}"));
    archive.then(json(known));
    archive.otherwise(asked -> status(200, "archive's"));
    bucket.otherwise(asked -> status(503, "slow down"));
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    FileSource files =
        client.files(
            URI.create(bucket.uri() + "/stpubdata"),
            client.cloudPaths(uris, Progress.none(), cancellation),
            true,
            now::get);
    for (String uri : uris.subList(0, 3)) {
      assertThat(text(files.open(uri, 0, "", cancellation))).isEqualTo("archive's");
    }
    assertThat(bucket.asked()).hasSize(3);
    FileSource cloud = files.goingOn(FileOrigin.CLOUD);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> cloud.open(uris.get(3), 1L << 30, "\"x\"", cancellation))
          .isInstanceOf(FileTrouble.class)
          .hasMessageContaining("the cloud does not answer, and 1073741824 bytes of it");
    }
    FileReply other = files.open(uris.get(4), 0, "", cancellation);
    assertThat(other.origin().remark()).contains("the cloud does not answer");
    assertThat(text(other)).isEqualTo("archive's");
    assertThat(bucket.asked()).as("left alone for a while").hasSize(3);
    assertThat(archive.asked()).hasSize(5);

    now.set(Instant.EPOCH.plusSeconds(60));
    bucket.otherwise(asked -> status(200, "bucket's"));
    assertThat(text(cloud.open(uris.get(3), 1L << 30, "\"x\"", cancellation)))
        .isEqualTo("bucket's");
    assertThat(text(files.open(uris.get(4), 0, "", cancellation))).isEqualTo("bucket's");
  }

  @Test
  void aLookupThatFailsLeavesAllToTheArchive() throws IOException {
    archive.otherwise(
        asked ->
            asked.uri().getPath().contains("path_lookup")
                ? status(500, "down")
                : status(200, "bytes"));
    CloudPaths paths = lookup();
    assertThat(paths.trouble()).contains("500");
    assertThat(text(files(paths).open(FILE, 0, "", cancellation))).isEqualTo("bytes");
    assertThat(bucket.asked()).isEmpty();
  }
}
