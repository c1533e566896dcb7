package org.mastshell.terminal;

import java.util.Optional;
import org.jline.nativ.CLibrary;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.AbstractPosixTerminal;
import org.jline.terminal.impl.jni.JniNativePty;

/**
 * How large a character is on the screen.
 *
 * @param width in pixels, above 0
 * @param height in pixels, above 0
 */
record CellSize(int width, int height) {

  /**
   * What the system knows of a terminal's window (ioctl TIOCGWINSZ), as the terminal told it: empty
   * where it did not, and where this Java can ask only with another program.
   */
  static Optional<CellSize> of(Terminal terminal) {
    try {
      return terminal instanceof AbstractPosixTerminal posix
              && posix.getPty() instanceof JniNativePty pty
          ? asked(pty.getSlave())
          : Optional.empty();
    } catch (LinkageError | RuntimeException unable) {
      return Optional.empty();
    }
  }

  private static Optional<CellSize> asked(int terminal) {
    CLibrary.WinSize window = new CLibrary.WinSize();
    if (CLibrary.ioctl(terminal, CLibrary.TIOCGWINSZ, window) != 0) {
      return Optional.empty();
    }
    return Optional.of(window)
        .filter(size -> size.ws_col > 0 && size.ws_row > 0)
        // Counts beyond 32767 are negative in Java.
        .map(
            size ->
                new CellSize(
                    Short.toUnsignedInt(size.ws_xpixel) / size.ws_col,
                    Short.toUnsignedInt(size.ws_ypixel) / size.ws_row))
        .filter(cell -> cell.width > 0 && cell.height > 0);
  }
}
