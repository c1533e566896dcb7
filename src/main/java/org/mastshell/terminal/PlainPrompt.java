package org.mastshell.terminal;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** Asks a question whose answer goes into no history, and may be hidden. */
final class PlainPrompt {
  private static final int INTERRUPT = 3;
  private static final int END_OF_INPUT = 4;
  private static final int BACKSPACE = 8;
  private static final int TAB = 9;
  private static final int ERASE_ALL = 21;
  private static final int ESCAPE = 27;
  private static final int DELETE = 127;
  private static final long SEQUENCE_MILLIS = 50;

  private final Terminal terminal;

  PlainPrompt(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * What a person types up to Enter.
   *
   * @param shown whether it is seen
   * @return empty after Ctrl-C, Ctrl-D or when the terminal is gone
   */
  Optional<char[]> read(String question, boolean shown) {
    try {
      return ask(question, before -> shown);
    } catch (InterruptedLineException declined) {
      return Optional.empty();
    }
  }

  /**
   * A line, shown unless what is behind the terminal shows it by itself: an editor does.
   *
   * @return empty after Ctrl-D or when the terminal is gone
   * @throws InterruptedLineException after Ctrl-C
   */
  Optional<String> line(String question) {
    return ask(question, before -> before.getLocalFlag(LocalFlag.ECHO)).map(String::new);
  }

  private Optional<char[]> ask(String question, Predicate<Attributes> isShown) {
    Attributes before = terminal.enterRawMode();
    Attributes raw = new Attributes(terminal.getAttributes());
    // Ctrl-C declines this question; it does not interrupt the command that asks it.
    raw.setLocalFlag(LocalFlag.ISIG, false);
    raw.setLocalFlag(LocalFlag.ECHO, false);
    terminal.setAttributes(raw);
    try {
      terminal.writer().write(question);
      terminal.flush();
      return answer(isShown.test(before));
    } catch (IOException | IllegalStateException gone) {
      // JLine closes the terminal where the process is told to end, and reading it is an error
      // then.
      return Optional.empty();
    } finally {
      restore(before);
    }
  }

  private void restore(Attributes before) {
    try {
      terminal.setAttributes(before);
      terminal.writer().println();
      terminal.flush();
    } catch (IllegalStateException closed) {
      // It was put back as it was when it was closed.
      return;
    }
  }

  private Optional<char[]> answer(boolean shown) throws IOException {
    NonBlockingReader keys = terminal.reader();
    char[] text = new char[64];
    int length = 0;
    try {
      while (true) {
        int key = keys.read();
        switch (key) {
          case '\r', '\n' -> {
            return Optional.of(Arrays.copyOf(text, length));
          }
          case INTERRUPT -> throw new InterruptedLineException();
          case NonBlockingReader.EOF -> {
            return Optional.empty();
          }
          case END_OF_INPUT -> {
            if (length == 0) {
              return Optional.empty();
            }
          }
          case BACKSPACE, DELETE -> length = erase(length, Math.max(0, length - 1), shown);
          case ERASE_ALL -> length = erase(length, 0, shown);
          case ESCAPE -> skipSequence(keys);
          default -> {
            if (key >= ' ' || key == TAB) {
              // A Tab parts the words of what was pasted, and as a blank it can be taken back.
              char typed = key == TAB ? ' ' : (char) key;
              text = length == text.length ? grown(text) : text;
              text[length++] = typed;
              show(shown, String.valueOf(typed));
            }
          }
        }
      }
    } finally {
      Arrays.fill(text, '\0');
    }
  }

  private static char[] grown(char[] text) {
    char[] longer = Arrays.copyOf(text, text.length * 2);
    Arrays.fill(text, '\0');
    return longer;
  }

  private int erase(int from, int to, boolean shown) {
    show(shown, "\b \b".repeat(from - to));
    return to;
  }

  private void show(boolean shown, String text) {
    if (shown) {
      terminal.writer().write(text);
      terminal.flush();
    }
  }

  // Arrow keys and the like send ESC [ … letter, which is no part of an answer.
  private static void skipSequence(NonBlockingReader keys) throws IOException {
    int next = keys.peek(SEQUENCE_MILLIS);
    if (next != '[' && next != 'O') {
      return;
    }
    keys.read();
    int key = keys.read(SEQUENCE_MILLIS);
    while (key >= ' ' && key < '@') {
      key = keys.read(SEQUENCE_MILLIS);
    }
  }
}
