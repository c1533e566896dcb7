package org.mastshell.archive;

/** The work was called off by the person who had asked for it. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a cause: nothing went wrong. */
  public CancelledException() {
    super("interrupted");
  }
}
