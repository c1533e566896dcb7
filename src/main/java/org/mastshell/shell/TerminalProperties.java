package org.mastshell.shell;

import java.io.Console;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * What the launcher found out about the terminal: Java itself can only tell whether all streams are
 * terminals, and not how large they are.
 */
final class TerminalProperties {
  private static final String STREAMS = "mastshell.terminals";
  private static final String SIZE = "mastshell.terminal.size";
  private static final int LEAST = 20;
  private static final int MOST = 10_000;

  private TerminalProperties() {}

  /**
   * Reads them.
   *
   * @param environment whose COLUMNS and LINES come first, as in POSIX.1-2024, section 8.3
   */
  static World.Terminals read(Properties properties, Map<String, String> environment) {
    String streams = properties.getProperty(STREAMS);
    if (streams == null) {
      boolean all = consoleIsTerminal();
      streams = all ? "012" : "";
    }
    // As `stty size` prints it: rows, then columns.
    String[] size = properties.getProperty(SIZE, "").split(" ", -1);
    OptionalInt height = whole(environment.getOrDefault("LINES", ""), 1);
    OptionalInt width = whole(environment.getOrDefault("COLUMNS", ""), LEAST);
    OptionalInt rows = whole(size[0], 1);
    OptionalInt columns = whole(size.length > 1 ? size[1] : "", LEAST);
    return new World.Terminals(
        streams.contains("0"),
        streams.contains("1"),
        streams.contains("2"),
        width.orElse(columns.orElse(World.Terminals.USUAL_WIDTH)),
        height.orElse(rows.orElse(World.Terminals.USUAL_HEIGHT)));
  }

  private static OptionalInt whole(String text, int least) {
    try {
      int value = Integer.parseInt(text.strip());
      return value >= least && value <= MOST ? OptionalInt.of(value) : OptionalInt.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalInt.empty();
    }
  }

  // Before JDK 22 there is a console only in a terminal; from then on it must be asked.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean consoleIsTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderThanThat) {
      return true;
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }
}
