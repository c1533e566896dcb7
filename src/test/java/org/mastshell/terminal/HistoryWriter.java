package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Adds lines to a history, and cuts it now and then; run as a process by a test. */
final class HistoryWriter {
  /** How many lines the file is to hold. */
  static final int MOST = 10_000;

  /** What it writes when it is ready to begin, at the end of its input. */
  static final int READY = '!';

  private static final int BETWEEN_CUTS = 3;

  private HistoryWriter() {}

  /** The arguments are the file, a name for the lines, and their number. */
  public static void main(String[] arguments) throws IOException {
    HistoryFile file = new HistoryFile(Path.of(arguments[0]), MOST);
    file.read();
    System.out.write(READY);
    System.out.flush();
    assertThat(System.in.read()).isNegative();
    int lines = Integer.parseInt(arguments[2]);
    for (int i = 0; i < lines; i++) {
      if (i % BETWEEN_CUTS == 1) {
        file.cut();
      }
      file.append(new HistoryFile.Line(Instant.now(), arguments[1] + " " + i));
    }
  }
}
