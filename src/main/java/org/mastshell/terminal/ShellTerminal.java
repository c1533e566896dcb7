package org.mastshell.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.mastshell.command.CommandException;
import org.mastshell.command.LineEditor;
import org.mastshell.output.Console;
import org.mastshell.output.Pager;

/** The terminal that a person sits at. */
public final class ShellTerminal implements LineEditor, AutoCloseable {
  // In this order they start quickest, on Java 17 and 25; the last one needs no native code. Each
  // is loaded only when those before it fail: JLine by itself would load all of them.
  static final List<String> PROVIDERS = List.of("jni", "ffm", "exec");

  // By its own name JLine would not open such a terminal but write past it: a secret that is typed
  // would be seen, and Ctrl-C would end the program.
  private static final String DUMB = Terminal.TYPE_DUMB + "-mastshell";

  private static final long LATEST_INTERRUPT_SECONDS = 2;

  private final Semaphore interruptsOfEditor = new Semaphore(0);
  private final Logger logger = Logger.getLogger("org.jline");
  private final Terminal terminal;
  private final TerminalGround ground;
  private final Console console;
  private final ScreenPager pager;
  private final ExternalEditor editor;
  private Consumer<CommandException> troubles = trouble -> {};
  private volatile boolean editing;
  private volatile Runnable interruption;
  private volatile TerminalLines lines;
  private Supplier<String> status = () -> "";

  /** Over a terminal that is there already; closed with this. */
  ShellTerminal(Terminal terminal, ExternalEditor editor) {
    this(terminal, editor, Map.of());
  }

  private ShellTerminal(Terminal terminal, ExternalEditor editor, Map<String, String> environment) {
    this.terminal = terminal;
    this.editor = editor;
    // JLine would write its warnings, with stack traces, over the line that is being typed.
    logger.setLevel(Level.OFF);
    ground = new TerminalGround(environment);
    console = new TerminalConsole(terminal, environment, ground);
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
      String type =
          options.type().isEmpty()
              ? options.environment().getOrDefault("TERM", "")
              : options.type();
      if (type.startsWith(Terminal.TYPE_DUMB)) {
        InfoCmp.setLoadedInfoCmp(DUMB, InfoCmp.getDefaultInfoCmp(Terminal.TYPE_DUMB));
        builder.type(DUMB);
      } else if (!options.type().isEmpty()) {
        builder.type(options.type());
      }
      new TerminalKind(type).learn(options.environment());
      try {
        return new ShellTerminal(
            builder.build(),
            new ExternalEditor(options.environment(), options.safe()),
            options.environment());
      } catch (IllegalStateException unavailable) {
        last = unavailable;
      }
    }
    throw new IOException("there is no terminal", last);
  }

  /** Whether JLine has closed it, as it does when the system ends the program. */
  static boolean isClosed(Terminal terminal) {
    try {
      terminal.writer();
      return false;
    } catch (IllegalStateException closed) {
      return true;
    }
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
    TerminalLines made =
        new ReaderFactory(terminal, ground, plain)
            .reader(view, historyFile, settings, this::editTyped);
    made.showBelow(status);
    if (lines != null) {
      made.takeOver(lines);
    }
    lines = made;
    return made;
  }

  /**
   * What is said below all else while a line is typed, of work that goes on meanwhile. Holds for
   * readers that are asked for afterwards.
   *
   * @param line one line; empty if there is nothing to say
   */
  public void showStatus(Supplier<String> line) {
    status = line;
  }

  /** Draws the line that is typed again, since what is said below it has changed. Any thread. */
  public void drawStatus() {
    TerminalLines reading = lines;
    if (reading != null) {
      reading.drawBelow();
    }
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

  /**
   * What is told why the editor that was asked for in the middle of a line failed. The line stays.
   *
   * @param listener is called while no line is edited
   */
  public void onTrouble(Consumer<CommandException> listener) {
    troubles = listener;
  }

  private void interrupt() {
    if (editing) {
      interruptsOfEditor.release();
      return;
    }
    TerminalLines reading = lines;
    if (reading != null) {
      reading.dropPasted();
    }
    Runnable action = interruption;
    if (action != null) {
      action.run();
    }
  }

  @Override
  public List<String> history() {
    return lines == null ? List.of() : lines.history();
  }

  @Override
  public Optional<String> edit(String text) {
    Attributes before = terminal.getAttributes();
    editing = true;
    try {
      terminal.flush();
      interruptsOfEditor.drainPermits();
      return editor.edit(text, isDumb(terminal), this::awaitInterrupt);
    } finally {
      editing = false;
      terminal.setAttributes(before);
    }
  }

  // The Ctrl-C that ended the editor may come here later than the end; it is not for the next line.
  private void awaitInterrupt() {
    try {
      interruptsOfEditor.tryAcquire(LATEST_INTERRUPT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private String editTyped(String text) {
    try {
      return edit(text).orElse(text);
    } catch (CommandException failed) {
      troubles.accept(failed);
      return text;
    }
  }

  /** Lets a text stand at the next prompt of the reader that was asked for last. */
  @Override
  public void offer(String text) {
    if (lines != null) {
      lines.offer(text);
    }
  }

  /** What shows long tables. */
  public Pager pager() {
    return pager;
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
