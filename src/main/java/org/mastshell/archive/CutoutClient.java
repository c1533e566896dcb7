package org.mastshell.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The services that cut small pieces out of large images (API.md, section 8). They are public: no
 * token is sent. Safe for use by several threads; every call throws what the calls of {@link
 * ArchiveClient} throw.
 */
public final class CutoutClient {
  /** No zip archive may be larger, in bytes. */
  private static final long LARGEST = 8L << 30;

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int PIECE = 1 << 16;
  private static final int LONGEST_MESSAGE = 1 << 16;

  private final Asking asking;

  CutoutClient(Asking asking) {
    this.asking = asking;
  }

  /** The same for questions whose answers help but are not waited for long. */
  public CutoutClient soon() {
    return new CutoutClient(asking.within(SOON));
  }

  /** The sectors of TESS that saw a place or a moving object, in the order of the answer. */
  public List<TessSector> sectors(CutoutQuestion question, Cancellation cancellation) {
    return list(
        question,
        CutoutQuestion.Part.SECTORS,
        "results",
        one ->
            new TessSector(
                one.path("sectorName").asText(""),
                number(one, "sector"),
                number(one, "camera"),
                number(one, "ccd")),
        cancellation);
  }

  /** The surveys of deep fields that cover a place, in the order of the answer. */
  public List<String> surveys(CutoutQuestion question, Cancellation cancellation) {
    return list(
        question,
        CutoutQuestion.Part.SURVEYS,
        "surveys",
        one -> {
          if (!one.isTextual() || one.asText().isBlank()) {
            throw new IOException("a survey without a name");
          }
          return one.asText();
        },
        cancellation);
  }

  /**
   * Has cutouts made and fetches the zip archive of them. That may take minutes before the first
   * byte comes: the whole may take as long as the options allow for one answer.
   *
   * @param receiver takes the bytes; what it finds broken is asked for again
   * @param progress is told the bytes received
   * @return nothing if it came; else the archive's own words in the place of cutouts, perhaps empty
   */
  public Optional<String> fetch(
      CutoutQuestion question,
      CutoutReceiver receiver,
      Progress progress,
      Cancellation cancellation) {
    Request request =
        asking
            .request(asking.url(question.address(CutoutQuestion.Part.CUTOUTS)))
            .header("Accept", "*/*")
            .header("Accept-Encoding", "identity")
            .build();
    return asking.answer(
        request,
        Transport.Manner.MADE,
        cancellation,
        response -> {
          check(response);
          return read(response, receiver, progress, cancellation);
        });
  }

  /** Where the cutouts would be asked for. */
  public String address(CutoutQuestion question) {
    return asking.url(question.address(CutoutQuestion.Part.CUTOUTS)).toString();
  }

  /** Makes something of an entry of a list. */
  @FunctionalInterface
  private interface Entry<T> {
    T of(JsonNode entry) throws IOException;
  }

  private <T> List<T> list(
      CutoutQuestion question,
      CutoutQuestion.Part part,
      String member,
      Entry<T> entry,
      Cancellation cancellation) {
    return asking.answer(
        asking.json(asking.url(question.address(part))).build(),
        cancellation,
        response -> {
          check(response);
          return entries(SmallReplies.read(asking.host(), response), member, entry);
        });
  }

  private <T> List<T> entries(JsonNode root, String member, Entry<T> entry)
      throws TransientFailure {
    JsonNode all = root.path(member);
    if (!all.isArray()) {
      String said = words(root);
      throw NetworkTrouble.fault(
          asking.host(),
          said.isEmpty() ? "its answer has no " + member : "it says \"" + said + "\"",
          null);
    }
    List<T> entries = new ArrayList<>();
    try {
      for (JsonNode one : all) {
        entries.add(entry.of(one));
      }
    } catch (IOException unusable) {
      throw NetworkTrouble.fault(asking.host(), unusable.getMessage(), unusable);
    }
    return List.copyOf(entries);
  }

