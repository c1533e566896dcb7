package org.mastshell.command;

import java.util.List;

/** A command could not do what it was asked. Nothing has changed. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;
  private final List<String> advice;

  /**
   * @param code how a script would end
   * @param message what happened and why, without a final full stop
   * @param advice lines that say what to type next
   */
  public CommandException(ExitCode code, String message, String... advice) {
    super(message);
    this.code = code;
    this.advice = List.of(advice);
  }

  /** How a script would end. */
  public ExitCode code() {
    return code;
  }

  /** Lines that say what to type next. */
  public List<String> advice() {
    return advice;
  }
}
