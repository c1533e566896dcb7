package org.mastshell.session;

/** A setting that does not exist, or a value that it does not take. */
public final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * @param message what is wrong
   * @param advice what would be right
   */
  public SettingException(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /** What would be right. */
  public String advice() {
    return advice;
  }
}
