package org.mastshell.command;

import org.mastshell.output.Answer;
import org.mastshell.output.Console;
import org.mastshell.output.OutputClosedException;
import org.mastshell.output.Part;
import org.mastshell.output.Presenter;
import org.mastshell.output.Style;

/**
 * Shows what is told while downloads go on. Once nobody reads standard output its data are dropped,
 * which is said once, and no reason to stop: it is the files that are wanted.
 */
final class EventStream {
  private final Presenter presenter;
  private boolean closed;

  EventStream(Console console, Style style) {
    presenter = new Presenter(console, style);
  }

  void show(Part part) {
    if (closed && !part.isTalk()) {
      return;
    }
    try {
      presenter.show(Answer.of(part));
    } catch (OutputClosedException nobodyReads) {
      closed = true;
      presenter.warning(
          "standard output takes no more: what is being downloaded comes all the same");
    }
  }
}
