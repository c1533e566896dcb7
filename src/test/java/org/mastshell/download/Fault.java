package org.mastshell.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.mastshell.archive.WebPage;
import org.mastshell.download.FaultServer.Answer;
import org.mastshell.download.FaultServer.Asked;
import org.mastshell.download.FileOutcome.Status;

/** What can go wrong with a reply. */
enum Fault {
  NONE((asked, server, out) -> FaultServer.honest(asked, server, out)),
  CUT_BEFORE_HEADERS((asked, server, out) -> hangUp()),
  CUT_IN_STATUS_LINE(
      (asked, server, out) -> {
        out.write("HTTP/1.1 20".getBytes(StandardCharsets.ISO_8859_1));
        hangUp();
      }),
  CUT_IN_HEADERS(
      (asked, server, out) -> {
        out.write("HTTP/1.1 200 OK\r\nContent-Le".getBytes(StandardCharsets.ISO_8859_1));
        hangUp();
      }),
  DRIP_OF_HEADERS(
      (asked, server, out) -> {
        out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.ISO_8859_1));
        drip(out);
      }),
  CUT_IN_AN_ERROR(
      (asked, server, out) -> {
        FaultServer.head(out, 500, 1000);
        out.write(new byte[10]);
        hangUp();
      }),
  DRIP_OF_AN_ERROR(
      (asked, server, out) -> {
        FaultServer.head(out, 500, 1_000_000);
        drip(out);
      }),
  STALL_IN_AN_ERROR(
      (asked, server, out) -> {
        FaultServer.head(out, 503, 1000);
        server.stall();
      }),
  CUT_AFTER_HEADERS(cutAfter(0)),
  CUT_AFTER_FIRST_BYTE(cutAfter(1)),
  CUT_AFTER_THE_HEAD_THAT_IS_JUDGED(cutAfter(WebPage.HEAD)),
  CUT_AT_THE_BORDER_OF_A_BUFFER(cutAfter(WebPage.HEAD + (1 << 16))),
  CUT_INSIDE(cutAfter(1_700_000)),
  CUT_BEFORE_THE_LAST_BYTE(cutAfter(-1)),
  RESET(
      (asked, server, out) -> {
        beginning(asked, server, out, 50_000);
        asked.socket().setSoLinger(true, 0);
        hangUp();
      }),
  STALL_BEFORE_HEADERS((asked, server, out) -> server.stall()),
  STALL_AFTER_HEADERS(
      (asked, server, out) -> {
        beginning(asked, server, out, 0);
        server.stall();
      }),
  STALL_INSIDE(
      (asked, server, out) -> {
        beginning(asked, server, out, 100_000);
        server.stall();
      }),
  DRIP(
      (asked, server, out) -> {
        int from = beginning(asked, server, out, 0);
        for (int i = from; i < server.content().length; i++) {
          out.write(server.content()[i]);
          out.flush();
          LockSupport.parkNanos(20_000_000);
        }
      }),
  MORE_STATED_THAN_SENT(
      (asked, server, out) -> {
        byte[] all = server.content();
        FaultServer.head(out, 200, all.length + 7, "ETag: " + server.tag());
        out.write(all);
        out.flush();
        hangUp();
      }),
  LESS_STATED_THAN_SENT(
      (asked, server, out) -> {
        byte[] all = server.content();
        FaultServer.head(out, 200, all.length - 7, "ETag: " + server.tag());
        out.write(all);
        out.flush();
      }),
  LESS_STATED_AND_SENT(
      (asked, server, out) -> {
        byte[] all = server.content();
        FaultServer.head(out, 200, all.length - 7, "ETag: " + server.tag());
        out.write(all, 0, all.length - 7);
        out.flush();
      }),
  NO_LENGTH(
      (asked, server, out) -> {
        FaultServer.head(out, 200, -1, "Connection: close");
        out.write(server.content());
        hangUp();
      }),
  NO_LENGTH_AND_CUT(
      (asked, server, out) -> {
        FaultServer.head(out, 200, -1, "Connection: close");
        out.write(server.content(), 0, server.content().length / 2);
        hangUp();
      }),
  CHUNKED(chunked(false)),
  CHUNKED_AND_CUT(chunked(true)),
  IGNORED_RANGE(
      (asked, server, out) -> {
        FaultServer.head(out, 200, server.content().length, "ETag: " + server.tag());
        out.write(server.content());
        out.flush();
      }),
  IGNORED_IF_RANGE_OF_A_CHANGED_FILE(
      (asked, server, out) -> part(server, out, asked.from(), "\"another\"", 0)),
  OTHER_TOTAL((asked, server, out) -> part(server, out, asked.from(), server.tag(), 11)),
  OVERLAPPING_PART(
      (asked, server, out) -> part(server, out, Math.max(0, asked.from() - 100), server.tag(), 0)),
  LATER_PART(
      (asked, server, out) ->
          part(
              server,
              out,
              Math.min(server.content().length - 1, asked.from() + 100),
              server.tag(),
              0)),
  SHORTER_PART_THAN_ASKED(
      (asked, server, out) -> {
        byte[] all = server.content();
        int from = asked.from();
        int end = from + (all.length - from + 1) / 2;
        String range = "Content-Range: bytes %d-%d/%d".formatted(from, end - 1, all.length);
        FaultServer.head(out, 206, end - from, range, "ETag: " + server.tag());
        out.write(all, from, end - from);
        out.flush();
      }),
  PART_WITHOUT_ITS_PLACE(
      (asked, server, out) -> {
        FaultServer.head(out, 206, 5);
        out.write(new byte[5]);
        out.flush();
      }),
  STATUS_401(status(401), Status.REFUSED),
  STATUS_403(status(403), Status.REFUSED),
  STATUS_404(status(404), Status.FAILED),
  STATUS_410(status(410), Status.FAILED),
  STATUS_416(status(416)),
  STATUS_418(status(418), Status.FAILED),
  STATUS_429(status(429, "Retry-After: 0")),
  STATUS_500(status(500)),
  STATUS_502(status(502)),
  STATUS_503(status(503, "Retry-After: 0")),
  STATUS_204(status(204)),
  PACKED_ON_THE_WAY(
      (asked, server, out) -> {
        FaultServer.head(out, 200, 9, "Content-Encoding: deflate");
        out.write(new byte[9]);
        out.flush();
      }),
  BAD_GZIP(
      (asked, server, out) -> {
        byte[] bad = server.content().clone();
        bad[bad.length - 100] ^= 1;
        int from = asked.from();
        String range = "Content-Range: bytes %d-%d/%d".formatted(from, bad.length - 1, bad.length);
        FaultServer.head(
            out, from > 0 ? 206 : 200, bad.length - from, "ETag: " + server.tag(), range);
        out.write(bad, from, bad.length - from);
        out.flush();
      }),
  PAGE_BY_ITS_TYPE(
      (asked, server, out) -> {
        FaultServer.head(out, 200, 9, "Content-Type: text/html");
        out.write("<p>Sorry.".getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
      }),
  PAGE_BY_ITS_BYTES(
      (asked, server, out) -> {
        byte[] page = "<!DOCTYPE html><html>Maintenance".getBytes(StandardCharsets.ISO_8859_1);
        FaultServer.head(out, 200, page.length, "Content-Type: application/fits");
        out.write(page);
        out.flush();
      }),
  NO_HTTP(
      (asked, server, out) -> {
        out.write("220 mail.example.org ESMTP\r\n".getBytes(StandardCharsets.ISO_8859_1));
        hangUp();
      }),
  ENDLESS_REDIRECT((asked, server, out) -> FaultServer.head(out, 302, 0, "Location: /again")),
  // The server speaks no TLS: the handshake fails.
  TLS_FAILURE(
      (asked, server, out) ->
          FaultServer.head(
              out, 302, 0, "Location: https://127.0.0.1:" + server.uri().getPort() + "/x"));

  private final Answer answer;
  private final Status onceEnds;

  Fault(Answer answer) {
    this(answer, Status.COMPLETE);
  }

  Fault(Answer answer, Status onceEnds) {
    this.answer = answer;
    this.onceEnds = onceEnds;
  }

  Answer answer() {
    return answer;
  }

  /** Whether it ends by nothing but somebody's losing patience. */
  boolean isSlow() {
    return name().startsWith("STALL") || name().startsWith("DRIP") || this == TLS_FAILURE;
  }

  /** Whether a server that always does so leaves a copy of what it sent, which was damaged. */
  boolean leavesDamaged() {
    return this == BAD_GZIP || this == LESS_STATED_AND_SENT;
  }

  /** How a file ends for which this happens once. */
  Status onceEnds() {
    return onceEnds;
  }

  private static Answer cutAfter(int bytes) {
    return (asked, server, out) -> {
      int rest = server.content().length - asked.from();
      beginning(asked, server, out, bytes < 0 ? rest + bytes : Math.min(bytes, rest - 1));
      hangUp();
    };
  }

  private static void drip(OutputStream out) throws IOException {
    while (true) {
      out.write('x');
      out.flush();
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static Answer status(int status, String... headers) {
    return (asked, server, out) -> FaultServer.head(out, status, 0, headers);
  }

  private static Answer chunked(boolean cut) {
    return (asked, server, out) -> {
      FaultServer.head(out, 200, -1, "Transfer-Encoding: chunked", "ETag: " + server.tag());
      byte[] all = server.content();
      int size = Math.max(1, all.length / 4);
      for (int from = 0; from < all.length; from += size) {
        byte[] chunk = Arrays.copyOfRange(all, from, Math.min(all.length, from + size));
        out.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(chunk);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        if (cut && from >= size) {
          hangUp();
        }
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    };
  }

  /** Honest headers, and so many bytes after them. */
  private static int beginning(Asked asked, FaultServer server, OutputStream out, int bytes)
      throws IOException {
    byte[] all = server.content();
    int from = asked.from();
    String range = "Content-Range: bytes %d-%d/%d".formatted(from, all.length - 1, all.length);
    FaultServer.head(
        out,
        from > 0 ? 206 : 200,
        all.length - from,
        "ETag: " + server.tag(),
        from > 0 ? range : "X: y");
    out.write(all, from, Math.min(bytes, all.length - from));
    out.flush();
    return from + bytes;
  }

  private static void part(FaultServer server, OutputStream out, int from, String tag, int more)
      throws IOException {
    byte[] all = server.content();
    String range =
        "Content-Range: bytes %d-%d/%d".formatted(from, all.length - 1, all.length + more);
    FaultServer.head(out, 206, all.length - from, range, "ETag: " + tag);
    out.write(all, from, all.length - from);
    out.flush();
  }

  private static void hangUp() throws IOException {
    throw new IOException("hanging up, as the test wants");
  }
}
