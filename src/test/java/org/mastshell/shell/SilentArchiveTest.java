package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.command.BackgroundRenewal;
import org.mastshell.command.SafeMode;
import org.mastshell.output.PlainConsole;
import org.mastshell.session.Session;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.terminal.ShellView.Suggestion;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.SetKind;
import org.springframework.context.support.GenericApplicationContext;

/** An archive that takes the connection and never says a word: completion does not notice. */
class SilentArchiveTest {
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  @TempDir Path folder;
  private ServerSocket archive;
  private GenericApplicationContext parts;
  private Session session;

  @BeforeEach
  void open() throws IOException {
    archive = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    World world =
        new World(
            Map.of("MASTSHELL_HOME", folder.toString()),
            folder,
            folder,
            new BufferedReader(Reader.nullReader()),
            nowhere,
            nowhere,
            World.Terminals.none(),
            Clock.systemUTC());
    String url = "http://127.0.0.1:" + archive.getLocalPort();
    session = new Session(world.clock(), Settings.standard().with(Setting.SERVER, url));
    Consoles consoles = new Consoles(new PlainConsole(nowhere, nowhere), Map.of(), true);
    parts =
        new ProgramWiring(
                world,
                Homes.of(world),
                Keepers.of(session),
                consoles,
                new Interrupts(),
                false,
                SafeMode.off())
            .wire();
  }

  @AfterEach
  void close() throws IOException {
    parts.close();
    archive.close();
  }

  @Test
  void completionAndLeavingDoNotWait() throws IOException {
    BackgroundRenewal renewal = parts.getBean(BackgroundRenewal.class);
    SessionView view = parts.getBean(SessionView.class);
    renewal.betweenLines(session.settings());
    try (Socket asked = archive.accept()) {
      assertThat(asked.isConnected()).isTrue();
      assertTimeout(
          AT_ONCE,
          () -> {
            for (int key = 0; key < 200; key++) {
              renewal.betweenLines(session.settings());
              offersTheBundledValues(view);
            }
          });
      assertTimeout(AT_ONCE, parts::close);
      await().until(() -> asked.getInputStream().skip(Long.MAX_VALUE) == 0);
    }
  }

  private static void offersTheBundledValues(SessionView view) {
    Field filters = view.field("filter", "search").orElseThrow();
    List<Suggestion> values =
        view.values(
            filters, "search", Map.of("obs_collection", "JWST", "instrument_name", "MIRI*"));
    assertThat(values).extracting(Suggestion::value).contains("F770W").doesNotContain("F277W");
    assertThat(view.field("nosuchfield", "search")).isEmpty();
    assertThat(view.fields(SetKind.OBSERVATIONS)).isNotEmpty();
  }
}
