package org.mastshell.archive;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The connection to the archive. OkHttp is loaded with the first request; its threads are daemons.
 * Redirects are followed here, so that the token is judged anew for every address.
 */
final class Transport implements AutoCloseable {
  /** The usual wait for a server to begin to speak TLS. */
  static final Duration HANDSHAKE = Duration.ofSeconds(5);

  private static final String AUTHORIZATION = "Authorization";
  private static final String SCHEME = "token ";
  // Something shorter is no token but a slip, and may well be a part of the words of any answer.
  private static final int SHORTEST_SECRET = 8;

  private static final int MOST_REDIRECTS = 10;

  private final URI address;
  private final Duration timeout;
  private final TokenSource tokens;
  private final Duration handshake;
  private final CallWatch watch = new CallWatch();
  private Wire wire;

  Transport(ClientOptions options, TokenSource tokens, Duration handshake) {
    this.address = options.server();
    this.timeout = options.timeout();
    this.tokens = tokens;
    this.handshake = handshake;
  }

  /** What is needed once the first request is made. */
  private record Wire(HttpClients clients, HttpUrl server, TokenRule rule) {}

  /** How a request is sent. */
  enum Manner {
    /** Without token; the whole exchange within the deadline. */
    ANONYMOUS,
    /** With the token, if there is one; the whole exchange within the deadline. */
    PERSONAL,
    /** With the token, if there is one; as long as bytes keep coming. */
    FILE,
    /**
     * Without token, for what is made while the client waits: the whole exchange within the
     * deadline, with no shorter limit for the silence before the first byte.
     */
    MADE
  }

  /** Reads the body of a reply, whatever its status. */
  @FunctionalInterface
  interface ReplyReader<T> {
    T read(Response response) throws IOException, TransientFailure;
  }

  /** The host that is asked, for messages. */
  String host() {
    return address.getHost() == null ? address.toString() : address.getHost();
  }

  /**
   * An address on the server.
   *
   * @param path begins with a slash
   */
  HttpUrl url(String path) {
    return wire().server().resolve(path);
  }

  /** Sends a request and has the reply read; every failure comes as what it means. */
  <T> T exchange(
      Request request,
      Manner manner,
      Deadline deadline,
      Cancellation cancellation,
      ReplyReader<T> reader)
      throws TransientFailure {
    try (Exchange exchange = open(request, manner, deadline, cancellation)) {
      return reader.read(exchange.response());
    } catch (IOException failure) {
      throw NetworkTrouble.of(host(), failure, deadline, cancellation);
    }
  }

  /** Sends a request; the reply is to be closed by the caller. */
  Exchange open(Request request, Manner manner, Deadline deadline, Cancellation cancellation)
      throws IOException, TransientFailure {
    Request current = request;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      cancellation.check();
      Exchange exchange = hop(current, manner, deadline, cancellation);
      Optional<Request> next;
      try {
        next = Redirects.next(exchange.response(), manner == Manner.FILE);
      } catch (IOException failure) {
        exchange.close();
        throw failure;
      }
      if (next.isEmpty()) {
        return exchange;
      }
      exchange.close();
      current = next.get();
    }
    throw NetworkTrouble.fault(host(), "it sends me from one address to the next", null);
  }

  private Exchange hop(Request bare, Manner manner, Deadline deadline, Cancellation cancellation)
      throws IOException {
    Wire used = wire();
    ConnectionWatch.Stage stage = new ConnectionWatch.Stage();
    boolean nameless = manner == Manner.ANONYMOUS || manner == Manner.MADE;
    Request dressed = nameless ? bare : withToken(bare, used.rule());
    Request request = dressed.newBuilder().tag(ConnectionWatch.Stage.class, stage).build();
    HttpUrl place = request.url();
    OkHttpClient client =
        switch (manner) {
          case FILE -> used.clients().files(place);
          case MADE -> used.clients().patient(place);
          default -> used.clients().questions(place);
        };
    Call call = client.newCall(request);
    Cancellation.Registration limit =
        manner == Manner.FILE ? () -> {} : watch.at(deadline, call::cancel);
    Cancellation.Registration interest = cancellation.onCancel(call::cancel);
    Cancellation.Registration registration =
        () -> {
          limit.close();
          interest.close();
        };
    boolean opened = false;
    try {
      Response response = withoutToken(call.execute(), request, manner);
      Exchange exchange = new Exchange(response, registration, stage.repeats());
      opened = true;
      return exchange;
    } catch (SocketTimeoutException silence) {
      throw stage.explain(silence);
    } finally {
      if (!opened) {
        registration.close();
      }
    }
  }

  // The bytes of a file are its own; all else that a server says may become a message.
  private static Response withoutToken(Response response, Request request, Manner manner) {
    String header = request.header(AUTHORIZATION);
    boolean file = manner == Manner.FILE && response.isSuccessful();
    return header == null || file || header.length() < SCHEME.length() + SHORTEST_SECRET
        ? response
        : WithheldBody.of(response, header.substring(SCHEME.length()));
  }

  private Request withToken(Request request, TokenRule rule) {
    if (!rule.mayCarry(request.url())) {
      return request;
    }
    char[] token = tokens.token().orElse(null);
    if (token == null || token.length == 0) {
      return request;
    }
    try {
      for (char c : token) {
        if (c <= ' ' || c > '~') {
          throw new ArchiveException(
              ArchiveException.Kind.LOGIN,
              "the stored token holds a character that no token has",
              "`login` takes a new one");
        }
      }
      return request.newBuilder().header(AUTHORIZATION, SCHEME + new String(token)).build();
    } finally {
      Arrays.fill(token, '\0');
    }
  }

  private synchronized Wire wire() {
    if (wire == null) {
      HttpUrl server = HttpUrl.parse(address.toString());
      if (server == null) {
        throw new ArchiveException(
            ArchiveException.Kind.UNREACHABLE,
            "%s is no http or https address".formatted(ServerMessage.clean(address.toString())),
            "`set server https://mast.stsci.edu` asks the public archive");
      }
      wire = new Wire(new HttpClients(timeout, handshake), server, new TokenRule(server));
    }
    return wire;
  }

  @Override
  public synchronized void close() {
    if (wire != null) {
      wire.clients().evict();
    }
  }
}
