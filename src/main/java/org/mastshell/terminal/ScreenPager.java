package org.mastshell.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;
import org.jline.utils.Curses;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import org.mastshell.output.Console;
import org.mastshell.output.Counts;
import org.mastshell.output.OutputClosedException;
import org.mastshell.output.Pager;

/**
 * Shows long tables screen by screen, their headings always in sight. JLine's own pager knows no
 * heading, and takes all lines into memory as they are.
 */
final class ScreenPager implements Pager {
  private static final long LOOK_UP_MILLISECONDS = 100;
  private static final int LEAST_COLUMNS = 2;

  private final Terminal terminal;
  private final Console console;

  ScreenPager(Terminal terminal, Console console) {
    this.terminal = terminal;
    this.console = console;
  }

  @Override
  public void page(List<String> heading, List<String> lines, int all) {
    console.out().flush();
    int least = heading.size() + LEAST_COLUMNS;
    if (ShellTerminal.isDumb(terminal) || fits(heading, lines) || console.height() < least) {
      heading.forEach(console.out()::println);
      lines.forEach(console.out()::println);
      console.out().flush();
      return;
    }
    PagedScreen screen = new PagedScreen(heading, lines, all);
    new Turn(screen).run();
    screen.left().forEach(line -> console.out().println(line.toAnsi(terminal)));
    if (screen.below() > 0) {
      console.out().println(more(heading.isEmpty() ? "line" : "row", screen.below()));
    }
    console.out().flush();
  }

  // What is left on the screen looks complete, such as a record in its middle.
  private static String more(String what, int count) {
    return "… "
        + Counts.of(count, "more " + what, "more " + what + "s")
        + ": set pager off shows all at once";
  }

  private boolean fits(List<String> heading, List<String> lines) {
    return heading.size() + lines.size() < console.height()
        && lines.stream()
            .allMatch(line -> AttributedString.fromAnsi(line).columnLength() <= console.width());
  }

  /** The time from taking the terminal over to giving it back. */
  private final class Turn {
    private final PagedScreen screen;
    private final KeyMap<PagerKey> keys = PagerKey.keyMap(terminal);
    private final BindingReader typed = new BindingReader(terminal.reader());
    private final Display display = new Display(terminal, true);
    private final AtomicBoolean disturbed = new AtomicBoolean();
    private final AtomicBoolean interrupted = new AtomicBoolean();
    // Drawn by whoever reads keys, and by the signal that the program goes on.
    private final Object drawing = new Object();
    private final PrintWriter screenWriter = terminal.writer();
    private final String leave = string(Capability.keypad_local) + string(Capability.exit_ca_mode);
    private String asked = "";

    Turn(PagedScreen screen) {
      this.screen = screen;
    }

    void run() {
      Attributes before = terminal.enterRawMode();
      SignalHandler resized = terminal.handle(Signal.WINCH, signal -> disturbed.set(true));
      SignalHandler resumed = terminal.handle(Signal.CONT, signal -> resume());
      SignalHandler ended = terminal.handle(Signal.INT, signal -> interrupted.set(true));
      takeScreen();
      try {
        resize();
        turn();
      } catch (IOException gone) {
        throw new OutputClosedException();
      } catch (IllegalStateException failed) {
        if (ShellTerminal.isClosed(terminal)) {
          throw new OutputClosedException();
        }
        throw failed;
      } finally {
        giveBack();
        restore(before, Map.of(Signal.INT, ended, Signal.CONT, resumed, Signal.WINCH, resized));
      }
    }

    private void restore(Attributes before, Map<Signal, SignalHandler> handlers) {
      try {
        terminal.setAttributes(before);
        handlers.forEach(terminal::handle);
      } catch (IllegalStateException closed) {
        // The system ends the program, and JLine has restored the terminal and closed it.
      }
    }

    private String string(Capability capability) {
      return Optional.ofNullable(terminal.getStringCapability(capability)).orElse("");
    }

    private void takeScreen() {
      terminal.puts(Capability.enter_ca_mode);
      terminal.puts(Capability.keypad_xmit);
    }

    // As the terminal itself would do it, if it was not closed meanwhile.
    private void giveBack() {
      Curses.tputs(screenWriter, leave);
      screenWriter.flush();
    }

    // The shell to which Ctrl-Z led has changed the modes of the terminal, so that what is read
    // here comes back only at the end of a line: nobody else could draw.
    private void resume() {
      synchronized (drawing) {
        terminal.enterRawMode();
        takeScreen();
        redraw();
      }
    }

    private void redraw() {
      synchronized (drawing) {
        resize();
        display.clear();
        draw();
      }
    }

    private void turn() throws IOException {
      Optional<PagerKey> key = Optional.of(PagerKey.FIRST);
      while (key.isPresent() && key.get() != PagerKey.LEAVE) {
        if (key.get() == PagerKey.SEARCH) {
          Optional<String> text = searched();
          change("", () -> text.ifPresent(screen::search));
        } else {
          PagerKey pressed = key.get();
          change("", () -> screen.move(pressed));
        }
        key = next();
      }
    }

    /** The key that is pressed next; empty where there is no terminal any more. */
    private Optional<PagerKey> next() throws IOException {
      if (waits()) {
        return Optional.ofNullable(typed.readBinding(keys));
      }
      return interrupted.get() ? Optional.of(PagerKey.LEAVE) : Optional.empty();
    }

    /** Whether something was typed, after whatever disturbed the screen until then. */
    private boolean waits() throws IOException {
      int seen = NonBlockingReader.READ_EXPIRED;
      while (seen == NonBlockingReader.READ_EXPIRED && !interrupted.get()) {
        if (disturbed.getAndSet(false)) {
          terminal.enterRawMode();
          redraw();
        }
        seen = typed.peekCharacter(LOOK_UP_MILLISECONDS);
      }
      return seen >= 0;
    }

    /** The text that is typed after a {@code /}; empty if it is called off. */
    private Optional<String> searched() throws IOException {
      StringBuilder text = new StringBuilder();
      while (true) {
        change("/" + text, () -> {});
        int key = waits() ? typed.readCharacter() : NonBlockingReader.EOF;
        if (key < 0 || key == 0x1b || key == KeyMap.ctrl('C').charAt(0)) {
          return Optional.empty();
        } else if (key == '\r' || key == '\n') {
          return Optional.of(text.toString());
        } else if (key == 0x7f || key == '\b') {
          if (text.isEmpty()) {
            return Optional.empty();
          }
          text.setLength(text.offsetByCodePoints(text.length(), -1));
        } else if (key >= ' ') {
          text.appendCodePoint(key);
        }
      }
    }

    private void resize() {
      Size size = new Size(console.width(), console.height());
      screen.resize(size.getRows(), size.getColumns());
      display.resize(size.getRows(), size.getColumns());
    }

    /** Changes what is shown, and what is asked in the last line, and draws it. */
    private void change(String question, Runnable change) {
      synchronized (drawing) {
        asked = question;
        change.run();
        draw();
      }
    }

    private void draw() {
      List<AttributedString> lines = screen.drawn(asked);
      int end = (lines.size() - 1) * (screen.columns() + 1);
      display.update(
          lines, end + Math.min(lines.get(lines.size() - 1).columnLength(), screen.columns() - 1));
    }
  }
}
