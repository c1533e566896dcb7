package org.mastshell.terminal;

import java.io.IOException;
import org.jline.nativ.CLibrary;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.AbstractPosixTerminal;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.utils.OSUtils;

/**
 * Whether keys wait to be read. To peek at them would wait for a tenth of a second where there are
 * none: JLine's terminals look no more often.
 */
final class TypedAhead {
  // FIONREAD of Linux, and of macOS.
  private static final long OF_LINUX = 0x541B;
  private static final long OF_MACOS = 0x4004667F;

  private TypedAhead() {}

  /** Whether there is one; also where that cannot be told. */
  static boolean in(Terminal terminal) {
    try {
      if (terminal instanceof AbstractPosixTerminal posix
          && posix.getPty() instanceof JniNativePty pty) {
        return isWaiting(pty.getSlave());
      }
      return terminal.input().available() > 0;
    } catch (IOException | LinkageError untold) {
      return true;
    }
  }

  private static boolean isWaiting(int terminal) {
    int[] bytes = new int[1];
    return CLibrary.ioctl(terminal, OSUtils.IS_OSX ? OF_MACOS : OF_LINUX, bytes) != 0
        || bytes[0] > 0;
  }
}
