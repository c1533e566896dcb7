package org.mastshell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mastshell.archive.Account;
import org.mastshell.archive.Cancellation;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;
import org.mastshell.formats.Format;
import org.mastshell.output.Console;
import org.mastshell.output.Style;
import org.mastshell.session.Session;
import org.mastshell.session.Settings;

/** A token that is typed blind: at a terminal a mistake does not end what asked for it. */
class LoginPromptTest {
  private static final String RIGHT = "demo-token-not-a-secret";

  private final StringWriter said = new StringWriter();
  private DemoArchive archive;
  private ArchiveAccess access;
  private Logins logins;

  @BeforeEach
  void start() throws Exception {
    archive = DemoArchive.start(DemoOptions.standard());
    logins = new Logins(Optional.empty(), host -> List.of());
    access = new ArchiveAccess(logins);
  }

  @AfterEach
  void stop() {
    access.close();
    archive.close();
  }

  @Test
  void aMistypedTokenIsAskedForOnceMore() {
    Account account = ask(true, "mistyped", RIGHT);
    assertThat(account.anonymous()).isFalse();
    assertThat(said.toString()).contains("refused the token: once more", "logged in as");
  }

  @Test
  void threeMistakesAreEnough() {
    assertThatThrownBy(() -> ask(true, "a", "b", "c", RIGHT))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("refused the token");
    assertThat(logins.token("127.0.0.1")).isEmpty();
  }

  @Test
  void whatIsNoTerminalIsAskedOnce() {
    assertThatThrownBy(() -> ask(false, "a", RIGHT)).hasMessageContaining("refused the token");
  }

  private Account ask(boolean terminal, String... typed) {
    Settings settings = Settings.standard().with("server", archive.url().toString());
    Session session = new Session(Clock.systemUTC(), settings);
    Console console = new Typing(terminal, new ArrayDeque<>(Arrays.asList(typed)), said);
    return new LoginPrompt(access, logins)
        .ask(
            new Work(
                session,
                console,
                new Style(Format.TABLE, false, false, false, false),
                new Cancellation()));
  }

  private record Typing(boolean talkIsTerminal, Deque<String> typed, PrintWriter talk)
      implements Console {
    Typing(boolean terminal, Deque<String> typed, StringWriter said) {
      this(terminal, typed, new PrintWriter(said, true));
    }

    @Override
    public PrintWriter out() {
      return talk;
    }

    @Override
    public boolean outIsTerminal() {
      return talkIsTerminal;
    }

    @Override
    public boolean interactive() {
      return true;
    }

    @Override
    public int width() {
      return 0;
    }

    @Override
    public int height() {
      return 0;
    }

    @Override
    public Optional<char[]> readSecret(String prompt) {
      return Optional.ofNullable(typed.poll()).map(String::toCharArray);
    }

    @Override
    public boolean confirm(String question) {
      return false;
    }
  }
}
