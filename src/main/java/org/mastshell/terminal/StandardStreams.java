package org.mastshell.terminal;

import java.io.IOException;
import java.util.Optional;
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
    return ShellTerminal.PROVIDERS.stream()
        .flatMap(name -> ask(name).stream())
        .findFirst()
        .orElse(new StandardStreams(false, false, false));
  }

  // A provider whose native code does not load is passed over: the next one needs less.
  private static Optional<StandardStreams> ask(String name) {
    try {
      TerminalProvider provider = TerminalProvider.load(name);
      return Optional.of(
          new StandardStreams(
              provider.isSystemStream(SystemStream.Input),
              provider.isSystemStream(SystemStream.Output),
              provider.isSystemStream(SystemStream.Error)));
    } catch (IOException | LinkageError unavailable) {
      return Optional.empty();
    }
  }
}
