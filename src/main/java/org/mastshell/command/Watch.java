package org.mastshell.command;

import org.mastshell.archive.Progress;
import org.mastshell.output.Console;
import org.mastshell.output.ProgressLine;
import org.mastshell.output.Style;

/** Shows the progress of a call of the archive as a line of talk. */
public final class Watch implements Progress, AutoCloseable {
  private final ProgressLine line;

  Watch(Console console, Style style, String activity) {
    this.line = new ProgressLine(console, style, activity);
  }

  @Override
  public void update(Step step) {
    line.update(
        step.done(), step.total(), step.unit(), step.words("Ctrl-C pauses"), step.secondsLeft());
  }

  @Override
  public void close() {
    line.close();
  }
}
