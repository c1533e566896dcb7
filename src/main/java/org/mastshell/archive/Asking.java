package org.mastshell.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Asks one server for answers that come as one reply each: as often as is allowed, and within one
 * limit of time for all tries. Safe for use by several threads.
 */
final class Asking {
  private static final String JSON = "application/json";

  private final Transport transport;
  private final Retries retries;
  private final Duration timeout;

  /**
   * @param transport leads to the server
   * @param retries what is done where an answer does not come
   * @param timeout the longest wait for one answer, further tries included
   */
  Asking(Transport transport, Retries retries, Duration timeout) {
    this.transport = transport;
    this.retries = retries;
    this.timeout = timeout;
  }

  /** The same where nobody waits longer than this for one answer. */
  Asking within(Duration longest) {
    return timeout.compareTo(longest) < 0 ? this : new Asking(transport, retries, longest);
  }

  /** The host that is asked, for messages. */
  String host() {
    return transport.host();
  }

  /**
   * An address on the server.
   *
   * @param path begins with a slash
   */
  HttpUrl url(String path) {
    return transport.url(path);
  }

  /** A request in this program's name, to be completed. */
  Request.Builder request(HttpUrl url) {
    return new Request.Builder().url(url).header("User-Agent", ArchiveClient.USER_AGENT);
  }

  /** The same for an answer in JSON. */
  Request.Builder json(HttpUrl url) {
    return request(url).header("Accept", JSON);
  }

  /** When an answer that is asked for now has to be there. */
  Deadline deadline() {
    return Deadline.in(timeout);
  }

  /** What is read from the answer to a question that needs no token. */
  <T> T answer(Request request, Cancellation cancellation, Transport.ReplyReader<T> reader) {
    return answer(request, deadline(), cancellation, reader);
  }

  /** The same where several answers have one limit of time together. */
  <T> T answer(
      Request request,
      Deadline deadline,
      Cancellation cancellation,
      Transport.ReplyReader<T> reader) {
    return answer(request, Transport.Manner.ANONYMOUS, deadline, cancellation, reader);
  }

  /**
   * What is read from the answer.
   *
   * @param reader is given each reply, whatever its status; what it finds passing is asked for
   *     again
   */
  <T> T answer(
      Request request,
      Transport.Manner manner,
      Cancellation cancellation,
      Transport.ReplyReader<T> reader) {
    return answer(request, manner, deadline(), cancellation, reader);
  }

  private <T> T answer(
      Request request,
      Transport.Manner manner,
      Deadline deadline,
      Cancellation cancellation,
      Transport.ReplyReader<T> reader) {
    return retries.run(
        () -> transport.exchange(request, manner, deadline, cancellation, reader),
        deadline,
        cancellation);
  }

  /** Reads the whole of a reply that succeeded and is small by nature. */
  JsonNode tree(Response response) throws IOException, TransientFailure {
    new Statuses(host()).check(response);
    return SmallReplies.read(host(), response);
  }
}
