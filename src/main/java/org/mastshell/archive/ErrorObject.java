package org.mastshell.archive;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a service's error message, a JSON object, from the file that it came in place of. */
public final class ErrorObject {
  // Possessive, so that no input makes the matching slow; members before it are plain ones.
  private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*+\"";
  private static final String MEMBERS =
      "(?:" + TEXT + "\\s*+:\\s*+(?:" + TEXT + "|[^\"\\s{\\[,]++)\\s*+,\\s*+)*?";
  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?:\\xEF\\xBB\\xBF)?+\\s*+\\{\\s*+"
              + MEMBERS
              + "\"status\"\\s*+:\\s*+\"(?:error|failed|failure)\"",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SAID =
      Pattern.compile("\"(?:msg|message|error|detail)\"\\s*+:\\s*+\"((?:[^\"\\\\]|\\\\.)*+)\"");
  private static final Pattern OBJECT_OR_LIST = Pattern.compile("(?:\\xEF\\xBB\\xBF)?+\\s*+[\\[{]");
  private static final Pattern JSON_NAME =
      Pattern.compile("(?i).*\\.(json|geojson|jsonl|ndjson|ipynb)");
  private static final Pattern JSON_TYPE =
      Pattern.compile("(?i)\\s*application/([a-z0-9.-]+\\+)?json\\b.*", Pattern.DOTALL);

  private ErrorObject() {}

  /** Whether a file of this name holds JSON. */
  public static boolean isJson(String name) {
    return JSON_NAME.matcher(name).matches();
  }

  /**
   * Whether a reply is JSON where none is wanted: by its media type, or since it is an error.
   *
   * @param name of the file that was asked for
   * @param contentType the media type of the reply, perhaps with parameters; may be empty
   * @param head its first bytes
   * @param length how many of them
   */
  public static boolean isInPlaceOf(String name, String contentType, byte[] head, int length) {
    if (isJson(name)) {
      return false;
    }
    boolean json =
        JSON_TYPE.matcher(contentType).matches()
            && OBJECT_OR_LIST.matcher(text(head, length)).lookingAt();
    return json || isOne(head, length);
  }

  /** Whether what begins so says that it is an error. */
  public static boolean isOne(byte[] head, int length) {
    return BEGINNING.matcher(text(head, length)).lookingAt();
  }

  /** The reason that it gives, on one line; empty if it gives none. */
  public static Optional<String> reason(byte[] head, int length) {
    Matcher said = SAID.matcher(new String(head, 0, length, StandardCharsets.UTF_8));
    return said.find()
        ? Optional.of(ServerMessage.clean(said.group(1))).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  private static String text(byte[] head, int length) {
    return new String(head, 0, length, StandardCharsets.ISO_8859_1);
  }
}
