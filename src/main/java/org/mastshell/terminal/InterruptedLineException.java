package org.mastshell.terminal;

/** The line that was being typed is dropped: the person pressed Ctrl-C. The shell goes on. */
public final class InterruptedLineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InterruptedLineException() {
    super("the line was dropped");
  }
}
