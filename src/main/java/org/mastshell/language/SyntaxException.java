package org.mastshell.language;

import java.util.Objects;

/** A line that cannot be understood: says which part of it, why, and what would be right. */
public final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String line;
  private final int start;
  private final int end;
  private final String advice;

  /**
   * @param message what is wrong, without a final full stop
   * @param line the whole line as typed
   * @param start where the wrong part begins in it, in UTF-16 units
   * @param end where it ends, exclusive; at least {@code start}
   * @param advice the nearest valid word, what is allowed; may be empty
   */
  public SyntaxException(String message, String line, int start, int end, String advice) {
    super(message);
    this.line = Objects.requireNonNull(line);
    this.start = start;
    this.end = end;
    this.advice = Objects.requireNonNull(advice);
  }

  /** The whole line as typed. */
  public String line() {
    return line;
  }

  /** Where the wrong part begins. */
  public int start() {
    return start;
  }

  /** Where the wrong part ends, exclusive. */
  public int end() {
    return end;
  }

  /** What would be right; may be empty. */
  public String advice() {
    return advice;
  }
}
