package org.mastshell.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Protocol;
import okhttp3.Response;

/** Makes a file's bytes of a reply. */
final class FileReplies {
  // RFC 9110, section 14.4; numbers that a long can hold.
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes\\s+(\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

  private FileReplies() {}

  static FileReply of(Exchange exchange, Cancellation cancellation, String host, String place)
      throws TransientFailure {
    Response response = exchange.response();
    long offset = 0;
    long length = response.body().contentLength();
    long end = length;
    boolean endsByClosing = length < 0 && !isFramed(response);
    if (response.code() == 206) {
      String header = Optional.ofNullable(response.header("Content-Range")).orElse("");
      Matcher range = CONTENT_RANGE.matcher(header.strip());
      if (!range.matches()) {
        throw NetworkTrouble.fault(host, "a part of a file without its place", null);
      }
      offset = Long.parseLong(range.group(1));
      end = Long.parseLong(range.group(2)) + 1;
      length = range.group(3).equals("*") ? -1 : Long.parseLong(range.group(3));
      if (end <= offset || (length >= 0 && end > length)) {
        throw NetworkTrouble.fault(host, "a part of a file that cannot be", null);
      }
    }
    return new FileReply(
        new Body(exchange, cancellation),
        offset,
        end,
        length,
        Optional.ofNullable(response.header("ETag")),
        Optional.ofNullable(response.header("Last-Modified")),
        Optional.ofNullable(response.header("Content-Type")).orElse(""),
        endsByClosing,
        new FileOrigin(place, ""),
        exchange.repeats());
  }

  // Later versions of the protocol always say where a body ends.
  private static boolean isFramed(Response response) {
    return !isOld(response) || response.header("Transfer-Encoding") != null;
  }

  private static boolean isOld(Response response) {
    return response.protocol() == Protocol.HTTP_1_0 || response.protocol() == Protocol.HTTP_1_1;
  }

  /**
   * Ends as called off, not as broken, when the work is called off. Gives what has come already in
   * large pieces, but never waits for more than the first byte of one.
   */
  private static final class Body extends FilterInputStream {
    private final Exchange exchange;
    private final Cancellation cancellation;
    private final Optional<ConnectionWatch.Stage> bare;

    Body(Exchange exchange, Cancellation cancellation) {
      super(exchange.response().body().byteStream());
      this.exchange = exchange;
      this.cancellation = cancellation;
      Response response = exchange.response();
      // Else not all that comes over the connection is of this body.
      boolean alone = isOld(response) && response.body().contentLength() >= 0;
      this.bare =
          Optional.ofNullable(response.request().tag(ConnectionWatch.Stage.class))
              .filter(stage -> alone);
    }

    @Override
    public int read() throws IOException {
      cancellation.check();
      try {
        return super.read();
      } catch (IOException failure) {
        cancellation.check();
        throw failure;
      }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      cancellation.check();
      if (length == 0) {
        // The library's stream would wait for a byte first.
        return 0;
      }
      try {
        int count = super.read(target, offset, length);
        int more = count;
        while (more > 0 && count < length && hasMore()) {
          more = super.read(target, offset + count, length - count);
          count += Math.max(0, more);
        }
        return count;
      } catch (IOException failure) {
        cancellation.check();
        throw failure;
      }
    }

    private boolean hasMore() throws IOException {
      return super.available() > 0 || (bare.isPresent() && bare.get().ahead() > 0);
    }

    @Override
    public void close() {
      exchange.close();
    }
  }
}
