package org.mastshell.shell;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.mastshell.command.ExitCode;
import org.mastshell.output.PlainConsole;
import org.mastshell.session.Session;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.session.WorkingSet;
import org.mastshell.terminal.Candidates;
import org.springframework.context.support.GenericApplicationContext;

/** The parts of the program as it puts them together, with a session that a test can look into. */
final class WiredShell implements AutoCloseable {
  private final StringWriter said = new StringWriter();
  private final Session session;
  private final GenericApplicationContext context;

  /** A shell in a folder that asks this archive. */
  WiredShell(Path folder, String server) {
    PrintWriter talk = new PrintWriter(said);
    World world =
        new World(
            Map.of("MASTSHELL_HOME", folder.toString(), "MASTSHELL_KEYRING", "off"),
            folder,
            folder,
            new BufferedReader(new StringReader("")),
            talk,
            talk,
            World.Terminals.none(),
            Clock.systemUTC());
    session = new Session(world.clock(), Settings.standard().with(Setting.SERVER, server));
    Consoles consoles = new Consoles(new PlainConsole(talk, talk), world.environment(), false);
    context =
        new ProgramWiring(world, Homes.of(world), session, consoles, new Interrupts(), false)
            .wire();
  }

  /** Runs a line; gives the set that is current then. */
  WorkingSet run(String line) {
    LineRunner.Ended ended = context.getBean(LineRunner.class).run(line);
    if (ended.code() != ExitCode.DONE) {
      throw new AssertionError(line + " failed: " + said);
    }
    return session.requireCurrent();
  }

  Session session() {
    return session;
  }

  SessionView view() {
    return part(SessionView.class);
  }

  /** What completion offers. */
  Candidates candidates() {
    return new Candidates(view());
  }

  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
