package org.mastshell.terminal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;
import org.mastshell.output.Graphics;
import org.mastshell.output.Graphics.Protocol;

/**
 * Asks the terminal what it can show besides text, once, when that is first of use. All questions
 * go out together: one by Kitty's protocol, one for the size of a character in pixels, those for
 * the number of colours and the largest picture of Sixel (XTSMGRAPHICS: as it is now, and at most),
 * and one that every terminal answers (Primary Device Attributes), whose answer says that no other
 * will come.
 */
final class TerminalGraphics {
  private static final String QUESTION =
      "\u001b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u001b\\"
          + "\u001b[16t"
          + "\u001b[?1;1;0S\u001b[?2;1;0S\u001b[?2;4;0S"
          + "\u001b[c";
  private static final Pattern KITTY = Pattern.compile("\u001b_Gi=31;OK\u001b\\\\");
  private static final Pattern CELL =
      Pattern.compile("\u001b\\[6;([1-9]\\d{0,2});([1-9]\\d{0,2})t");
  private static final Pattern REGISTERS = Pattern.compile("\u001b\\[\\?1;0;(\\d{1,9})S");
  private static final Pattern LARGEST = Pattern.compile("\u001b\\[\\?2;0;(\\d{1,9});(\\d{1,9})S");
  private static final Pattern ATTRIBUTES = Pattern.compile("\u001b\\[\\?([\\d;]*)c");
  private static final Pattern SIXEL = Pattern.compile("(?:^|;)4(?:;|$)");
  private static final long PATIENCE_MILLIS = 400;
  private static final int LONGEST_ANSWER = 1024;

  private final Terminal terminal;
  private final Graphics hinted;
  private final Supplier<Optional<CellSize>> measured;
  private String known;

  /**
   * @param environment what is known without asking
   */
  TerminalGraphics(Terminal terminal, Map<String, String> environment) {
    this(terminal, environment, () -> CellSize.of(terminal));
  }

  /**
   * @param measured the size of a character by the system; looked at for each picture, since a
   *     window may change
   */
  TerminalGraphics(
      Terminal terminal, Map<String, String> environment, Supplier<Optional<CellSize>> measured) {
    this.terminal = terminal;
    this.measured = measured;
    this.hinted = Graphics.hinted(environment);
  }

  /** What it can show; what the environment says where it does not answer. */
  Graphics get() {
    if (known == null) {
      String answer = ShellTerminal.isDumb(terminal) ? "" : ask();
      // Where lines are waiting to be read, nothing was asked: perhaps the next time.
      if (answer == null) {
        return hinted;
      }
      known = answer;
    }
    return read(known);
  }

  Graphics read(String answer) {
    Matcher attributes = ATTRIBUTES.matcher(answer);
    boolean sixel = attributes.find() && SIXEL.matcher(attributes.group(1)).find();
    Protocol protocol = hinted.protocol();
    if (KITTY.matcher(answer).find()) {
      protocol = Protocol.KITTY;
    } else if (sixel) {
      protocol = Protocol.SIXEL;
    }
    // What tmux itself draws is not handed through it.
    boolean wrapped = hinted.wrapped() && protocol != Protocol.SIXEL;
    CellSize cell = cell(answer);
    return new Graphics(protocol, cell.width(), cell.height(), wrapped, limits(answer));
  }

  private CellSize cell(String answer) {
    Matcher cell = CELL.matcher(answer);
    return cell.find()
        ? new CellSize(Integer.parseInt(cell.group(2)), Integer.parseInt(cell.group(1)))
        : measured
            .get()
            .orElse(new CellSize(Graphics.USUAL_CELL_WIDTH, Graphics.USUAL_CELL_HEIGHT));
  }

  private static Graphics.Limits limits(String answer) {
    Graphics.Limits none = Graphics.Limits.NONE;
    Matcher registers = REGISTERS.matcher(answer);
    int colors = registers.find() ? Integer.parseInt(registers.group(1)) : none.colors();
    int width = 0;
    int height = 0;
    // The largest counts: that of this moment is no larger than the window was.
    Matcher largest = LARGEST.matcher(answer);
    while (largest.find()) {
      width = Math.max(width, Integer.parseInt(largest.group(1)));
      height = Math.max(height, Integer.parseInt(largest.group(2)));
    }
    return new Graphics.Limits(
        width > 0 ? width : none.width(),
        height > 0 ? height : none.height(),
        colors > 1 ? Math.min(colors, none.colors()) : none.colors());
  }

  /** The answers; null where it could not be asked without losing what was typed ahead. */
  private String ask() {
    Attributes before = terminal.enterRawMode();
    try {
      Attributes raw = new Attributes(terminal.getAttributes());
      raw.setLocalFlag(LocalFlag.ECHO, false);
      terminal.setAttributes(raw);
      NonBlockingReader keys = terminal.reader();
      if (keys.peek(1) >= 0) {
        return null;
      }
      terminal.writer().write(QUESTION);
      terminal.flush();
      return answer(keys);
    } catch (IOException | IllegalStateException gone) {
      return "";
    } finally {
      restore(before);
    }
  }

  private static String answer(NonBlockingReader keys) throws IOException {
    StringBuilder answer = new StringBuilder();
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (answer.length() < LONGEST_ANSWER) {
      long left = (end - System.nanoTime()) / 1_000_000;
      int key = left > 0 ? keys.read(left) : NonBlockingReader.READ_EXPIRED;
      if (key < 0) {
        return answer.toString();
      }
      answer.append((char) key);
      if (key == 'c' && ATTRIBUTES.matcher(answer).find()) {
        return answer.toString();
      }
    }
    return answer.toString();
  }

  private void restore(Attributes before) {
    try {
      terminal.setAttributes(before);
    } catch (IllegalStateException closed) {
      // It was put back as it was when it was closed.
      return;
    }
  }
}
