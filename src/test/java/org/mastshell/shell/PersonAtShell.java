package org.mastshell.shell;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mastshell.command.ExitCode;
import org.mastshell.command.SafeMode;
import org.mastshell.output.PlainConsole;
import org.mastshell.session.Session;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.terminal.ShellView;
import org.springframework.context.support.GenericApplicationContext;

/**
 * All of the shell but its terminal, for a person who is offered corrections: lines go in, what the
 * screen shows comes out.
 */
final class PersonAtShell implements AutoCloseable {
  // How long something took is not the same every time.
  private static final String PROGRESS = ".* \\d+\\.\\d s";

  private final StringWriter screen = new StringWriter();
  private final Session session;
  private final GenericApplicationContext context;
  private ExitCode code = ExitCode.DONE;

  /**
   * @param folder where the person is
   * @param server address of the archive
   */
  PersonAtShell(Path folder, String server) {
    PrintWriter writer = new PrintWriter(screen);
    World world =
        new World(
            Map.of("MASTSHELL_HOME", folder.resolve("home").toString(), "MASTSHELL_KEYRING", "off"),
            folder,
            Home.at(folder),
            new BufferedReader(new StringReader("")),
            writer,
            writer,
            World.Terminals.none(),
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC),
            Optional::empty);
    session = new Session(world.clock(), Settings.standard().with(Setting.SERVER, server));
    Consoles consoles = new Consoles(new PlainConsole(writer, writer), Map.of(), false);
    context =
        new ProgramWiring(
                world,
                Homes.of(world),
                Keepers.of(session),
                consoles,
                new Interrupts(),
                false,
                SafeMode.off())
            .wire();
    context.getBean(Corrections.class).forPerson();
  }

  /** What a line shows. */
  String type(String line) {
    screen.getBuffer().setLength(0);
    code = context.getBean(LineRunner.class).run(line).code();
    return screen
        .toString()
        .lines()
        .filter(shown -> !shown.matches(PROGRESS))
        .map(shown -> shown + "\n")
        .collect(Collectors.joining());
  }

  /** How the last line ended. */
  ExitCode code() {
    return code;
  }

  /** What Tab would put into the next line. */
  Optional<String> offered() {
    return view().correction();
  }

  /** What completion, hints and colours know. */
  ShellView view() {
    return context.getBean(SessionView.class);
  }

  /** The state. */
  Session session() {
    return session;
  }

  @Override
  public void close() {
    context.close();
  }
}
