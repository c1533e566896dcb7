package org.mastshell.archive;

import java.util.Objects;

/** The archive gave no answer, or none that can be used. Carries what a person needs to know. */
public final class ArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of trouble it is. */
  public enum Kind {
    /** No connection: unknown host, refused, cut off, TLS. */
    UNREACHABLE,
    /** The server answered with a fault of its own, or with something that is no answer. */
    FAULT,
    /** No answer within the time allowed. */
    TIMEOUT,
    /** The archive says that the question was wrong. */
    QUESTION,
    /** The archive has no such file, or has it no more. */
    GONE,
    /** A login is needed, or the one given was refused. */
    LOGIN
  }

  private final Kind kind;
  private final String advice;

  /**
   * @param kind what kind of trouble it is
   * @param message what happened and why, without a final full stop
   * @param advice what to type next; may be empty
   */
  public ArchiveException(Kind kind, String message, String advice) {
    this(kind, message, advice, null);
  }

  /** The same, with the failure behind it. */
  public ArchiveException(Kind kind, String message, String advice, Throwable cause) {
    super(message, cause);
    this.kind = Objects.requireNonNull(kind);
    this.advice = Objects.requireNonNull(advice);
  }

  /** What kind of trouble it is. */
  public Kind kind() {
    return kind;
  }

  /** What to type next; may be empty. */
  public String advice() {
    return advice;
  }
}
