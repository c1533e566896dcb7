package org.mastshell.session;

/** A session cannot be opened, kept or taken elsewhere. */
public final class SessionTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * @param message what cannot be done and why, without a final full stop
   * @param advice what to type next
   */
  public SessionTrouble(String message, String advice) {
    this(message, advice, null);
  }

  /**
   * @param cause what was met below
   */
  public SessionTrouble(String message, String advice, Throwable cause) {
    super(message, cause);
    this.advice = advice;
  }

  /** What to type next. */
  public String advice() {
    return advice;
  }
}
