package org.mastshell.session;

import java.util.Optional;

/** A setting that does not exist, or a value that it does not take. */
public final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String advice;
  private final transient Optional<String> meant;

  /**
   * @param message what is wrong
   * @param advice what would be right
   */
  public SettingException(String message, String advice) {
    this(message, advice, Optional.empty());
  }

  /**
   * @param message what is wrong
   * @param advice what would be right
   * @param meant the word that was probably meant in the place of the wrong one
   */
  public SettingException(String message, String advice, Optional<String> meant) {
    super(message);
    this.advice = advice;
    this.meant = meant;
  }

  /** What would be right. */
  public String advice() {
    return advice;
  }

  /** The word that was probably meant in the place of the wrong one. */
  public Optional<String> meant() {
    return meant;
  }
}
