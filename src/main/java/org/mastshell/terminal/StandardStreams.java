package org.mastshell.terminal;

import java.io.IOException;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/**
 * Which streams of the process are terminals.
 *
 * @param input whether a person can type
 * @param output whether data goes to a screen
 * @param error whether talk goes to a screen
 */
public record StandardStreams(boolean input, boolean output, boolean error) {

  /** Asks the system; where it cannot be asked, none is a terminal. */
  public static StandardStreams ask() {
    for (String name : ShellTerminal.PROVIDERS) {
      try {
        TerminalProvider provider = TerminalProvider.load(name);
        return new StandardStreams(
            provider.isSystemStream(SystemStream.Input),
            provider.isSystemStream(SystemStream.Output),
            provider.isSystemStream(SystemStream.Error));
      } catch (IOException | LinkageError unavailable) {
        // The next one needs less of the machine.
        continue;
      }
    }
    return new StandardStreams(false, false, false);
  }
}
