package org.mastshell.shell;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.mastshell.command.CommandInfo;
import org.mastshell.command.SafeMode;
import org.mastshell.output.PlainConsole;
import org.mastshell.session.Session;
import org.mastshell.session.Settings;
import org.springframework.context.support.GenericApplicationContext;

/** What the program knows of its commands. */
final class CommandList {
  private CommandList() {}

  static List<CommandInfo> infos() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    World world =
        new World(
            Map.of(),
            Path.of(""),
            Path.of(""),
            new BufferedReader(Reader.nullReader()),
            nowhere,
            nowhere,
            World.Terminals.none(),
            Clock.systemUTC());
    Session session = new Session(world.clock(), Settings.standard());
    Consoles consoles = new Consoles(new PlainConsole(nowhere, nowhere), Map.of(), true);
    try (GenericApplicationContext context =
        new ProgramWiring(
                world,
                Homes.of(world),
                Keepers.of(session),
                consoles,
                new Interrupts(),
                false,
                SafeMode.off())
            .wire()) {
      return context.getBean(SessionView.class).commands();
    }
  }
}
