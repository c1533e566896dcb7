package org.mastshell.archive;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** Files from MAST's download service. */
final class HttpFileSource implements FileSource {
  private final Transport transport;
  private final Retries retries;
  private final ClientOptions options;

  HttpFileSource(Transport transport, Retries retries, ClientOptions options) {
    this.transport = transport;
    this.retries = retries;
    this.options = options;
  }

  @Override
  public FileReply open(String dataUri, long offset, String validator, Cancellation cancellation)
      throws IOException {
    Deadline deadline = Deadline.in(options.timeout());
    return retries.run(
        () -> {
          try {
            return attempt(dataUri, offset, validator, deadline, cancellation);
          } catch (IOException failure) {
            throw NetworkTrouble.of(transport.host(), failure, deadline, cancellation);
          }
        },
        deadline,
        cancellation);
  }

  private FileReply attempt(
      String dataUri, long offset, String validator, Deadline deadline, Cancellation cancellation)
      throws IOException, TransientFailure {
    boolean part = offset > 0 && !isWeak(validator);
    Exchange exchange = exchange(dataUri, part ? offset : 0, validator, deadline, cancellation);
    if (part && exchange.response().code() == 416) {
      // Nothing lies beyond what is here: the file is another one by now, or was whole before.
      exchange.close();
      exchange = exchange(dataUri, 0, "", deadline, cancellation);
    }
    boolean given = false;
    try {
      check(exchange.response(), dataUri);
      FileReply reply = FileReplies.of(exchange, cancellation, transport.host());
      given = true;
      return reply;
    } finally {
      if (!given) {
        exchange.close();
      }
    }
  }

  private Exchange exchange(
      String dataUri, long offset, String validator, Deadline deadline, Cancellation cancellation)
      throws IOException, TransientFailure {
    HttpUrl url = transport.url("/api/v0.1/Download/file?uri=" + PercentEncoding.encode(dataUri));
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("User-Agent", ArchiveClient.USER_AGENT)
            .header("Accept", "*/*")
            // Unpacked on the way, a file would have no length and no place to go on from.
            .header("Accept-Encoding", "identity");
    if (offset > 0) {
      request.header("Range", "bytes=" + offset + "-");
      if (!validator.isEmpty()) {
        request.header("If-Range", validator);
      }
    }
    return transport.open(request.build(), Transport.Manner.FILE, deadline, cancellation);
  }

  private void check(Response response, String dataUri) throws IOException, TransientFailure {
    int code = response.code();
    if (code == 404 || code == 410) {
      throw new ArchiveException(
          ArchiveException.Kind.QUESTION,
          "the archive has no file " + ServerMessage.clean(dataUri),
          "it may have been replaced: list the products again");
    }
    new Statuses(transport.host()).check(response);
    if (code != 200 && code != 206) {
      throw NetworkTrouble.fault(transport.host(), "no file but status " + code, null);
    }
    String type = Optional.ofNullable(response.header("Content-Type")).orElse("");
    if (type.toLowerCase(Locale.ROOT).startsWith("text/html") && !isPage(dataUri)) {
      throw NetworkTrouble.fault(transport.host(), "a web page came in place of the file", null);
    }
  }

  // A weak validator cannot tell that parts belong together (RFC 9110, section 13.1.5).
  private static boolean isWeak(String validator) {
    return validator.startsWith("W/");
  }

  private static boolean isPage(String dataUri) {
    String name = dataUri.toLowerCase(Locale.ROOT);
    return name.endsWith(".html") || name.endsWith(".htm");
  }
}
