package org.mastshell.output;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;

/**
 * A console of which a transcript takes down what is shown, while it is on; never an answer. What
 * is said beside commands waits for answers.
 */
public final class LoggedConsole implements Console {
  private final Console shown;
  private final Transcript transcript;
  private final Asides asides;
  private final PrintWriter out;
  private final PrintWriter talk;
  private final boolean unicode;

  /**
   * @param shown where everything goes
   * @param transcript takes it down too
   * @param asides are held back while somebody answers
   * @param unicode whether the person's locale has characters beyond ASCII
   */
  public LoggedConsole(Console shown, Transcript transcript, Asides asides, boolean unicode) {
    this.shown = shown;
    this.asides = asides;
    this.unicode = unicode;
    this.transcript = transcript;
    out = new Doubled(shown.out(), transcript, shown.outIsTerminal());
    // On a screen both are one.
    talk =
        shown.talk() == shown.out()
            ? out
            : new Doubled(shown.talk(), transcript, shown.talkIsTerminal());
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
  public Hush hush() {
    return shown.hush();
  }

  @Override
  public boolean outIsTerminal() {
    return shown.outIsTerminal();
  }

  @Override
  public boolean talkIsTerminal() {
    return shown.talkIsTerminal();
  }

  @Override
  public boolean interactive() {
    return shown.interactive();
  }

  @Override
  public boolean showsUnicode() {
    return (unicode || !outIsTerminal()) && shown.showsUnicode();
  }

  @Override
  public int width() {
    return shown.width();
  }

  @Override
  public int height() {
    return shown.height();
  }

  @Override
  public Optional<char[]> readSecret(String prompt) {
    return asides.whileTyping(() -> shown.readSecret(prompt));
  }

  @Override
  public Graphics graphics() {
    return shown.graphics();
  }

  @Override
  public Ground ground() {
    return shown.ground();
  }

  @Override
  public void picture(String sequence) {
    shown.picture(sequence);
    transcript.shown("[a picture]\n");
  }

  @Override
  public boolean confirm(String question) {
    boolean yes = asides.whileTyping(() -> shown.confirm(question));
    transcript.shown(CleanText.oneLine(question) + (yes ? " yes\n" : " no\n"));
    return yes;
  }

  @Override
  public boolean copy(String text) {
    return shown.copy(text);
  }

  @Override
  public String copyNeeds() {
    return shown.copyNeeds();
  }

  /** Writes what it is given to two places; whether it failed is what the first one says. */
  private static final class Doubled extends PrintWriter {
    private final PrintWriter first;

    Doubled(PrintWriter first, Transcript transcript, boolean lineByLine) {
      super(new Both(first, transcript), lineByLine);
      this.first = first;
    }

    @Override
    public boolean checkError() {
      return first.checkError();
    }
  }

  private static final class Both extends Writer {
    private final PrintWriter first;
    private final Transcript second;

    Both(PrintWriter first, Transcript second) {
      super(first);
      this.first = first;
      this.second = second;
    }

    @Override
    public void write(char[] text, int offset, int length) {
      first.write(text, offset, length);
      if (second.file().isPresent()) {
        second.shown(new String(text, offset, length));
      }
    }

    @Override
    public void flush() {
      first.flush();
    }

    @Override
    public void close() {
      flush();
    }
  }
}
