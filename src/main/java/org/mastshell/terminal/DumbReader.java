package org.mastshell.terminal;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.NonBlockingReader;

/**
 * Reads lines where the cursor cannot be moved. The terminal itself shows what is typed and lets it
 * be changed, so nothing is drawn.
 */
final class DumbReader extends TypingReader {
  private static final String GOES_ON = "> ";
  private static final int END_OF_INPUT = 4;
  private static final long PATIENCE_MILLIS = 100;

  DumbReader(Terminal terminal, String name) {
    super(terminal, name);
  }

  /**
   * A line.
   *
   * @param beginning stands before what is typed, and cannot be changed any more
   */
  @Override
  public String readLine(
      String prompt, String rightPrompt, MaskingCallback maskingCallback, String beginning) {
    Thread reading = Thread.currentThread();
    SignalHandler before = terminal.handle(Signal.INT, signal -> reading.interrupt());
    StringBuilder typed = new StringBuilder(beginning);
    try {
      ask(prompt + beginning);
      typed.append(piece());
      while (LogicalLines.of(typed.toString()).open()) {
        ask(GOES_ON);
        typed.append('\n').append(piece());
      }
    } catch (InterruptedIOException dropped) {
      ask("\n");
      throw new UserInterruptException(typed.toString());
    } catch (EndOfFileException left) {
      ask("\n");
      throw left;
    } catch (IOException gone) {
      throw new EndOfFileException(gone);
    } finally {
      terminal.handle(Signal.INT, before);
    }
    if (!typed.toString().isBlank()) {
      history.add(typed.toString());
    }
    return typed.toString();
  }

  private void ask(String text) {
    terminal.writer().print(text);
    terminal.flush();
  }

  private String piece() throws IOException {
    StringBuilder piece = new StringBuilder();
    int key = key();
    while (key != '\n' && key != '\r') {
      if (key == NonBlockingReader.EOF || key == END_OF_INPUT) {
        if (piece.length() == 0) {
          throw new EndOfFileException();
        }
        return piece.toString();
      }
      piece.append((char) key);
      key = key();
    }
    return piece.toString();
  }

  // Ctrl-C interrupts it between two looks at the terminal.
  private int key() throws IOException {
    int key = NonBlockingReader.READ_EXPIRED;
    while (key == NonBlockingReader.READ_EXPIRED) {
      key = terminal.reader().read(PATIENCE_MILLIS);
    }
    return key;
  }
}
