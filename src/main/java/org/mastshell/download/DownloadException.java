package org.mastshell.download;

import java.util.Objects;

/** Nothing can be written where files, or the note of them, should go: said once for all files. */
public final class DownloadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  DownloadException(String message, String advice, Throwable cause) {
    super(message, cause);
    this.advice = Objects.requireNonNull(advice);
  }

  /** What to do or type next. */
  public String advice() {
    return advice;
  }
}
