package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A place for tokens that does not answer is passed over. */
@Timeout(30)
class PatientTokenStoreTest {
  private static final String TOKEN = "test-token-not-a-secret";

  private final CountDownLatch over = new CountDownLatch(1);
  private final List<String> told = new ArrayList<>();
  private final Patience shortly = new Patience(Duration.ofMillis(50), told::add);

  @AfterEach
  void letGo() {
    over.countDown();
  }

  @Test
  void oneThatHangsHoldsNothingAndThatIsSaidOnce() {
    TokenStore store = new PatientTokenStore(new Place(true), shortly);
    assertThat(store.read()).isEmpty();
    assertThat(told)
        .singleElement()
        .asString()
        .contains("a place has not answered for 50 ms", "MASTSHELL_KEYRING=off");
    assertThat(store.read()).isEmpty();
    assertThat(new PatientTokenStore(new Place(false), shortly).read())
        .as("nor is it asked again")
        .isEmpty();
    assertThat(told).hasSize(1);
  }

  @Test
  void oneThatHangsKeepsNothingAndForgetsNothing() {
    TokenStore store = new PatientTokenStore(new Place(true), shortly);
    assertThatThrownBy(() -> store.write(TOKEN.toCharArray()))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("a place has not answered");
    assertThatThrownBy(store::remove)
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("a token may still be there");
  }

  @Test
  void oneThatAnswersIsWaitedFor() {
    Patience longer = new Patience(Duration.ofSeconds(20), told::add);
    TokenStore store = new PatientTokenStore(new Place(false), longer);
    assertThat(store.read()).get().isEqualTo(TOKEN.toCharArray());
    store.write(TOKEN.toCharArray());
    assertThat(store.remove()).isTrue();
    assertThat(store.where()).isEqualTo("a place");
    assertThat(told).isEmpty();
  }

  @Test
  void whatItRefusesIsItsOwn() {
    TokenStore refusing =
        new PatientTokenStore(
            new Place(false) {
              @Override
              public void write(char[] token) {
                throw new ArchiveException(ArchiveException.Kind.LOGIN, "not here", "there");
              }
            },
            new Patience(Duration.ofSeconds(20), told::add));
    assertThatThrownBy(() -> refusing.write(TOKEN.toCharArray()))
        .isInstanceOf(ArchiveException.class)
        .hasMessage("not here");
  }

  /** One that may hang until the test is over. */
  private class Place implements TokenStore {
    private final boolean hangs;

    Place(boolean hangs) {
      this.hangs = hangs;
    }

    private void hang() {
      try {
        if (hangs) {
          over.await();
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public Optional<char[]> read() {
      hang();
      return Optional.of(TOKEN.toCharArray());
    }

    @Override
    public void write(char[] token) {
      hang();
    }

    @Override
    public boolean remove() {
      hang();
      return true;
    }

    @Override
    public String where() {
      return "a place";
    }
  }
}
