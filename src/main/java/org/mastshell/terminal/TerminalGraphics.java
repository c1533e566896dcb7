package org.mastshell.terminal;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;
import org.mastshell.output.Graphics;
import org.mastshell.output.Graphics.Protocol;

/**
 * Asks the terminal what it can show besides text, once, when that is first of use. Three questions
 * go out together: one by Kitty's protocol, one for the size of a character in pixels, and one that
 * every terminal answers (Primary Device Attributes), whose answer says that no other will come.
 */
final class TerminalGraphics {
  private static final String QUESTION =
      "\u001b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u001b\\" + "\u001b[16t" + "\u001b[c";
  private static final Pattern KITTY = Pattern.compile("\u001b_Gi=31;OK\u001b\\\\");
  private static final Pattern CELL = Pattern.compile("\u001b\\[6;(\\d{1,3});(\\d{1,3})t");
  private static final Pattern ATTRIBUTES = Pattern.compile("\u001b\\[\\?([\\d;]*)c");
  private static final Pattern SIXEL = Pattern.compile("(?:^|;)4(?:;|$)");
  private static final long PATIENCE_MILLIS = 400;
  private static final int LONGEST_ANSWER = 1024;

  private final Terminal terminal;
  private final Graphics hinted;
  private Graphics known;

  /**
   * @param environment what is known without asking
   */
  TerminalGraphics(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
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
      known = read(answer);
    }
    return known;
  }

  Graphics read(String answer) {
    Matcher cell = CELL.matcher(answer);
    int width = Graphics.USUAL_CELL_WIDTH;
    int height = Graphics.USUAL_CELL_HEIGHT;
    if (cell.find()) {
      height = Math.max(1, Integer.parseInt(cell.group(1)));
      width = Math.max(1, Integer.parseInt(cell.group(2)));
    }
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
    return new Graphics(protocol, width, height, wrapped);
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
