package org.mastshell.command;

import java.util.List;

/** A command could not do what it was asked. Nothing has changed. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;
  private final boolean stops;
  private final List<String> advice;

  /**
   * @param code how a script would end
   * @param message what happened and why, without a final full stop
   * @param advice lines that say what to type next
   */
  public CommandException(ExitCode code, String message, String... advice) {
    this(code, message, false, List.of(advice));
  }

  private CommandException(ExitCode code, String message, boolean stops, List<String> advice) {
    super(message);
    this.code = code;
    this.stops = stops;
    this.advice = advice;
  }

  /** A script ends itself as failed, whatever it does after other failures. */
  static CommandException stopping(String message) {
    return new CommandException(ExitCode.FAILED, message, true, List.of());
  }

  /** Whether the script is to end in any case. */
  public boolean stops() {
    return stops;
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
