package org.mastshell.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.mastshell.shell.SpoilingArchive.Honest;
import org.mastshell.shell.SpoilingArchive.Spoiling;

/** What networks, and servers that are ill, do to a reply. */
public enum ReplyFault {
  NONE(Effect.HARMLESS, (honest, to) -> to.whole(honest.status(), honest.type(), honest.body())),
  DELAY(
      Effect.HARMLESS,
      (honest, to) -> {
        LockSupport.parkNanos(200_000_000);
        to.whole(honest.status(), honest.type(), honest.body());
      }),
  IN_SMALL_PIECES(
      Effect.HARMLESS,
      (honest, to) -> {
        to.head(200, honest.type(), honest.body().length);
        for (int from = 0; from < honest.body().length; from += 1000) {
          to.out().write(honest.body(), from, Math.min(1000, honest.body().length - from));
          to.out().flush();
        }
      }),
  CHUNKED(Effect.HARMLESS, (honest, to) -> chunked(honest, to, true)),
  PACKED(
      Effect.HARMLESS,
      (honest, to) ->
          to.whole(200, honest.type(), packed(honest.body()), "Content-Encoding: gzip")),
  NO_LENGTH(
      Effect.HARMLESS,
      (honest, to) -> {
        to.head(200, honest.type(), -1, "Connection: close");
        to.out().write(honest.body());
        to.hangUp();
      }),

