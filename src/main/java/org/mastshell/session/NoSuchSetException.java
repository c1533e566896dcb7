package org.mastshell.session;

/** A command wanted a set that is not there. */
public final class NoSuchSetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * @param message which set is missing
   * @param advice what to type next
   */
  public NoSuchSetException(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /** What to type next. */
  public String advice() {
    return advice;
  }
}
