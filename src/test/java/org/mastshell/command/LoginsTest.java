package org.mastshell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.CancelledException;
import org.mastshell.archive.TokenStore;
import org.mastshell.formats.Format;
import org.mastshell.output.PictureMode;
import org.mastshell.output.ScreenConsole;
import org.mastshell.output.Style;
import org.mastshell.session.Session;
import org.mastshell.session.Settings;

class LoginsTest {
  private static final String HOST = "archive.example";

  private final ScreenConsole screen = new ScreenConsole(80, 24);
  private final Work work = work();

  private Work work() {
    Session session = new Session(Clock.systemUTC(), Settings.standard());
    Style style = new Style(Format.TABLE, false, false, false, false, PictureMode.OFF);
    return new Work(session, screen, style, new Cancellation());
  }

  @Test
  void aPlaceThatKeepsItsTokenIsToldAndTheOthersAreEmptiedAllTheSame() {
    Place stuck = new Place("a stuck place", true);
    Place usual = new Place("a usual place", false);
    Logins logins = new Logins(Optional.empty(), host -> List.of(stuck, usual));
    logins.enter(HOST, "test-token-not-a-secret".toCharArray());

    assertThatThrownBy(() -> logins.logout(HOST, work))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("a stuck place");

    assertThat(usual.read(work.cancellation())).isEmpty();
    assertThat(logins.token(HOST)).isEmpty();
    assertThat(logins.load(HOST, work)).as("the stuck token is not taken up again").isEmpty();
  }

  @Test
  void whileAPlaceIsAskedTransfersAreNotKeptWaiting() {
    Logins[] logins = new Logins[1];
    List<Optional<char[]>> meanwhile = new ArrayList<>();
    Place slow =
        new Place("a slow place", false) {
          @Override
          public Optional<char[]> read(Cancellation cancellation) {
            meanwhile.add(
                CompletableFuture.supplyAsync(() -> logins[0].token(HOST))
                    .completeOnTimeout(Optional.of(new char[0]), 10, TimeUnit.SECONDS)
                    .join());
            return super.read(cancellation);
          }
        };
    logins[0] = new Logins(Optional.empty(), host -> List.of(slow));
    assertThat(logins[0].load(HOST, work)).isPresent();
    assertThat(meanwhile).containsExactly(Optional.empty());
  }

  @Test
  void aPlaceThatIsWaitedForIsNamedAndControlCEndsThat() {
    Place locked =
        new Place("a locked place", false) {
          @Override
          public Optional<char[]> read(Cancellation cancellation) {
            await().atMost(Duration.ofSeconds(30)).until(() -> screen.shown().contains(" s"));
            work.cancellation().cancel();
            cancellation.check();
            return super.read(cancellation);
          }
        };
    Logins logins = new Logins(Optional.empty(), host -> List.of(locked));
    assertThatThrownBy(() -> logins.load(HOST, work)).isInstanceOf(CancelledException.class);
    assertThat(screen.shown()).contains("  waiting for a locked place").endsWith("\r\u001b[K");
    assertThat(logins.token(HOST)).isEmpty();
  }

  @Test
  void whoIsTiredOfWaitingIsLoggedOutEverywhereElse() {
    Place locked =
        new Place("a locked place", false) {
          @Override
          public boolean remove(Cancellation cancellation) {
            throw new CancelledException();
          }
        };
    Place usual = new Place("a usual place", false);
    Logins logins = new Logins(Optional.empty(), host -> List.of(locked, usual));
    assertThatThrownBy(() -> logins.logout(HOST, work))
        .isInstanceOfSatisfying(
            CommandException.class,
            stays -> assertThat(stays.code()).isEqualTo(ExitCode.INTERRUPTED))
        .hasMessageContaining("a locked place was not waited for, and may still hold the token");
    assertThat(usual.read(work.cancellation())).isEmpty();
    assertThat(logins.load(HOST, work)).isEmpty();
  }

  /** A place in memory that may refuse to forget. */
  private static class Place implements TokenStore {
    private final String name;
    private final boolean stuck;
    private char[] kept = "test-token-not-a-secret".toCharArray();

    Place(String name, boolean stuck) {
      this.name = name;
      this.stuck = stuck;
    }

    @Override
    public Optional<char[]> read(Cancellation cancellation) {
      return Optional.ofNullable(kept);
    }

    @Override
    public void write(char[] token, Cancellation cancellation) {
      kept = token.clone();
    }

    @Override
    public boolean remove(Cancellation cancellation) {
      if (stuck) {
        throw new ArchiveException(
            ArchiveException.Kind.LOGIN, "the token stays in " + name, "remove it there");
      }
      kept = null;
      return true;
    }

    @Override
    public String where() {
      return name;
    }
  }
}
