package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.javakeyring.PasswordAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class TokenStoresTest {
  private static final String TOKEN = "test-token-not-a-secret";

  @TempDir Path folder;

  private FileTokenStore store() {
    return new FileTokenStore(folder.resolve("state").resolve("token"));
  }

  private Path file() {
    return folder.resolve("state").resolve("token");
  }

  @Test
  void aTokenIsKeptForItsOwnerAlone() throws IOException {
    FileTokenStore store = store();
    assertThat(store.read(new Cancellation())).isEmpty();
    store.write(TOKEN.toCharArray(), new Cancellation());
    assertThat(store.read(new Cancellation()))
        .hasValueSatisfying(token -> assertThat(token).containsExactly(TOKEN.toCharArray()));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(store.where()).isEqualTo(file().toString());
    try (Stream<Path> files = Files.list(file().getParent())) {
      assertThat(files.toList()).isEqualTo(List.of(file()));
    }
  }

  @Test
  void aNewTokenTakesThePlaceOfTheOldWhoeverCouldReadThat() throws IOException {
    store().write("old-test-token".toCharArray(), new Cancellation());
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    store().write(TOKEN.toCharArray(), new Cancellation());
    assertThat(store().read(new Cancellation())).isPresent();
    assertThat(Files.readString(file())).isEqualTo(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx"})
  void aTokenThatOthersCanReachIsRefused(String permissions) throws IOException {
    store().write(TOKEN.toCharArray(), new Cancellation());
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));
    assertThatThrownBy(() -> store().read(new Cancellation()))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            trouble -> {
              assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.LOGIN);
              assertThat(trouble.getMessage()).contains("others can read").doesNotContain(TOKEN);
              assertThat(trouble.advice()).contains("chmod 600");
            });
  }

  @Test
  void blanksAroundATokenAreNoPartOfIt() throws IOException {
    store().write((" \n" + TOKEN + "\r\n").toCharArray(), new Cancellation());
    assertThat(store().read(new Cancellation()).orElseThrow()).containsExactly(TOKEN.toCharArray());
    store().write(" \n".toCharArray(), new Cancellation());
    assertThat(store().read(new Cancellation())).isEmpty();
  }

  @Test
  void aHugeFileIsNoToken() throws IOException {
    store().write("x".repeat(10_000).toCharArray(), new Cancellation());
    assertThatThrownBy(() -> store().read(new Cancellation())).isInstanceOf(ArchiveException.class);
  }

  @Test
  void aTokenIsForgotten() {
    assertThat(store().remove(new Cancellation())).isFalse();
    store().write(TOKEN.toCharArray(), new Cancellation());
    assertThat(store().remove(new Cancellation())).isTrue();
    assertThat(store().remove(new Cancellation())).isFalse();
    assertThat(store().read(new Cancellation())).isEmpty();
  }

  @Test
  void aFolderThatIsNoneIsSaid() throws IOException {
    Files.writeString(folder.resolve("state"), "a file");
    assertThatThrownBy(() -> store().write(TOKEN.toCharArray(), new Cancellation()))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            trouble -> assertThat(trouble.advice()).contains("MAST_API_TOKEN"));
  }

  @Test
  void aKeyringThatIsNotThereHoldsNothing() {
    // A machine that runs tests has no open keyring for a host of this name, if any at all.
    KeyringTokenStore store = new KeyringTokenStore("no-such-host.invalid");
    assertThat(store.where()).contains("keyring");
    assertThat(store.read(new Cancellation())).isEmpty();
    assertThat(store.remove(new Cancellation())).isFalse();
  }

  @Test
  void aLoginThatIsCalledOffLeavesTheKeyringAsItWas() {
    Map<String, String> held = new HashMap<>();
    KeyringTokenStore store = new KeyringTokenStore("a.example", () -> keyring(held, () -> {}));
    for (Map<String, String> before : List.of(Map.<String, String>of(), Map.of("", TOKEN))) {
      before.values().forEach(token -> store.write(token.toCharArray(), new Cancellation()));
      Map<String, String> asItWas = Map.copyOf(held);
      Cancellation pressed = new Cancellation();
      new KeyringTokenStore("a.example", () -> keyring(held, pressed::cancel))
          .write("another-test-token".toCharArray(), pressed);
      assertThat(held).isEqualTo(asItWas);
    }
    assertThat(store.read(new Cancellation()).map(String::new)).contains(TOKEN);
    assertThat(store.remove(new Cancellation())).isTrue();
    assertThat(held).isEmpty();
  }

  /** Whoever dismisses the question of the keyring has not said that there is no token. */
  @Test
  void whatAKeyringDoesNotGiveOutIsNeitherReplacedNorRemoved() {
    Map<String, String> held = new HashMap<>();
    new KeyringTokenStore("a.example", () -> keyring(held, () -> {}))
        .write(TOKEN.toCharArray(), new Cancellation());
    Map<String, String> asItWas = Map.copyOf(held);
    Cancellation pressed = new Cancellation();
    KeyringTokenStore store =
        new KeyringTokenStore(
            "a.example", () -> new RefusingKeyring(keyring(held, pressed::cancel)));

    assertThatThrownBy(() -> store.write("another-test-token".toCharArray(), pressed))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            trouble -> assertThat(trouble).hasMessageContaining("does not open"));

    assertThat(held).isEqualTo(asItWas);
    assertThat(store.read(new Cancellation())).isEmpty();
  }

  private record RefusingKeyring(OpenKeyring other) implements OpenKeyring {
    @Override
    public Optional<String> password(String service, String account)
        throws PasswordAccessException {
      throw new PasswordAccessException("Failed to get credential. The user refused");
    }

    @Override
    public void keep(String service, String account, String password)
        throws PasswordAccessException {
      other.keep(service, account, password);
    }

    @Override
    public void remove(String service, String account) throws PasswordAccessException {
      other.remove(service, account);
    }

    @Override
    public void close() {
      other.close();
    }
  }

  private static OpenKeyring keyring(Map<String, String> held, Runnable meanwhile) {
    return new OpenKeyring() {
      @Override
      public Optional<String> password(String service, String account) {
        return Optional.ofNullable(held.get(service + account));
      }

      @Override
      public void keep(String service, String account, String password) {
        held.put(service + account, password);
        meanwhile.run();
      }

      @Override
      public void remove(String service, String account) {
        held.remove(service + account);
      }

      @Override
      public void close() {
        // There is nothing to close.
      }
    };
  }

  @Test
  void aKeyringIsNotOpenedForWhatNobodyWants() {
    Cancellation calledOff = new Cancellation();
    calledOff.cancel();
    TokenStore store = new KeyringTokenStore("archive.example");
    assertThatThrownBy(() -> store.write(TOKEN.toCharArray(), calledOff))
        .isInstanceOf(CancelledException.class);
    assertThatThrownBy(() -> store.read(calledOff)).isInstanceOf(CancelledException.class);
  }
}
