package org.mastshell.language;

import java.io.IOException;
import java.util.Optional;

/**
 * What stands behind an {@code @}.
 *
 * @param path the file as typed
 * @param column the column as typed, where one is named
 */
public record FileReference(String path, Optional<String> column) {
  static final char MARK = '@';
  private static final char COLON = ':';
  private static final String SETS = "sets lists the sets; ";
  private static final String ADVICE =
      "write @FILE or @FILE:COLUMN; help lists says what can be read";

  /** Whether a value speaks of a file. */
  static boolean isOne(ValueText value) {
    return value.text().indexOf(MARK) == 0;
  }

  /**
   * Takes a value apart. What stands behind the last colon is a column, unless there is a file of
   * the whole name, or it goes on like a path ({@code C:\data}).
   */
  static FileReference of(ValueText value, ValueFiles files) {
    String whole = value.text().substring(1);
    if (whole.isBlank()) {
      throw value.fault("no file stands behind @", "write @FILE or @FILE:COLUMN");
    }
    FileReference parts = in(whole);
    if (parts.column().isEmpty() || files.isFile(whole)) {
      return new FileReference(whole, Optional.empty());
    }
    if (parts.column().get().isEmpty()) {
      throw value.fault("no column stands behind the colon", "write @FILE or @FILE:COLUMN");
    }
    return parts;
  }

  /**
   * What the text behind an {@code @} names, if there is no file of the whole name: what stands
   * behind the last colon is a column, unless it goes on like a path.
   */
  public static FileReference in(String whole) {
    int colon = whole.lastIndexOf(COLON);
    String behind = whole.substring(colon + 1);
    boolean path = behind.indexOf('/') >= 0 || behind.indexOf('\\') >= 0;
    return colon < 1 || path
        ? new FileReference(whole, Optional.empty())
        : new FileReference(whole.substring(0, colon), Optional.of(behind.strip()));
  }

  /**
   * The file.
   *
   * @throws SyntaxException if it cannot be read; it points at the value
   */
  ValueFile open(ValueText value, ValueFiles files) {
    try {
      return files.open(path);
    } catch (IOException trouble) {
      throw unreadable(value, trouble);
    }
  }

  /** The file cannot be read, or not to its end. */
  SyntaxException unreadable(ValueText value, IOException trouble) {
    if (trouble instanceof MissingFileException missing && missing.meant().isPresent()) {
      String near = missing.meant().get();
      String meant = Quoting.quote(value.text().replace(MARK + path, MARK + near));
      return value.fault(missing.getMessage(), "did you mean " + near + "?", meant);
    }
    if (trouble instanceof MissingFileException missing) {
      String advice = missing.isNoSetEither() ? SETS + ADVICE : ADVICE;
      return value.fault(trouble.getMessage(), advice);
    }
    String reason = trouble.getMessage();
    return value.fault(
        name() + ": " + (reason == null || reason.isBlank() ? "it cannot be read" : reason),
        ADVICE);
  }

  /** The file's name without its folder, for messages. */
  String name() {
    String slashed = path.replace('\\', '/');
    String last = slashed.substring(slashed.lastIndexOf('/') + 1);
    return last.isEmpty() ? path : last;
  }
}
