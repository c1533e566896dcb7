package org.mastshell.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;

/** A terminal at which nobody sits: another program runs in it, this one types and reads. */
public final class PseudoTerminal implements AutoCloseable {
  private final JniNativePty pty;

  private PseudoTerminal(JniNativePty pty) {
    this.pty = pty;
  }

  /**
   * Makes one.
   *
   * @throws IOException if the system has none to give
   */
  public static PseudoTerminal open(int columns, int rows) throws IOException {
    try {
      Pty opened = new JniTerminalProvider().open(null, new Size(columns, rows));
      if (opened instanceof JniNativePty made) {
        return new PseudoTerminal(made);
      }
      opened.close();
      throw new IOException("the pseudo-terminal has no name");
    } catch (RuntimeException | LinkageError unknownSystem) {
      throw new IOException("there is no pseudo-terminal", unknownSystem);
    }
  }

  /** The file that is standard input and output of the program in it. */
  public Path device() {
    return Path.of(pty.getName());
  }

  /** What the program writes. Has no end before this is closed. */
  public InputStream screen() {
    return pty.getMasterInput();
  }

  /** What is typed. */
  public OutputStream keys() {
    return pty.getMasterOutput();
  }

  @Override
  public void close() throws IOException {
    pty.close();
  }
}
