package org.mastshell.terminal;

import java.util.List;
import java.util.Optional;

/** Reads the lines that a person types. */
public interface LineReading {

  /**
   * One line. A quote that is not closed or a backslash at the end goes on in the next line; of
   * several pasted lines each is given by itself.
   *
   * @param prompt what stands before it
   * @return empty at the end of input (Ctrl-D on an empty line, or the terminal is gone)
   * @throws InterruptedLineException on Ctrl-C at the prompt
   */
  Optional<String> readLine(String prompt);

  /**
   * Takes note of how a line went. One that was wrong stays in the history, to be mended, but is
   * suggested no more until it goes well.
   *
   * @param line as {@link #readLine} gave it
   * @param wrong whether it could not be understood
   */
  void ran(String line, boolean wrong);

  /** Lines typed so far, those of earlier sessions included, the oldest first. */
  List<String> history();

  /** Why the history is not kept in its file; empty if it is. */
  Optional<String> historyProblem();
}