  // Sent as text by the archive of today.
  private static int number(JsonNode entry, String name) throws IOException {
    String text = entry.path(name).asText("").strip();
    if (!text.matches("\\d{1,6}")) {
      throw new IOException("a sector without its number (" + name + ")");
    }
    return Integer.parseInt(text);
  }

  private void check(Response response) throws IOException, TransientFailure {
    new Statuses(asking.host()).checkQuestion(response, "`help cutout` says what can be asked");
  }

  private Optional<String> read(
      Response response, CutoutReceiver receiver, Progress progress, Cancellation cancellation)
      throws IOException, TransientFailure {
    String encoding = Optional.ofNullable(response.header("Content-Encoding")).orElse("identity");
    if (!encoding.strip().equalsIgnoreCase("identity")) {
      throw NetworkTrouble.fault(
          asking.host(),
          "the cutouts came packed ("
              + ServerMessage.clean(encoding)
              + "), which was not asked for",
          null);
    }
    InputStream body = response.body().byteStream();
    byte[] head = body.readNBytes(2);
    if (head.length < 2 || head[0] != 'P' || head[1] != 'K') {
      return Optional.of(refusal(response, head, body));
    }
    receiver.begin();
    receiver.write(head, head.length);
    copy(response, body, receiver, progress, cancellation);
    try {
      receiver.end();
    } catch (IOException broken) {
      throw NetworkTrouble.fault(asking.host(), ServerMessage.clean(broken.getMessage()), broken);
    }
    return Optional.empty();
  }

  private void copy(
      Response response,
      InputStream body,
      CutoutReceiver receiver,
      Progress progress,
      Cancellation cancellation)
      throws IOException {
    long total = Math.max(0, response.body().contentLength());
    long done = 2;
    byte[] piece = new byte[PIECE];
    for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
      cancellation.check();
      done += read;
      if (done > LARGEST) {
        throw new ArchiveException(
            ArchiveException.Kind.FAULT,
            "the archive sends more than %d GB of cutouts".formatted(LARGEST >> 30),
            "ask for a smaller size, or for one sector or survey");
      }
      receiver.write(piece, read);
      progress.update(new Progress.Step(done, total, "bytes", ""));
    }
  }

  /** The words of an answer that is no archive of files. */
  private String refusal(Response response, byte[] head, InputStream rest)
      throws IOException, TransientFailure {
    byte[] more = rest.readNBytes(LONGEST_MESSAGE);
    byte[] all = new byte[head.length + more.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(more, 0, all, head.length, more.length);
    String type = Optional.ofNullable(response.header("Content-Type")).orElse("");
    if (WebPage.isInPlaceOf("cutouts.zip", type, all, all.length)) {
      throw NetworkTrouble.fault(asking.host(), "a web page came in the place of cutouts", null);
    }
    String said = words(all);
    if (said.isEmpty()) {
      throw NetworkTrouble.fault(
          asking.host(),
          all.length == 0 ? "it is empty" : "what came is no archive of cutouts",
          null);
    }
    return said;
  }

  // A question without a result is answered by words about it; so is one that failed.
  private String words(byte[] reply) throws IOException, TransientFailure {
    String text = new String(reply, StandardCharsets.UTF_8).strip();
    if (!text.startsWith("{") || text.length() >= LONGEST_MESSAGE) {
      return "";
    }
    JsonNode root;
    try {
      root = JsonMapper.builder(Json.FACTORY).build().readTree(text);
    } catch (JsonProcessingException noJson) {
      return "";
    }
    if (root.path("status").asText("").equalsIgnoreCase("ERROR")) {
      throw ServerMessage.failure(asking.host(), words(root));
    }
    return words(root);
  }

  private static String words(JsonNode root) {
    for (String name : List.of("msg", "message", "error", "detail")) {
      if (root.path(name).isTextual() && !root.path(name).asText().isBlank()) {
        return ServerMessage.clean(root.path(name).asText());
      }
    }
    return "";
  }
}