  CUT_BEFORE_HEADERS(Effect.FATAL, (honest, to) -> to.hangUp()),
  CUT_IN_STATUS_LINE(
      Effect.FATAL,
      (honest, to) -> {
        to.out().write("HTTP/1.1 20".getBytes(StandardCharsets.ISO_8859_1));
        to.hangUp();
      }),
  CUT_IN_HEADERS(
      Effect.FATAL,
      (honest, to) -> {
        to.out().write("HTTP/1.1 200 So\r\nContent-Le".getBytes(StandardCharsets.ISO_8859_1));
        to.hangUp();
      }),
  CUT_AFTER_HEADERS(Effect.FATAL, (honest, to) -> cut(honest, to, 0)),
  CUT_AFTER_FIRST_BYTE(Effect.FATAL, (honest, to) -> cut(honest, to, 1)),
  CUT_INSIDE(Effect.FATAL, (honest, to) -> cut(honest, to, honest.body().length / 2)),
  CUT_BEFORE_THE_LAST_BYTE(Effect.FATAL, (honest, to) -> cut(honest, to, -1)),
  CHUNKED_AND_CUT(Effect.FATAL, (honest, to) -> chunked(honest, to, false)),
  RESET_BEFORE_HEADERS(Effect.FATAL, (honest, to) -> to.reset()),
  RESET_INSIDE(
      Effect.FATAL,
      (honest, to) -> {
        to.head(200, honest.type(), honest.body().length);
        to.out().write(honest.body(), 0, honest.body().length / 2);
        to.reset();
      }),
  STALL_BEFORE_HEADERS(Effect.SILENT, (honest, to) -> to.stall()),
  STALL_AFTER_HEADERS(
      Effect.SILENT,
      (honest, to) -> {
        to.head(200, honest.type(), honest.body().length);
        to.stall();
      }),
  STALL_INSIDE(
      Effect.SILENT,
      (honest, to) -> {
        to.head(200, honest.type(), honest.body().length);
        to.out().write(honest.body(), 0, honest.body().length / 2);
        to.stall();
      }),
  DRIP_OF_HEADERS(
      Effect.SILENT,
      (honest, to) -> {
        to.out().write("HTTP/1.1 200 So\r\nX-Long: ".getBytes(StandardCharsets.ISO_8859_1));
        drip(to, new byte[] {'x'});
      }),
  DRIP(
      Effect.SILENT,
      (honest, to) -> {
        to.head(200, honest.type(), 1_000_000_000);
        drip(to, new byte[] {' '});
      }),
  DRIP_OF_AN_ERROR(
      Effect.SILENT,
      (honest, to) -> {
        to.head(500, "text/plain", 1_000_000_000);
        drip(to, new byte[] {'x'});
      }),
  MORE_STATED_THAN_SENT(
      Effect.OPEN,
      (honest, to) -> {
        to.head(200, honest.type(), honest.body().length + 7);
        to.out().write(honest.body());
        to.hangUp();
      }),
  LESS_STATED_THAN_SENT(
      Effect.OPEN,
      (honest, to) -> {
        to.head(200, honest.type(), honest.body().length - 7);
        to.out().write(honest.body());
        to.hangUp();
      }),
  SENT_TWICE(
      Effect.OPEN,
      (honest, to) -> {
        byte[] twice = Arrays.copyOf(honest.body(), honest.body().length * 2);
        System.arraycopy(honest.body(), 0, twice, honest.body().length, honest.body().length);
        to.whole(200, honest.type(), twice);
      }),
  NO_GZIP(
      Effect.FATAL,
      (honest, to) -> to.whole(200, honest.type(), honest.body(), "Content-Encoding: gzip")),
  CUT_GZIP(
      Effect.FATAL,
      (honest, to) -> {
        byte[] packed = packed(honest.body());
        byte[] half = Arrays.copyOf(packed, packed.length / 2);
        to.whole(200, honest.type(), half, "Content-Encoding: gzip");
      }),
  UNKNOWN_ENCODING(
      Effect.FATAL,
      (honest, to) -> to.whole(200, honest.type(), packed(honest.body()), "Content-Encoding: br")),
  NO_HTTP(
      Effect.FATAL,
      (honest, to) -> {
        to.out().write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.ISO_8859_1));
        to.hangUp();
      }),

  EMPTY(Effect.FATAL, (honest, to) -> to.whole(200, honest.type(), new byte[0])),
  NO_CONTENT(Effect.FATAL, (honest, to) -> to.head(204, "", -1)),
  WEB_PAGE(Effect.FATAL, (honest, to) -> to.whole(200, "text/html", page("Maintenance"))),
  WEB_PAGE_THAT_CLAIMS_TO_BE_DATA(
      Effect.FATAL, (honest, to) -> to.whole(200, honest.type(), page("Maintenance"))),
  STATUS_301_WITHOUT_A_PLACE(
      Effect.FATAL, (honest, to) -> to.whole(301, "text/html", page("Moved"))),
  STATUS_400(Effect.REFUSED, (honest, to) -> to.whole(400, "text/html", page("Bad request"))),
  STATUS_401(Effect.REFUSED, (honest, to) -> to.whole(401, "text/html", page("Unauthorized"))),
  STATUS_403(Effect.REFUSED, (honest, to) -> to.whole(403, "text/html", page("Forbidden"))),
  STATUS_404(Effect.REFUSED, (honest, to) -> to.whole(404, "text/html", page("Not found"))),
  STATUS_410(Effect.REFUSED, (honest, to) -> to.whole(410, "text/html", page("Gone"))),
  STATUS_418(Effect.REFUSED, (honest, to) -> to.whole(418, "text/html", page("Teapot"))),
  STATUS_429(Effect.FATAL, (honest, to) -> to.whole(429, "text/html", page("Slow down"))),
  STATUS_500(Effect.FATAL, (honest, to) -> to.whole(500, "text/html", page("Trouble"))),
  STATUS_502(Effect.FATAL, (honest, to) -> to.whole(502, "text/html", page("Bad gateway"))),
  STATUS_503(Effect.FATAL, (honest, to) -> to.whole(503, "text/html", page("Overloaded"))),
  STATUS_504(Effect.FATAL, (honest, to) -> to.whole(504, "text/html", page("Too slow"))),
  STATUS_599(Effect.FATAL, (honest, to) -> to.whole(599, "", new byte[0])),
  STATUS_999(Effect.FATAL, (honest, to) -> to.whole(999, "text/html", page("What?"))),
  REDIRECT_IN_A_CIRCLE(
      Effect.FATAL,
      (honest, to) ->
          to.whole(307, "", new byte[0], "Location: " + to.url() + SpoilingArchive.CIRCLE)),
  REDIRECT_TO_NO_ADDRESS(
      Effect.FATAL, (honest, to) -> to.whole(307, "", new byte[0], "Location: gopher://\u0007/")),
  REDIRECT_TO_A_CLOSED_DOOR(
      Effect.FATAL,
      (honest, to) -> to.whole(307, "", new byte[0], "Location: http://127.0.0.1:9/")),

  NULL(Effect.FATAL, (honest, to) -> json(honest, to, "null")),
  A_NUMBER(Effect.FATAL, (honest, to) -> json(honest, to, "42")),
  A_TEXT(Effect.FATAL, (honest, to) -> json(honest, to, "\"ok\"")),
  AN_EMPTY_LIST(Effect.OPEN, (honest, to) -> json(honest, to, "[]")),
  AN_EMPTY_OBJECT(Effect.OPEN, (honest, to) -> json(honest, to, "{}")),
  DEEP_JSON(
      Effect.FATAL,
      (honest, to) -> json(honest, to, "{\"data\":" + "[".repeat(200_000) + "]".repeat(200_000))),
  DEEP_JSON_OF_AN_UNKNOWN_NAME(
      Effect.OPEN,
      (honest, to) ->
          json(honest, to, "{\"x\":" + "{\"y\":".repeat(100_000) + "1" + "}".repeat(100_001))),
  EXECUTING_FOR_EVER(
      Effect.OPEN_SILENT,
      (honest, to) -> json(honest, to, "{\"status\":\"EXECUTING\",\"msg\":\"\"}")),
  ERROR_THAT_BLAMES_THE_SERVER(
      Effect.OPEN,
      (honest, to) -> json(honest, to, "{\"status\":\"ERROR\",\"msg\":\"Timeout expired.\"}")),
  ERROR_THAT_BLAMES_THE_QUESTION(
      Effect.OPEN,
      (honest, to) ->
          json(honest, to, "{\"status\":\"ERROR\",\"msg\":\"Invalid column name 'x'.\"}")),
  ERROR_WITH_ESCAPES(
      Effect.OPEN,
      (honest, to) ->
          json(
              honest,
              to,
              "{\"status\":\"ERROR\",\"msg\":\"Invalid column name \\u001b]0;owned\\u0007\\u001b[2J"
                  + "\\r\\nerror: forged\\nmast> \\u202ereversed \\u2028line\"}")),
  UNKNOWN_STATUS(
      Effect.OPEN, (honest, to) -> json(honest, to, "{\"status\":\"PENDING\",\"data\":[]}")),

  OTHER_CHARACTERS(
      Effect.OPEN,
      (honest, to) ->
          to.whole(
              200,
              "application/json; charset=utf-16",
              new String(honest.body(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16))),
  BYTES_THAT_ARE_NO_UTF8(
      Effect.OPEN,
      (honest, to) -> {
        byte[] bytes = honest.body().clone();
        for (int i = 0; i < bytes.length; i++) {
          if (bytes[i] == 'a') {
            bytes[i] = (byte) 0xE9;
          }
        }
        to.whole(200, honest.type(), bytes);
      }),
  ZERO_BYTES(Effect.FATAL, (honest, to) -> to.whole(200, honest.type(), new byte[100_000])),
  WRONG_TYPES(Effect.OPEN, (honest, to) -> rewritten(honest, to, SpoiledJson::otherTypes)),
  NOT_A_NUMBER(
      Effect.OPEN,
      (honest, to) ->
          json(honest, to, text(honest).replaceAll("([:,\\[] ?)-?\\d+(\\.\\d+)?", "$1NaN"))),
  BEYOND_64_BITS(
      Effect.OPEN,
      (honest, to) ->
          json(
              honest,
              to,
              text(honest).replaceAll("([:,\\[] ?)-?\\d+(\\.\\d+)?", "$19223372036854775808"))),
  NUMBERS_OF_MANY_DIGITS(
      Effect.OPEN,
      (honest, to) ->
          json(
              honest,
              to,
              text(honest).replaceAll("([:,\\[] ?)-?\\d+(\\.\\d+)?", "$1" + "9".repeat(2000)))),
  HUGE_EXPONENTS(
      Effect.OPEN,
      (honest, to) ->
          json(
              honest, to, text(honest).replaceAll("([:,\\[] ?)-?\\d+(\\.\\d+)?", "$11e999999999"))),
  NEGATIVE_NUMBERS(
      Effect.OPEN,
      (honest, to) -> json(honest, to, text(honest).replaceAll("([:,\\[] ?)(\\d+)", "$1-$2"))),
  ESCAPES(Effect.OPEN, (honest, to) -> rewritten(honest, to, SpoiledJson::escapes)),
  MISSING_COLUMNS(
      Effect.OPEN, (honest, to) -> rewritten(honest, to, SpoiledJson::withoutEverySecondName)),
  EXTRA_COLUMNS(Effect.OPEN, (honest, to) -> rewritten(honest, to, SpoiledJson::withMoreNames)),
  REPEATED_COLUMNS(
      Effect.OPEN,
      (honest, to) ->
          json(honest, to, text(honest).replace("\"obs_id\":", "\"obs_id\":\"x\",\"obs_id\":"))),
  ROWS_WITHOUT_COLUMNS(Effect.OPEN, (honest, to) -> rewritten(honest, to, SpoiledJson::bareRows)),
  TOTAL_TOO_LARGE(
      Effect.OPEN, (honest, to) -> rewritten(honest, to, root -> SpoiledJson.total(root, 7))),
  TOTAL_TOO_SMALL(
      Effect.OPEN, (honest, to) -> rewritten(honest, to, root -> SpoiledJson.total(root, -1))),
  TOTAL_BEYOND_ALL(
      Effect.OPEN,
      (honest, to) -> rewritten(honest, to, root -> SpoiledJson.total(root, 4_000_000_000_000L))),
  ENDLESS_PAGES(Effect.OPEN, (honest, to) -> rewritten(honest, to, SpoiledJson::endlessPages)),
  ANOTHER_PAGE(Effect.OPEN, (honest, to) -> rewritten(honest, to, SpoiledJson::anotherPage)),

  GZIP_BOMB_OF_BLANKS(
      Effect.HEAVY,
      (honest, to) -> HeavyReplies.packed(to, honest.type(), "{\"data\":[", "          ")),
  GZIP_BOMB_OF_ROWS(
      Effect.HEAVY,
      (honest, to) ->
          HeavyReplies.packed(
              to,
              honest.type(),
              "{\"status\":\"COMPLETE\",\"data\":[{\"obsid\":\"1\",\"dataURI\":\"mast:JWST/product/a.fits\"}",
              ",{\"obsid\":\"1\",\"dataURI\":\"mast:JWST/product/a.fits\"}")),
  ROWS_WITHOUT_END(
      Effect.HEAVY,
      (honest, to) ->
          HeavyReplies.plain(
              to,
              honest.type(),
              "{\"status\":\"COMPLETE\",\"data\":[{\"obsid\":\"1\",\"dataURI\":\"mast:JWST/product/a.fits\"}",
              ",{\"obsid\":\"1\",\"dataURI\":\"mast:JWST/product/a.fits\"}")),
  ROWS_THAT_ALL_DIFFER(Effect.HEAVY, (honest, to) -> HeavyReplies.differentRows(to, honest.type())),
  TEXT_WITHOUT_END(
      Effect.HEAVY,
      (honest, to) ->
          HeavyReplies.plain(
              to, honest.type(), "{\"status\":\"COMPLETE\",\"msg\":\"", "never to be read ")),
  NAME_WITHOUT_END(
      Effect.HEAVY,
      (honest, to) -> HeavyReplies.plain(to, honest.type(), "{\"", "never to be read ")),
  NUMBER_WITHOUT_END(
      Effect.HEAVY,
      (honest, to) ->
          HeavyReplies.plain(to, honest.type(), "{\"paging\":{\"rows\":1", "0123456789")),
  HEADERS_WITHOUT_END(
      Effect.HEAVY,
      (honest, to) -> {
        to.out().write("HTTP/1.1 200 So\r\n".getBytes(StandardCharsets.ISO_8859_1));
        byte[] more =
            "X-More: never to be read\r\n".repeat(100).getBytes(StandardCharsets.ISO_8859_1);
        for (long sent = 0; sent < HeavyReplies.MOST; sent += more.length) {
          to.out().write(more);
        }
      });

  /** What a reply of that kind does to the line that asked for it, if all replies are so. */
  enum Effect {
    /** The answer is that of an honest reply. */
    HARMLESS,
    /** There is no answer. */
    FATAL,
    /** There is no answer, and it need not be the archive's fault. */
    REFUSED,
    /** There may be an answer, if it harms nobody. */
    OPEN,
    /** As FATAL, since the end of the answer does not come within any time. */
    SILENT,
    /** As SILENT, where the service knows how to say that it is still at work. */
    OPEN_SILENT,
    /** As FATAL, by far too many bytes. */
    HEAVY;

    boolean isSilent() {
      return this == SILENT || this == OPEN_SILENT;
    }
  }

  /** Whether values of rows are others, though the reply is a reply and says what it has. */
  boolean changesValues() {
    return this == WRONG_TYPES
        || this == NEGATIVE_NUMBERS
        || this == ESCAPES
        || this == BEYOND_64_BITS;
  }

  /** Sends a reply. */
  @FunctionalInterface
  private interface Sender {
    void send(Honest honest, Spoiling to) throws IOException;
  }

  /** Changes a reply that is JSON. */
  @FunctionalInterface
  private interface Change {
    JsonNode of(JsonNode root);
  }

  private final Effect effect;
  private final Sender sender;

  ReplyFault(Effect effect, Sender sender) {
    this.effect = effect;
    this.sender = sender;
  }

  /** Whether it is more than any program can take. */
  public boolean isHeavy() {
    return effect == Effect.HEAVY;
  }

  Effect effect() {
    return effect;
  }

  void send(Honest honest, Spoiling to) throws IOException {
    sender.send(honest, to);
  }

  private static void cut(Honest honest, Spoiling to, int bytes) throws IOException {
    to.head(200, honest.type(), honest.body().length);
    to.out().write(honest.body(), 0, bytes < 0 ? honest.body().length + bytes : bytes);
    to.hangUp();
  }

  private static void chunked(Honest honest, Spoiling to, boolean whole) throws IOException {
    to.head(200, honest.type(), -1, "Transfer-Encoding: chunked");
    byte[] body = honest.body();
    int end = whole ? body.length : body.length / 2;
    for (int from = 0; from < end; from += 5000) {
      int size = Math.min(5000, end - from);
      to.out().write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      to.out().write(body, from, size);
      to.out().write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    if (whole) {
      to.out().write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      to.out().flush();
    } else {
      to.hangUp();
    }
  }

  private static void drip(Spoiling to, byte[] drop) throws IOException {
    // Far longer than anybody waits; who has enough of it closes the connection.
    for (int i = 0; i < 3000; i++) {
      to.out().write(drop);
      to.out().flush();
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static byte[] packed(byte[] body) throws IOException {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (OutputStream packer = new GZIPOutputStream(bytes)) {
      packer.write(body);
    }
    return bytes.toByteArray();
  }

  private static byte[] page(String title) {
    return ("<!DOCTYPE html><html><head><title>"
            + title
            + "</title></head><body><h1>"
            + title
            + "</h1></body></html>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Honest honest) {
    return new String(honest.body(), StandardCharsets.UTF_8);
  }

  private static void json(Honest honest, Spoiling to, String reply) throws IOException {
    to.whole(200, honest.type(), reply.getBytes(StandardCharsets.UTF_8));
  }

  private static void rewritten(Honest honest, Spoiling to, Change change) throws IOException {
    to.whole(200, honest.type(), SpoiledJson.rewritten(honest.body(), change::of));
  }
}
