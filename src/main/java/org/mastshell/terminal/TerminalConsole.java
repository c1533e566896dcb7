package org.mastshell.terminal;

import java.io.IOError;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.mastshell.output.Console;
import org.mastshell.output.Graphics;
import org.mastshell.output.Ground;

/** The person at a terminal: data and talk both go to the screen. */
final class TerminalConsole implements Console {
  static final Size USUAL_SIZE = new Size(80, 24);

  private final Terminal terminal;
  private final Clipboard clipboard;
  private final PrintWriter screen;
  private final PlainPrompt prompt;
  private final TerminalGraphics graphics;
  private final TerminalGround ground;

  /**
   * @param environment what is known of the terminal without asking it
   * @param ground its background
   */
  TerminalConsole(Terminal terminal, Map<String, String> environment, TerminalGround ground) {
    this.ground = ground;
    this.terminal = terminal;
    clipboard = new Clipboard(environment);
    screen = new PrintWriter(terminal.writer(), true);
    prompt = new PlainPrompt(terminal);
    graphics = new TerminalGraphics(terminal, environment);
  }

  @Override
  public PrintWriter out() {
    return screen;
  }

  @Override
  public PrintWriter talk() {
    return screen;
  }

  @Override
  public boolean outIsTerminal() {
    return true;
  }

  // A progress line is drawn over only where the cursor can go back.
  @Override
  public boolean talkIsTerminal() {
    return !ShellTerminal.isDumb(terminal);
  }

  @Override
  public boolean interactive() {
    return true;
  }

  // Only whether it is shown changes, so that the terminal keeps what it has of a line.
  @Override
  public Hush hush() {
    try {
      Attributes before = terminal.getAttributes();
      if (!before.getLocalFlag(LocalFlag.ECHO)) {
        return () -> {};
      }
      Attributes silent = new Attributes(before);
      silent.setLocalFlag(LocalFlag.ECHO, false);
      terminal.setAttributes(silent);
      return () -> restore(before);
    } catch (IOError | IllegalStateException gone) {
      return () -> {};
    }
  }

  private void restore(Attributes before) {
    try {
      terminal.setAttributes(before);
    } catch (IOError | IllegalStateException gone) {
      // Where there is no terminal any more nothing is shown.
      return;
    }
  }

  @Override
  public Graphics graphics() {
    return graphics.get();
  }

  @Override
  public Ground ground() {
    return ground.get();
  }

  // The console of Linux has the font of a display of text.
  @Override
  public boolean showsUnicode() {
    boolean encodes =
        terminal.encoding() == null || terminal.encoding().newEncoder().canEncode('⣿');
    return encodes && !terminal.getType().equals("linux");
  }

  @Override
  public int width() {
    int columns = size().getColumns();
    return columns > 0 ? columns : USUAL_SIZE.getColumns();
  }

  @Override
  public int height() {
    int rows = size().getRows();
    return rows > 0 ? rows : USUAL_SIZE.getRows();
  }

  // When a window is closed, JLine closes the terminal while a command may still be drawing: that
  // ends in order, though nobody sees it.
  private Size size() {
    try {
      return terminal.getSize();
    } catch (IllegalStateException gone) {
      return USUAL_SIZE;
    }
  }

  @Override
  public Optional<char[]> readSecret(String question) {
    return prompt.read(question, false).filter(secret -> secret.length > 0);
  }

  @Override
  public boolean confirm(String question) {
    Optional<char[]> typed = prompt.read(question + " [y/N] ", true);
    String answer = typed.map(String::new).orElse("").strip().toLowerCase(Locale.ROOT);
    return Arrays.asList("y", "yes").contains(answer);
  }

  @Override
  public boolean copy(String text) {
    if (ShellTerminal.isDumb(terminal)) {
      return false;
    }
    terminal.writer().write(clipboard.sequence(text));
    terminal.flush();
    return true;
  }

  @Override
  public String copyNeeds() {
    return clipboard.needs();
  }
}
