package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mastshell.archive.LoopbackArchive.html;
import static org.mastshell.archive.LoopbackArchive.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {
  private static final String TOKEN = "test-token-not-a-secret";
  private static final String URI = "mast:JWST/product/x_uncal.fits";

  private final LoopbackArchive archive = new LoopbackArchive();
  private final AtomicInteger tokenAsked = new AtomicInteger();
  private final TokenSource tokens =
      () -> {
        tokenAsked.incrementAndGet();
        return Optional.of(TOKEN.toCharArray());
      };
  private final ArchiveClient client = LoopbackArchive.client(archive.options(), tokens);
  private final Cancellation cancellation = new Cancellation();

  @AfterEach
  void stop() {
    client.close();
    archive.close();
  }

  private static LoopbackArchive.Answer file(int code, String content, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      LoopbackArchive.body(
              code, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8))
          .write(exchange);
    };
  }

  private FileReply open(String uri, long offset, String validator) throws IOException {
    return client.files().open(uri, offset, validator, cancellation);
  }

  private static String text(FileReply reply) throws IOException {
    try (reply) {
      return new String(reply.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private ArchiveException refusal(String uri) throws IOException {
    try (FileReply reply = open(uri, 0, "")) {
      throw new AssertionError("opened, at " + reply.offset());
    } catch (ArchiveException trouble) {
      return trouble;
    }
  }

  @Test
  void whatHasComeIsGivenInLargePieces() throws IOException {
    String content = "0123456789".repeat(20_000);
    archive.then(file(200, content));
    byte[] buffer = new byte[1 << 16];
    StringBuilder came = new StringBuilder();
    int largest = 0;
    try (FileReply reply = open(URI, 0, "")) {
      for (int count = reply.body().read(buffer); count >= 0; count = reply.body().read(buffer)) {
        largest = Math.max(largest, count);
        came.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
      }
    }
    assertThat(came).hasToString(content);
    assertThat(largest).isGreaterThan(8192);
  }

  @Test
  void nothingIsWaitedForThatHasNotCome() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    archive.then(
        exchange -> {
          exchange.sendResponseHeaders(200, 30_000);
          exchange.getResponseBody().write(new byte[20_000]);
          exchange.getResponseBody().flush();
          try {
            assertThat(read.await(30, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.getResponseBody().write(new byte[10_000]);
          exchange.close();
        });
    byte[] buffer = new byte[1 << 16];
    try (FileReply reply = open(URI, 0, "")) {
      int before = 0;
      while (before < 20_000) {
        before += reply.body().read(buffer);
      }
      read.countDown();
      assertThat(reply.body().readAllBytes()).hasSize(10_000);
    }
  }

  @Test
  void aFileComesAsItIs() throws IOException {
    archive.then(
        file(200, "SIMPLE", "ETag", "\"v1\"", "Last-Modified", "Mon, 02 Jan 2023 03:04:05 GMT"));
    FileReply reply = open(URI, 0, "");
    assertThat(reply.offset()).isZero();
    assertThat(reply.length()).isEqualTo(6);
    assertThat(reply.entityTag()).contains("\"v1\"");
    assertThat(reply.lastModified()).contains("Mon, 02 Jan 2023 03:04:05 GMT");
    assertThat(reply.contentType()).isEqualTo("application/octet-stream");
    assertThat(text(reply)).isEqualTo("SIMPLE");

    LoopbackArchive.Asked asked = archive.asked().get(0);
    assertThat(asked.method()).isEqualTo("GET");
    assertThat(asked.uri().getPath()).isEqualTo("/api/v0.1/Download/file");
    assertThat(asked.header("Accept-encoding")).isEqualTo("identity");
    assertThat(asked.header("Range")).isNull();
    assertThat(asked.header("Authorization")).isEqualTo("token " + TOKEN);
  }

  @Test
  void onlyAFileThatIsPackedItselfMayComePacked() throws IOException {
    archive.then(file(200, "packed", "Content-Encoding", "gzip"));
    archive.then(file(200, "packed", "Content-Encoding", "gzip"));
    assertThatThrownBy(() -> open("mast:HLSP/product/a.csv", 0, ""))
        .hasMessageContaining("came packed (gzip)");
    assertThat(text(open("mast:HST/product/a.fits.gz", 0, ""))).isEqualTo("packed");
  }

  @Test
  void everythingInTheAddressIsEncoded() throws IOException {
    archive.then(file(200, "x"));
    String odd = "mast:HLA/url/cgi-bin/getdata.cgi?dataset=a&b=c d#é+%41;";
    text(open(odd, 0, ""));
    assertThat(archive.asked().get(0).uri().getRawQuery())
        .isEqualTo(
            "uri=mast%3AHLA%2Furl%2Fcgi-bin%2Fgetdata.cgi%3Fdataset%3Da%26b%3Dc%20d%23%C3%A9%2B"
                + "%2541%3B");
  }

  @Test
  void aPartIsAskedForWithItsValidator() throws IOException {
    archive.then(file(206, "PLE", "Content-Range", "bytes 3-5/6"));
    FileReply reply = open(URI, 3, "\"v1\"");
    assertThat(reply.offset()).isEqualTo(3);
    assertThat(reply.length()).isEqualTo(6);
    assertThat(text(reply)).isEqualTo("PLE");
    assertThat(archive.asked().get(0).header("Range")).isEqualTo("bytes=3-");
    assertThat(archive.asked().get(0).header("If-range")).isEqualTo("\"v1\"");
  }

  @Test
  void aWeakValidatorMeansTheWholeFile() throws IOException {
    archive.then(file(200, "SIMPLE"));
    assertThat(text(open(URI, 3, "W/\"v1\""))).isEqualTo("SIMPLE");
    assertThat(archive.asked().get(0).header("Range")).isNull();
    assertThat(archive.asked().get(0).header("If-range")).isNull();
  }

  @Test
  void theWholeFileMayComeInPlaceOfAPart() throws IOException {
    archive.then(file(200, "CHANGED"));
    FileReply reply = open(URI, 3, "\"v1\"");
    assertThat(reply.offset()).isZero();
    assertThat(text(reply)).isEqualTo("CHANGED");
  }

  @Test
  void aPartBeyondTheEndIsSaidAsSuch() {
    archive.then(status(416, "", "Content-Range", "bytes */2"));
    assertThat(trouble(3).reason()).isEqualTo(FileTrouble.Reason.RANGE);
    assertThat(archive.asked()).hasSize(1);
  }

  @Test
  void aPartWithoutItsPlaceIsAFault() throws IOException {
    archive.otherwise(any -> file(206, "PLE"));
    assertThat(trouble(3)).hasMessageContaining("a part of a file without its place");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes 3-2/6", "bytes 3-6/6", "bytes 3-5/2"})
  void aPartThatCannotBeIsAFault(String range) {
    archive.otherwise(any -> file(206, "PLE", "Content-Range", range));
    assertThat(trouble(3)).hasMessageContaining("a part of a file that cannot be");
  }

  @Test
  void aPartMayEndBeforeTheFile() throws IOException {
    archive.then(file(206, "PL", "Content-Range", "bytes 3-4/6"));
    try (FileReply reply = open(URI, 3, "")) {
      assertThat(reply.end()).isEqualTo(5);
      assertThat(reply.length()).isEqualTo(6);
    }
  }

  @Test
  void aFileMayHaveNoLength() throws IOException {
    archive.then(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("made on the way".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    FileReply reply = open(URI, 0, "");
    assertThat(reply.length()).isEqualTo(-1);
    assertThat(reply.endsByClosing()).isFalse();
    assertThat(text(reply)).isEqualTo("made on the way");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void exclusiveDataWantALogin(int code) throws IOException {
    archive.otherwise(any -> status(code, "Unauthorized"));
    ArchiveException trouble = refusal(URI);
    assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.LOGIN);
    assertThat(trouble.advice()).contains("login");
    assertThat(trouble.getMessage() + trouble.advice()).doesNotContain(TOKEN);
    assertThat(archive.asked()).hasSize(1);
  }

  @Test
  void aFileThatIsNotThereIsGone() throws IOException {
    archive.otherwise(any -> status(404, ""));
    assertThat(refusal("mast:x\u001b[1m").kind()).isEqualTo(ArchiveException.Kind.GONE);
    assertThat(refusal("mast:x\u001b[1m").getMessage()).doesNotContain("\u001b");
  }

  @Test
  void aServerInTroubleIsNotAskedAgainHere() {
    archive.then(html(503), status(429, "", "Retry-After", "7"), html(200), status(500, ""));
    assertThat(trouble(0).reason()).isEqualTo(FileTrouble.Reason.BUSY);
    FileTrouble tooMany = trouble(0);
    assertThat(tooMany.reason()).isEqualTo(FileTrouble.Reason.BUSY);
    assertThat(tooMany.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(trouble(0)).hasMessageContaining("web page");
    assertThat(trouble(0).reason()).isEqualTo(FileTrouble.Reason.OTHER);
    assertThat(archive.asked()).hasSize(4);
  }

  @Test
  void aServerThatIsNotThereIsATrouble() {
    archive.close();
    FileTrouble trouble = trouble(0);
    assertThat(trouble).hasMessageContaining("connection refused");
    assertThat(trouble.retries()).isEqualTo(2);
  }

  @Test
  void whatIsUnchangedIsNotSent() throws IOException {
    archive.then(status(304, ""), file(200, "new"));
    assertThat(client.files().openIfChanged(URI, "\"v1\"", "Mon", cancellation)).isEmpty();
    assertThat(archive.asked().get(0).header("If-none-match")).isEqualTo("\"v1\"");
    assertThat(archive.asked().get(0).header("If-modified-since")).isEqualTo("Mon");
    FileReply changed = client.files().openIfChanged(URI, "\"v1\"", "", cancellation).orElseThrow();
    assertThat(text(changed)).isEqualTo("new");
    assertThat(archive.asked().get(1).header("If-modified-since")).isNull();
  }

  private FileTrouble trouble(long offset) {
    return catchThrowableOfType(FileTrouble.class, () -> open(URI, offset, ""));
  }

  @Test
  void aPageIsAFileWhereItIsOne() throws IOException {
    archive.then(html(200));
    assertThat(text(open("mast:HLSP/readme.html", 0, ""))).contains("maintenance");
  }

  @Test
  void anInterruptedBodyIsAnInputError() throws IOException {
    archive.then(LoopbackArchive.cutOff("half"));
    FileReply reply = open(URI, 0, "");
    assertThat(reply.length()).isEqualTo(1004);
    assertThatThrownBy(() -> text(reply)).isInstanceOf(IOException.class);
  }

  @Test
  void aRedirectWithinTheServerKeepsTheToken() throws IOException {
    archive.then(status(302, "", "Location", "/elsewhere?a=b"), file(200, "there"));
    assertThat(text(open(URI, 2, ""))).isEqualTo("there");
    assertThat(archive.asked().get(1).uri()).hasToString("/elsewhere?a=b");
    assertThat(archive.asked().get(1).header("Authorization")).isEqualTo("token " + TOKEN);
    assertThat(archive.asked().get(1).header("Range")).isEqualTo("bytes=2-");
  }

  @Test
  void aRedirectToAnotherServerDropsTheToken() throws IOException {
    try (LoopbackArchive other = new LoopbackArchive()) {
      other.then(file(200, "elsewhere"));
      archive.then(status(307, "", "Location", other.uri() + "/file"));
      assertThat(text(open(URI, 0, ""))).isEqualTo("elsewhere");
      assertThat(archive.asked().get(0).header("Authorization")).isNotNull();
      assertThat(other.asked().get(0).header("Authorization")).isNull();
      assertThat(other.asked().get(0).headers().toString()).doesNotContain(TOKEN);
    }
  }

  @Test
  void endlessRedirectsEnd() throws IOException {
    archive.otherwise(any -> status(302, "", "Location", "/again"));
    assertThat(trouble(0)).hasMessageContaining("from one address to the next");
  }

  @Test
  void aTokenThatCannotBeOneIsNotSent() throws IOException {
    try (ArchiveClient odd =
        LoopbackArchive.client(
            archive.options(), () -> Optional.of("test-token\nnot-a-secret".toCharArray()))) {
      assertThatThrownBy(() -> odd.files().open(URI, 0, "", cancellation))
          .isInstanceOfSatisfying(
              ArchiveException.class,
              trouble -> {
                assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.LOGIN);
                assertThat(trouble.getMessage()).doesNotContain("not-a-secret");
              });
    }
    assertThat(archive.asked()).isEmpty();
  }

  @Test
  void theScriptIsAskedForWithoutTheToken() {
    archive.then(status(200, "#!/bin/bash\necho hello\n"));
    String script = client.bundleScript(List.of(URI, "mast:a?b&c"), cancellation);
    assertThat(script).startsWith("#!/bin/bash").endsWith("hello\n");
    LoopbackArchive.Asked asked = archive.asked().get(0);
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.uri().getPath()).isEqualTo("/api/v0.1/Download/bundle.sh");
    assertThat(asked.body())
        .isEqualTo("uri=mast%3AJWST%2Fproduct%2Fx_uncal.fits&uri=mast%3Aa%3Fb%26c");
    assertThat(asked.header("Authorization")).isNull();
    assertThat(tokenAsked).hasValue(0);
  }

  @Test
  void whatIsNoScriptIsAFault() {
    archive.otherwise(any -> html(200));
    assertThatThrownBy(() -> client.bundleScript(List.of(URI), cancellation))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.FAULT));
    assertThat(archive.asked()).hasSize(6);
  }
}
