package org.mastshell.language;

import java.util.Objects;
import java.util.Optional;

/** A line that cannot be understood: says which part of it, why, and what would be right. */
public final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String line;
  private final int start;
  private final int end;
  private final String advice;
  private final transient Correction correction;

  /**
   * @param message what is wrong, without a final full stop
   * @param line the whole line as typed
   * @param start where the wrong part begins in it, in UTF-16 units
   * @param end where it ends, exclusive; at least {@code start}
   * @param advice the nearest valid word, what is allowed; may be empty
   */
  public SyntaxException(String message, String line, int start, int end, String advice) {
    this(message, line, start, end, advice, null);
  }

  private SyntaxException(
      String message, String line, int start, int end, String advice, Correction correction) {
    super(message);
    this.line = Objects.requireNonNull(line);
    this.start = start;
    this.end = end;
    this.advice = Objects.requireNonNull(advice);
    this.correction = correction;
  }

  /** The same, where one text in the place of the wrong part would make the line right. */
  public SyntaxException rightWith(String text) {
    return rightWith(new Correction(start, end, text));
  }

  /** The same, where the text, if there is one, would make the line right. */
  public SyntaxException rightWith(Optional<String> text) {
    return text.map(this::rightWith).orElse(this);
  }

  /** The same, where the line has one likely meaning. */
  public SyntaxException rightWith(Correction change) {
    return new SyntaxException(getMessage(), line, start, end, advice, change);
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

  /** What would make the line right, if one meaning is likely. */
  public Optional<Correction> correction() {
    return Optional.ofNullable(correction);
  }
}
