package org.mastshell.samp;

/** No hub could be reached, or it did not do what it was asked. No text of it holds a secret. */
public final class SampException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * @param message what happened and why, without a final full stop
   * @param advice what to do next
   */
  SampException(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /** What to do next. */
  public String advice() {
    return advice;
  }
}
