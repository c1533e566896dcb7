package org.mastshell.download;

import java.util.Objects;
import java.util.Optional;

/** Nothing can be written where files, or the note of them, should go: said once for all files. */
public final class DownloadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String advice;
  private final transient DownloadReport report;

  DownloadException(String message, String advice, Throwable cause) {
    this(message, advice, null, cause);
  }

  private DownloadException(String message, String advice, DownloadReport report, Throwable cause) {
    super(message, cause);
    this.advice = Objects.requireNonNull(advice);
    this.report = report;
  }

  DownloadException with(DownloadReport soFar) {
    return new DownloadException(getMessage(), advice, soFar, this);
  }

  /** What to do or type next. */
  public String advice() {
    return advice;
  }

  /** What was done before the trouble came, if the transfer had begun. */
  public Optional<DownloadReport> report() {
    return Optional.ofNullable(report);
  }
}
