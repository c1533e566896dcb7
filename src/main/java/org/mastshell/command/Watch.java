package org.mastshell.command;

import org.mastshell.archive.Progress;
import org.mastshell.output.Console;
import org.mastshell.output.ProgressLine;
import org.mastshell.output.ProgressText;
import org.mastshell.output.Style;

/** Shows the progress of a call of the archive as a line of talk. */
public final class Watch implements Progress, AutoCloseable {
  private final ProgressLine line;
  private final Console.Hush hush;
  private final String advice;

  Watch(Console console, Style style, String activity) {
    this.hush = console.hush();
    // Who reads a log has no key to press.
    this.advice = console.talkIsTerminal() ? "Ctrl-C pauses" : "";
    this.line = new ProgressLine(console, style, activity);
  }

  @Override
  public void update(Step step) {
    line.update(state(step, advice));
  }

  /**
   * A step as a line says it.
   *
   * @param advice what to type or press while nothing moves; may be empty
   */
  static ProgressText.State state(Step step, String advice) {
    return new ProgressText.State(
        step.done(),
        step.total(),
        step.unit(),
        step.detail(),
        step.secondsLeft(),
        step.pause().isEmpty() || advice.isEmpty()
            ? step.pause()
            : step.pause() + " (" + advice + ")");
  }

  @Override
  public void close() {
    line.close();
    hush.close();
  }
}
