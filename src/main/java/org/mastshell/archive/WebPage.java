package org.mastshell.archive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells a web page (of an error, a login, a maintenance) from the file that it came in place of.
 */
public final class WebPage {
  /** How many first bytes are needed to judge. */
  public static final int HEAD = 1024;

  // Possessive, so that no input makes the matching slow.
  private static final Pattern BEGINNING =
      Pattern.compile(
          "(\\xEF\\xBB\\xBF)?+(\\s++|<!--.*?-->|<\\?xml[^>]*+>)*+<(!doctype\\s++html|html)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern PAGE_NAME = Pattern.compile("(?i).*\\.(x?html?)");

  private WebPage() {}

  /**
   * Whether a reply is a web page where none is wanted.
   *
   * @param name of the file that was asked for: on the disk, or in the archive
   * @param contentType the media type of the reply, perhaps with parameters; may be empty
   * @param head its first bytes
   * @param length how many of them
   */
  public static boolean isInPlaceOf(String name, String contentType, byte[] head, int length) {
    if (PAGE_NAME.matcher(name).matches()) {
      return false;
    }
    String type = contentType.toLowerCase(Locale.ROOT).strip();
    return type.startsWith("text/html")
        || type.startsWith("application/xhtml")
        || BEGINNING.matcher(new String(head, 0, length, StandardCharsets.ISO_8859_1)).lookingAt();
  }
}
