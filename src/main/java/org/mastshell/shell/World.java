package org.mastshell.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mastshell.command.LocalPaths;
import org.mastshell.command.SafeMode;

/**
 * All that the program sees of the process it runs in, so that a test can put another world around
 * it.
 *
 * @param environment the environment variables
 * @param folder the folder in which the program was started
 * @param home the person's home folder
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param terminals which of the three are terminals
 * @param clock tells the time
 * @param outTrouble why standard output could not be written, other than that nobody reads it
 */
public record World(
    Map<String, String> environment,
    Path folder,
    Home home,
    BufferedReader in,
    PrintWriter out,
    PrintWriter err,
    Terminals terminals,
    Clock clock,
    Supplier<Optional<IOException>> outTrouble) {

  /** A world with a home in which standard output never fails. */
  public World(
      Map<String, String> environment,
      Path folder,
      Path home,
      BufferedReader in,
      PrintWriter out,
      PrintWriter err,
      Terminals terminals,
      Clock clock) {
    this(environment, folder, Home.at(home), in, out, err, terminals, clock, Optional::empty);
  }

  /**
   * What file names that people type stand for here.
   *
   * @param safe decides where something may be written
   */
  LocalPaths paths(SafeMode safe) {
    return new LocalPaths(folder, home.folder(), safe);
  }

  /**
   * Which of the three streams are terminals.
   *
   * @param width of the terminal, in columns; without a meaning where no stream is one
   * @param height of the terminal, in rows; without a meaning where no stream is one
   */
  public record Terminals(boolean in, boolean out, boolean err, int width, int height) {
    /** The columns of a terminal that does not tell. */
    public static final int USUAL_WIDTH = 80;

    /** The rows of a terminal that does not tell. */
    public static final int USUAL_HEIGHT = 24;

    /** None of them. */
    public static Terminals none() {
      return new Terminals(false, false, false, USUAL_WIDTH, USUAL_HEIGHT);
    }

    /** A person sits there: lines can be typed and seen. */
    public boolean person() {
      return in && out;
    }
  }
}
