package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mastshell.table.Predicate;

class UnreachableArchiveTest {
  private final Cancellation cancellation = new Cancellation();

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private ArchiveException failure(URI server) {
    ClientOptions options = new ClientOptions(server, Duration.ofMinutes(10), 5, 4, 0);
    // The usual wait for TLS, only shorter.
    Duration handshake = Duration.ofMillis(300);
    try (ArchiveClient client =
        new ArchiveClient(options, TokenSource.none(), Pauses.standard(), handshake)) {
      client.observations(
          new ObservationQuery(Predicate.always(), Optional.empty()),
          Progress.none(),
          cancellation);
    } catch (ArchiveException trouble) {
      return trouble;
    }
    throw new AssertionError("answered");
  }

  @Test
  void aRefusedConnectionIsToldWithinSeconds() {
    long start = System.nanoTime();
    ArchiveException trouble = failure(URI.create("http://127.0.0.1:" + closedPort()));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.UNREACHABLE);
    assertThat(trouble).hasMessage("the archive at 127.0.0.1 did not answer (connection refused)");
    assertThat(trouble.advice()).contains("check the network").contains("set server");
  }

  @Test
  @Timeout(30)
  void aSecureQuestionToAPlainServerEndsLongBeforeTheTimeAllowed() {
    try (LoopbackArchive plain = new LoopbackArchive()) {
      ArchiveException trouble = failure(URI.create("https://127.0.0.1:" + plain.uri().getPort()));
      assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.UNREACHABLE);
      assertThat(plain.asked()).isEmpty();
    }
  }

  @Test
  void anAddressThatIsNoneIsSaid() {
    ArchiveException trouble = failure(URI.create("ftp://example.org"));
    assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.UNREACHABLE);
    assertThat(trouble.advice()).contains("set server");
  }

  @Test
  void unreachabilityEndsProductsAtOnce() {
    ClientOptions options =
        new ClientOptions(
            URI.create("http://127.0.0.1:" + closedPort()), Duration.ofMinutes(1), 5, 4, 0);
    try (ArchiveClient client = LoopbackArchive.client(options)) {
      assertThatThrownBy(
              () ->
                  client.products(
                      List.of("1", "2", "3"), Predicate.always(), Progress.none(), cancellation))
          .isInstanceOfSatisfying(
              ArchiveException.class,
              trouble -> assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.UNREACHABLE));
    }
  }

  static Stream<Arguments> kinds() {
    ArchiveException.Kind unreachable = ArchiveException.Kind.UNREACHABLE;
    return Stream.of(
        Arguments.of(new UnknownHostException("x"), unreachable, 1, false),
        Arguments.of(new ConnectException("refused"), unreachable, 2, false),
        Arguments.of(new NoRouteToHostException("x"), unreachable, 1, false),
        Arguments.of(new SSLHandshakeException("bad certificate"), unreachable, 1, false),
        Arguments.of(new SocketTimeoutException("Connect timed out"), unreachable, 1, false),
        Arguments.of(
            new SocketException("Connection reset"),
            unreachable,
            TransientFailure.AS_ALLOWED,
            true),
        Arguments.of(new EOFException(), unreachable, TransientFailure.AS_ALLOWED, true),
        Arguments.of(
            new SocketTimeoutException("Read timed out"),
            ArchiveException.Kind.TIMEOUT,
            TransientFailure.AS_ALLOWED,
            true),
        Arguments.of(
            new JsonParseException(null, "broken"),
            ArchiveException.Kind.FAULT,
            TransientFailure.AS_ALLOWED,
            true));
  }

  @ParameterizedTest
  @MethodSource
  void kinds(IOException failure, ArchiveException.Kind kind, int retries, boolean sizeMayHelp) {
    Deadline deadline = Deadline.in(Duration.ofMinutes(1));
    TransientFailure meant = NetworkTrouble.of("host", failure, deadline, cancellation);
    assertThat(meant.trouble().kind()).isEqualTo(kind);
    assertThat(meant.retries()).isEqualTo(retries);
    assertThat(meant.trouble().getMessage()).contains("host");
    assertThat(meant.trouble().advice()).isNotEmpty();
    assertThat(NetworkTrouble.maySizeHelp(meant.trouble())).isEqualTo(sizeMayHelp);
  }

  @Test
  void whatIsTooLargeIsFinal() {
    assertThatThrownBy(
            () ->
                NetworkTrouble.of(
                    "host",
                    new StreamConstraintsException("too long"),
                    Deadline.in(Duration.ofMinutes(1)),
                    cancellation))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("too large");
  }

  @Test
  void afterTheDeadlineItIsATimeout() {
    assertThatThrownBy(
            () ->
                NetworkTrouble.of(
                    "host",
                    new InterruptedIOException("timeout"),
                    Deadline.in(Duration.ZERO),
                    cancellation))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.TIMEOUT));
  }

  @Test
  void afterCancellationItIsNoTrouble() {
    cancellation.cancel();
    assertThatThrownBy(
            () ->
                NetworkTrouble.of(
                    "host", new IOException("Canceled"), Deadline.in(Duration.ZERO), cancellation))
        .isInstanceOf(CancelledException.class);
  }
}
