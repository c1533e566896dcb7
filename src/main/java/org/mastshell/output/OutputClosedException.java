package org.mastshell.output;

/**
 * Nobody reads standard output any more, as when it is piped into {@code head}. That is no error:
 * whoever runs commands ends quietly when it sees this, unless a {@link WatchedStream} tells of
 * another reason.
 */
public final class OutputClosedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The output is closed. */
  public OutputClosedException() {
    super("nobody reads the output any more");
  }
}
