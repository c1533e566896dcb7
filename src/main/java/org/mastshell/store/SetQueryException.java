package org.mastshell.store;

/** A query over sets gave no rows. Nothing has changed. */
public final class SetQueryException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** SQLite does not take the statement; the message is SQLite's own. */
    FAULT,
    /** The answer has more rows than are wanted. */
    TOO_MANY,
    /** A value is larger, or the work needs more memory, than it may. */
    TOO_LARGE,
    /** Somebody called it off. */
    STOPPED
  }

  private final Reason reason;

  SetQueryException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
