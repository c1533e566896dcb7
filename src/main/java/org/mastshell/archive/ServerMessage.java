package org.mastshell.archive;

import java.util.List;
import java.util.Locale;

/** What the archive says for itself when it answers with an error. */
final class ServerMessage {
  private static final int LONGEST = 300;

  // Seen in the archive's replies and in public reports of them: trouble of its database, which
  // passes.
  private static final List<String> OWN_TROUBLE =
      List.of(
          "kill state",
          "timeout",
          "timed out",
          "deadlock",
          "transport-level",
          "severe error",
          "unavailable",
          "try again");

  // Complaints of SQL Server about the question itself; asking again gives the same.
  private static final List<String> WRONG_QUESTION =
      List.of(
          "invalid column",
          "invalid object",
          "error converting",
          "conversion failed",
          "incorrect syntax",
          "arithmetic overflow",
          "could not be bound",
          "ambiguous column",
          "must declare",
          "does not exist",
          "not a valid",
          "invalid",
          "unknown",
          "unrecognized",
          "missing",
          "required");

  private ServerMessage() {}

  /** The message on one line, without control characters, and of a length that people read. */
  static String clean(String message) {
    if (message == null) {
      return "";
    }
    String head = message.length() > LONGEST * 4 ? message.substring(0, LONGEST * 4) : message;
    String line =
        head.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").replaceAll("\\s+", " ").strip();
    if (line.length() <= LONGEST) {
      return line;
    }
    return line.substring(0, LONGEST) + "…";
  }

  /** Whether the message blames the question, so that asking again is of no use. */
  static boolean blamesQuestion(String message) {
    String lower = message == null ? "" : message.toLowerCase(Locale.ROOT);
    return OWN_TROUBLE.stream().noneMatch(lower::contains)
        && WRONG_QUESTION.stream().anyMatch(lower::contains);
  }

  /**
   * The failure that an {@code ERROR} reply amounts to.
   *
   * @throws ArchiveException at once where the question was wrong
   */
  static TransientFailure failure(String host, String message) {
    String said = clean(message);
    if (blamesQuestion(message)) {
      throw new ArchiveException(
          ArchiveException.Kind.QUESTION,
          "the archive refused the question: " + said,
          "check the criteria: `fields`, or --fields of the command, lists what can be asked");
    }
    return new TransientFailure(
        new ArchiveException(
            ArchiveException.Kind.FAULT,
            "the archive at %s answered with an error: %s"
                .formatted(host, said.isEmpty() ? "it gives no reason" : said),
            "try again later, or ask for less at a time"));
  }
}
