package org.mastshell.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.mastshell.output.Console;

/** The terminal that a person sits at. */
public final class ShellTerminal implements AutoCloseable {
  // In this order they start quickest, on Java 17 and 25; the last one needs no native code. Each
  // is loaded only when those before it fail: JLine by itself would load all of them.
  static final List<String> PROVIDERS = List.of("jni", "ffm", "exec");

  private final Logger logger = Logger.getLogger("org.jline");
  private final Terminal terminal;
  private final Console console;
  private final ScreenPager pager;
  private volatile Runnable interruption;
  private volatile TerminalLines lines;

  /** Over a terminal that is there already; closed with this. */
  ShellTerminal(Terminal terminal) {
    this.terminal = terminal;
    // JLine would write its warnings, with stack traces, over the line that is being typed.
    logger.setLevel(Level.OFF);
    console = new TerminalConsole(terminal);
    pager = new ScreenPager(terminal, console);
    if (terminal.getWidth() == 0 || terminal.getHeight() == 0) {
      // Nothing can be drawn on a terminal that does not know its size.
      terminal.setSize(TerminalConsole.USUAL_SIZE);
    }
    terminal.handle(Signal.INT, signal -> interrupt());
  }

  /**
   * Opens the terminal of this process. From then on Ctrl-C ends no longer the program.
   *
   * @throws IOException if the process has no terminal
   */
  public static ShellTerminal open(TerminalOptions options) throws IOException {
    String forced = System.getProperty(TerminalBuilder.PROP_PROVIDER);
    IllegalStateException last = null;
    for (String provider : forced == null ? PROVIDERS : List.of(forced)) {
      TerminalBuilder builder =
          TerminalBuilder.builder().name("mastshell").system(true).dumb(false).provider(provider);
      if (!options.type().isEmpty()) {
        builder.type(options.type());
      }
      try {
        return new ShellTerminal(builder.build());
      } catch (IllegalStateException unavailable) {
        last = unavailable;
      }
    }
    throw new IOException("there is no terminal", last);
  }

  static boolean isDumb(Terminal terminal) {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  /** Whether it can move its cursor, so that keys can do more than write. */
  public boolean movesCursor() {
    return !isDumb(terminal);
  }

  /** The person at the terminal. Width and height are those of the moment. */
  public Console console() {
    return console;
  }

  /**
   * What reads lines. Asking again, after a change of settings, replaces the one before.
   *
   * @param view what completion, colours and hints know
   * @param historyFile where lines are remembered; made, readable by its owner alone
   * @param settings of the help while typing
   */
  public LineReading reader(ShellView view, Path historyFile, TerminalSettings settings) {
    boolean plain = !settings.color() || isDumb(terminal);
    TerminalLines made = new ReaderFactory(terminal, plain).reader(view, historyFile, settings);
    if (lines != null) {
      made.takeOver(lines);
    }
    lines = made;
    return made;
  }

  /**
   * What Ctrl-C does while no line is edited. Without an action it does nothing. Runs on a thread
   * of its own, so it should only trip a flag. Pasted lines that wait to be run are forgotten, too.
   *
   * @param action null to clear
   */
  public void onInterrupt(Runnable action) {
    interruption = action;
  }

  private void interrupt() {
    TerminalLines reading = lines;
    if (reading != null) {
      reading.dropPasted();
    }
    Runnable action = interruption;
    if (action != null) {
      action.run();
    }
  }

  /**
   * Shows text that may be long: at once if it fits the screen, else screen by screen until the
   * person types {@code q}.
   *
   * @param text lines, colours included
   */
  public void page(String text) {
    pager.show(text);
  }

  /** Puts the terminal back as it was. */
  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException alreadyGone) {
      // Nothing is left to put back where the terminal itself has gone.
      interruption = null;
    }
  }
}
