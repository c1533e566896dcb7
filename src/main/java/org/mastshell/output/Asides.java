package org.mastshell.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What is said by work that goes on beside a command, or beside a person who types: above the
 * progress line that is drawn then, and never in the midst of what a person types: a line, the
 * answer to a question, keys in the pager; that comes first. Safe for use by several threads.
 */
public final class Asides {
  private static final int MOST_WAITING = 100;

  private final Supplier<Console> console;
  private final List<String> waiting = new ArrayList<>();
  private boolean typing;
  private int leftOut;

  /**
   * @param console the one in use at the moment
   */
  public Asides(Supplier<Console> console) {
    this.console = Objects.requireNonNull(console);
  }

  /** Says lines together, now or as soon as nobody types any more. They must be clean. */
  public synchronized void say(List<String> lines) {
    String text = String.join(System.lineSeparator(), lines) + System.lineSeparator();
    if (!typing) {
      show(text);
    } else if (waiting.size() < MOST_WAITING) {
      waiting.add(text);
    } else {
      leftOut++;
    }
  }

  /** Lets a person type something, and says what has come meanwhile behind it. */
  public <T> T whileTyping(Supplier<T> typed) {
    holdBack();
    try {
      return typed.get();
    } finally {
      goOn();
    }
  }

  /** From now on a line is typed. */
  public synchronized void holdBack() {
    typing = true;
  }

  /** The line is typed: what has waited for it is said. */
  public synchronized void goOn() {
    typing = false;
    waiting.forEach(this::show);
    waiting.clear();
    if (leftOut > 0) {
      show("and " + Counts.text(leftOut) + " more, left out" + System.lineSeparator());
      leftOut = 0;
    }
  }

  // At once, so that no piece of a progress line comes between.
  private void show(String text) {
    Console now = console.get();
    PrintWriter talk = now.talk();
    talk.print(now.talkIsTerminal() ? ProgressLine.WIPE + text : text);
    talk.flush();
  }
}
