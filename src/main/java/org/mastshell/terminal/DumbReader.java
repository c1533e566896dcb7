package org.mastshell.terminal;

import org.jline.reader.EndOfFileException;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** Reads lines where the cursor cannot be moved: what is typed is shown, and nothing else drawn. */
final class DumbReader extends TypingReader {
  private static final String GOES_ON = "> ";

  private final PlainPrompt lines;

  DumbReader(Terminal terminal, String name) {
    super(terminal, name);
    lines = new PlainPrompt(terminal);
  }

  /**
   * A line.
   *
   * @param beginning stands before what is typed, and cannot be changed any more
   */
  @Override
  public String readLine(
      String prompt, String rightPrompt, MaskingCallback maskingCallback, String beginning) {
    StringBuilder typed = new StringBuilder(beginning);
    try {
      typed.append(piece(prompt + beginning));
      while (LogicalLines.of(typed.toString()).open()) {
        typed.append('\n').append(piece(GOES_ON));
      }
    } catch (InterruptedLineException dropped) {
      throw new UserInterruptException(typed.toString());
    }
    if (!typed.toString().isBlank()) {
      history.add(typed.toString());
    }
    return typed.toString();
  }

  private String piece(String question) {
    return lines.line(question).orElseThrow(EndOfFileException::new);
  }
}
