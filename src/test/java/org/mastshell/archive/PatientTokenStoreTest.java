package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A place for tokens that does not answer is passed over. */
@Timeout(30)
class PatientTokenStoreTest {
  private static final String TOKEN = "test-token-not-a-secret";

  private final CountDownLatch over = new CountDownLatch(1);
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CompletableFuture<Boolean> wantedInTheEnd = new CompletableFuture<>();
  private final Cancellation always = new Cancellation();
  private final List<String> told = new ArrayList<>();
  private final KeyringPatience shortly = new KeyringPatience(Duration.ofMillis(50), told::add);

  @AfterEach
  void letGo() {
    over.countDown();
  }

  @Test
  void oneThatHangsHoldsNothingAndThatIsSaidOnce() {
    TokenStore store = new PatientTokenStore(new Place(true), shortly);
    assertThat(store.read(always)).isEmpty();
    assertThat(told)
        .singleElement()
        .asString()
        .contains("a place has not answered for 50 ms", "MASTSHELL_KEYRING=off");
    assertThat(store.read(always)).isEmpty();
    assertThat(new PatientTokenStore(new Place(false), shortly).read(always))
        .as("nor is it asked again")
        .isEmpty();
    assertThat(told).hasSize(1);
  }

  @Test
  void oneThatHangsKeepsNothingAndForgetsNothing() {
    TokenStore store = new PatientTokenStore(new Place(true), shortly);
    assertThatThrownBy(() -> store.write(TOKEN.toCharArray(), always))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("a place has not answered");
    assertThatThrownBy(() -> store.remove(always))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("a token may still be there");
  }

  @Test
  void whatWasGivenUpIsToldSoWhenItGoesOn() {
    TokenStore store = new PatientTokenStore(new Place(true), shortly);
    assertThatThrownBy(() -> store.write(TOKEN.toCharArray(), always))
        .isInstanceOf(ArchiveException.class);
    assertThat(told)
        .singleElement()
        .asString()
        .contains("the token may be stored there all the same when it does");
    over.countDown();
    assertThat(wantedInTheEnd.join()).isFalse();
  }

  @Test
  void controlCEndsTheWaitAndItIsAskedAgainLater() throws Exception {
    KeyringPatience minutes = new KeyringPatience(Duration.ofMinutes(5), told::add);
    TokenStore store = new PatientTokenStore(new Place(true), minutes);
    Cancellation pressed = new Cancellation();
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(() -> store.write(TOKEN.toCharArray(), pressed));
    asked.await();
    pressed.cancel();
    assertThatThrownBy(writing::join).hasCauseInstanceOf(CancelledException.class);
    over.countDown();
    assertThat(wantedInTheEnd.join()).isFalse();
    assertThat(told).isEmpty();
    assertThat(store.read(always)).isPresent();
    assertThatThrownBy(() -> store.read(pressed)).isInstanceOf(CancelledException.class);
  }

  @Test
  void oneThatAnswersIsWaitedFor() {
    KeyringPatience longer = new KeyringPatience(Duration.ofSeconds(20), told::add);
    TokenStore store = new PatientTokenStore(new Place(false), longer);
    assertThat(store.read(always)).get().isEqualTo(TOKEN.toCharArray());
    store.write(TOKEN.toCharArray(), always);
    assertThat(wantedInTheEnd).isCompletedWithValue(true);
    assertThat(store.remove(always)).isTrue();
    assertThat(store.where()).isEqualTo("a place");
    assertThat(told).isEmpty();
  }

  @Test
  void whatItRefusesIsItsOwn() {
    TokenStore refusing =
        new PatientTokenStore(
            new Place(false) {
              @Override
              public void write(char[] token, Cancellation cancellation) {
                throw new ArchiveException(ArchiveException.Kind.LOGIN, "not here", "there");
              }
            },
            new KeyringPatience(Duration.ofSeconds(20), told::add));
    assertThatThrownBy(() -> refusing.write(TOKEN.toCharArray(), always))
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
      asked.countDown();
      try {
        if (hangs) {
          over.await();
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public Optional<char[]> read(Cancellation cancellation) {
      hang();
      return Optional.of(TOKEN.toCharArray());
    }

    @Override
    public void write(char[] token, Cancellation cancellation) {
      hang();
      wantedInTheEnd.complete(!cancellation.isCancelled());
    }

    @Override
    public boolean remove(Cancellation cancellation) {
      hang();
      return true;
    }

    @Override
    public String where() {
      return "a place";
    }
  }
}
