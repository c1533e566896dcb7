package org.mastshell.shell;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * What is run once, and for nobody, so that Java can write down what the program loads: scripts,
 * then a session at a terminal, up to its end. The environment names the server. Of the embedded
 * archive only the search is rehearsed: what makes its pictures and files is for few.
 */
public final class Rehearsal {
  /** What is typed in the session, each line with its Enter. The prompts are not waited for. */
  static final List<String> LINES =
      List.of(
          // It would be in the archive of a slow machine alone.
          "set refresh off",
          "search mission=JWST program=1073 instrument_name=NIRCAM* filters=F277W",
          "products",
          "unique",
          "filter suffix=uncal obsnum=2",
          "show name detector exposure size",
          "values detector",
          "facets suffix",
          "sort -size",
          "undo",
          "results",
          "download --dry-run",
          "download 1-2",
          "verify",
          "help download",
          "sho\t",
          "exit");

  private static final String SCRIPT =
      "search program=1073 filters=F277W; products suffix=uncal; unique; count; show --limit 3;"
          + " search object='M 101' radius=3arcmin --count; help";

  private static final String EMBEDDED = "search program=1073 filters=F277W; count";

  private Rehearsal() {}

  /** Runs it, in folders that the environment names; ends the process as {@link Main} does. */
  public static void main(String[] arguments) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    World world =
        new World(
            System.getenv(),
            Path.of("").toAbsolutePath(),
            Path.of(System.getProperty("user.home")),
            new BufferedReader(Reader.nullReader()),
            nowhere,
            nowhere,
            World.Terminals.none(),
            Clock.systemUTC());
    new Program(world).run("--demo", "--no-rc", "-c", EMBEDDED);
    new Program(world).run("--no-rc", "-c", SCRIPT);
    Main.main(new String[] {"--no-rc"});
  }
}
