package org.mastshell.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Response;

/** What the status line of a reply means (RFC 9110, section 15). */
final class Statuses {
  /** What to do about a refused question to a table whose columns can be listed. */
  static final String OF_FIELDS = "check the criteria; --fields lists what can be asked";

  private static final int LONGEST_PEEK = 65_536;
  private static final int TOO_MANY = 429;

  private final String host;

  Statuses(String host) {
    this.host = host;
  }

  /**
   * Goes on only with a reply that succeeded.
   *
   * @throws ArchiveException where asking again is of no use
   */
  void check(Response response) throws IOException, TransientFailure {
    int code = response.code();
    if (response.isSuccessful()) {
      return;
    }
    if (code == 401 || code == 403) {
      throw login(response);
    }
    if (code >= 400) {
      checkMessage(response);
    }
    ArchiveException trouble =
        new ArchiveException(
            ArchiveException.Kind.FAULT,
            "the archive at %s answered with status %d (%s)".formatted(host, code, meaning(code)),
            code == 404
                ? "`set server` shows where I ask; is it the archive?"
                : "try again later; it may be down for maintenance");
    boolean passing = code == 408 || code == 425 || code == TOO_MANY || code >= 500;
    if (!passing) {
      throw trouble;
    }
    throw new TransientFailure(trouble, TransientFailure.AS_ALLOWED, RetryAfter.of(response));
  }

  /**
   * The same for services that answer a bad question with a status of its own and words about it,
   * plain ones or the message of a JSON object.
   *
   * @param advice how to ask a good one
   * @throws ArchiveException of the kind {@link ArchiveException.Kind#QUESTION} for such a one
   */
  void checkQuestion(Response response, String advice) throws IOException, TransientFailure {
    int code = response.code();
    if (code == 400 || code == 422) {
      byte[] body = response.peekBody(LONGEST_PEEK).bytes();
      String text = ServerMessage.clean(new String(body, StandardCharsets.UTF_8));
      String said = ErrorObject.reason(body, body.length).orElse(text);
      boolean page = said.startsWith("<");
      throw new ArchiveException(
          ArchiveException.Kind.QUESTION,
          "the archive refused the question (status %d)%s"
              .formatted(code, said.isEmpty() || page ? "" : ": " + said),
          advice);
    }
    check(response);
  }

  private static ArchiveException login(Response response) {
    boolean carried = response.request().header("Authorization") != null;
    return new ArchiveException(
        ArchiveException.Kind.LOGIN,
        carried
            ? "the archive refused the token for this (status %d)".formatted(response.code())
            : "the archive wants a login for this (status %d)".formatted(response.code()),
        carried
            ? "`login` takes a new token; it must have the scope mast:exclusive_access, and the"
                + " account the right to these data"
            : "`login` takes your token, or set MAST_API_TOKEN");
  }

  // A service may put its own ERROR reply below an HTTP status of failure.
  private void checkMessage(Response response) throws IOException, TransientFailure {
    String head = response.peekBody(LONGEST_PEEK).string();
    if (!head.stripLeading().startsWith("{")) {
      return;
    }
    String status = null;
    String message = null;
    try (JsonParser parser = Json.parser(head)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("status") && value == JsonToken.VALUE_STRING) {
          status = parser.getText();
        } else if (name.equals("msg") && value == JsonToken.VALUE_STRING) {
          message = parser.getText();
        } else {
          parser.skipChildren();
        }
      }
    } catch (JsonProcessingException broken) {
      return;
    }
    if ("ERROR".equalsIgnoreCase(status) && message != null) {
      throw ServerMessage.failure(host, message);
    }
  }

  private static String meaning(int code) {
    return switch (code) {
      case 400 -> "bad request";
      case 404 -> "not found";
      case 408 -> "it waited too long for the question";
      case 413, 414 -> "the question is too long";
      case TOO_MANY -> "too many requests";
      case 500 -> "internal error";
      case 502 -> "bad gateway";
      case 503 -> "service unavailable";
      case 504 -> "gateway timeout";
      default -> code >= 500 ? "its own fault" : "no usable answer";
    };
  }
}
