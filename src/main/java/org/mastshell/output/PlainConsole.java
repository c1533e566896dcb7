package org.mastshell.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A console of plain streams: no terminal, no width; questions only where somebody can answer. */
public final class PlainConsole implements Console {
  private static final int LONGEST_ANSWER = 4096;

  private final PrintWriter out;
  private final PrintWriter talk;
  private final Reader answers;

  /** A console that nobody sits at: every question is answered by no. */
  public PlainConsole(PrintWriter out, PrintWriter talk) {
    this(out, talk, Reader.nullReader(), false);
  }

  /**
   * A console with answers.
   *
   * @param answers where answers come from, one a line
   * @param interactive whether they may be asked for
   */
  public PlainConsole(PrintWriter out, PrintWriter talk, Reader answers, boolean interactive) {
    this.out = out;
    this.talk = talk;
    this.answers = interactive ? answers : null;
  }

  @Override
  public PrintWriter out() {
    return out;
  }

  @Override
  public PrintWriter talk() {
    return talk;
  }

  @Override
  public boolean outIsTerminal() {
    return false;
  }

  @Override
  public boolean talkIsTerminal() {
    return false;
  }

  @Override
  public boolean interactive() {
    return answers != null;
  }

  @Override
  public int width() {
    return 0;
  }

  @Override
  public int height() {
    return 0;
  }

  @Override
  public Optional<char[]> readSecret(String prompt) {
    if (answers == null) {
      return Optional.empty();
    }
    ask(prompt);
    char[] secret = readLine();
    return secret.length == 0 ? Optional.empty() : Optional.of(secret);
  }

  @Override
  public boolean confirm(String question) {
    if (answers == null) {
      return false;
    }
    ask(question + " [y/N] ");
    String answer = new String(readLine()).strip().toLowerCase(Locale.ROOT);
    return answer.equals("y") || answer.equals("yes");
  }

  private void ask(String question) {
    out.flush();
    talk.print(CleanText.oneLine(question));
    talk.flush();
  }

  // Kept out of strings and wiped afterwards, since the line may be a secret. An answer that cannot
  // be read, or is longer than any sensible one, is no answer.
  private char[] readLine() {
    CharBuffer line = CharBuffer.allocate(LONGEST_ANSWER);
    try {
      int c = answers.read();
      while (c >= 0 && c != '\n') {
        if (c != '\r' && line.hasRemaining()) {
          line.put((char) c);
        }
        c = answers.read();
      }
    } catch (IOException unreadable) {
      line.clear();
    }
    char[] read = Arrays.copyOf(line.array(), line.hasRemaining() ? line.position() : 0);
    Arrays.fill(line.array(), '\0');
    return read;
  }
}
