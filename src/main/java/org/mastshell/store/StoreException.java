package org.mastshell.store;

/** What is kept on disk cannot be read or written. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Kind {
    /** The file is no database of ours, or parts of it are lost. */
    DAMAGED,
    /** A later version of the program wrote it. */
    NEWER,
    /** Another program has it, and does not let go. */
    BUSY,
    /** The disk is full. */
    FULL,
    /** The file system refuses: rights, a missing folder, a device that fails. */
    REFUSED
  }

  private final Kind kind;

  /**
   * @param kind why
   * @param message what cannot be done and why, without a final full stop
   */
  public StoreException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }
}
