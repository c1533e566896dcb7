package org.mastshell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.TokenStore;

class LoginsTest {
  private static final String HOST = "archive.example";

  @Test
  void aPlaceThatKeepsItsTokenIsToldAndTheOthersAreEmptiedAllTheSame() {
    Place stuck = new Place("a stuck place", true);
    Place usual = new Place("a usual place", false);
    Logins logins = new Logins(Optional.empty(), host -> List.of(stuck, usual));
    logins.enter(HOST, "test-token-not-a-secret".toCharArray());

    assertThatThrownBy(() -> logins.logout(HOST))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("a stuck place");

    assertThat(usual.read()).isEmpty();
    assertThat(logins.token(HOST)).isEmpty();
    assertThat(logins.load(HOST)).as("the stuck token is not taken up again").isEmpty();
  }

  /** A place in memory that may refuse to forget. */
  private static final class Place implements TokenStore {
    private final String name;
    private final boolean stuck;
    private char[] kept = "test-token-not-a-secret".toCharArray();

    Place(String name, boolean stuck) {
      this.name = name;
      this.stuck = stuck;
    }

    @Override
    public Optional<char[]> read() {
      return Optional.ofNullable(kept);
    }

    @Override
    public void write(char[] token) {
      kept = token.clone();
    }

    @Override
    public boolean remove() {
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
