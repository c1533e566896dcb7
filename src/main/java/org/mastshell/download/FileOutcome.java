package org.mastshell.download;

import java.util.Objects;

/**
 * What became of one file.
 *
 * @param file the file
 * @param status how it ended
 * @param bytes its size on the disk for COMPLETE, SKIPPED and GONE, else how much of it had come
 * @param kept how many of these were here of an earlier download, and did not come now
 * @param message a note or the reason of the failure; may be empty
 * @param remark what the message says
 * @param tries how many requests were made for it
 * @param seconds how long it took since its first request, waits between tries included
 * @param sha256 the hash of the bytes, in hexadecimal, where they were fetched now; else empty
 * @param validator what the server said to tell it from other states of the file
 */
public record FileOutcome(
    PlannedFile file,
    Status status,
    long bytes,
    long kept,
    String message,
    Remark remark,
    int tries,
    double seconds,
    String sha256,
    Validator validator) {

  /** What is said of a file that is here still as the archive has it. */
  public static final String UNCHANGED = "unchanged at the archive";

  // Without its name, so that it is said once of many files.
  static final String NO_SUCH_FILE =
      "the archive has no such file: it may have been replaced; list the products again";

  /** How the transfer of a file ended. */
  public enum Status {
    /** It came whole, was checked and has its name. */
    COMPLETE,
    /** It was there already; nothing was asked. */
    SKIPPED,
    /** It is here and stays; the archive, asked about it, says that it has it no more. */
    GONE,
    /** A login is needed, or the one given does not allow it (401, 403). */
    REFUSED,
    /** It could not be had; the message says why. */
    FAILED,
    /** It was called off before it was complete. */
    CANCELLED
  }

  /** No part may be null. */
  public FileOutcome {
    Objects.requireNonNull(file);
    Objects.requireNonNull(status);
    Objects.requireNonNull(message);
    Objects.requireNonNull(remark);
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(validator);
  }

  static FileOutcome untried(PlannedFile file, Status status, long bytes, String message) {
    return new FileOutcome(
        file, status, bytes, 0, message, Remark.OTHER, 0, 0, "", Validator.none());
  }

  /** Whether there is more to say of it than how it ended. */
  public boolean isNoteworthy() {
    // How many replaced what was here, or are unchanged, is said once of all of them.
    boolean replaces = remark == Remark.REPLACES && hasReplaced();
    return !message.isEmpty() && !isUnchanged() && !replaces;
  }

  /** Whether what is said of it holds for this run: the next one finds it here, and no more. */
  public boolean isOfThisRun() {
    return remark == Remark.MEANWHILE;
  }

  /** Whether the archive, asked about it, has it still as it is here. */
  public boolean isUnchanged() {
    return remark == Remark.UNCHANGED;
  }

  /** Whether it took the place of what was there before. */
  public boolean hasReplaced() {
    return status == Status.COMPLETE && !file.standing().isNothing();
  }

  /** Whether it failed since the archive does not have it: no other try brings it. */
  public boolean isNowhere() {
    return status == Status.FAILED && remark == Remark.NOWHERE;
  }

  /** Whether the file is whole on the disk. */
  public boolean isHere() {
    return status == Status.COMPLETE || status == Status.SKIPPED || status == Status.GONE;
  }
}
