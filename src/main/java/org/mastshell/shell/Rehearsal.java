package org.mastshell.shell;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * What is run once, with the embedded archive and for nobody, so that Java can write down what the
 * program loads: a script, then a session at a terminal, up to its end.
 */
public final class Rehearsal {
  /** What is typed in the session, each line with its Enter. The prompts are not waited for. */
  static final List<String> LINES =
      List.of(
          "search mission=JWST program=1073 instrument_name=NIRCAM* filters=F277W",
          "products",
          "unique",
          "filter suffix=uncal obsnum=2",
          "show name detector exposure size",
          "values detector",
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
      "search program=1073 filters=F277W; products suffix=uncal; unique; count; show --limit 3";

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
    new Program(world).run("--demo", "--no-rc", "-c", SCRIPT, "-c", "help");
    Main.main(new String[] {"--demo", "--no-rc"});
  }
}
