package org.mastshell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginMarkTest {
  private static final byte[] SALT =
      "a test salt, not a secret".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OTHER = {1, 2, 3};

  private static String mark(String token, byte... salt) {
    return LoginMark.of(Optional.of(token.toCharArray()), () -> salt);
  }

  @Test
  void nobodyNeedsNoSalt() {
    assertThat(
            LoginMark.of(
                Optional.empty(),
                () -> {
                  throw new IllegalStateException("not asked for");
                }))
        .isEqualTo("anonymous");
  }

  @Test
  void tellsTokensApartAndDoesNotTellThem() {
    assertThat(mark("test-token-a", SALT))
        .matches("[0-9a-f]{32}")
        .isEqualTo(mark("test-token-a", SALT))
        .isNotEqualTo(mark("test-token-b", SALT))
        .isNotEqualTo(mark("test-token-a", OTHER));
  }

  @Test
  void wipesTheCharacters() {
    char[] token = "test-token-a".toCharArray();
    assertThat(LoginMark.of(Optional.of(token), () -> SALT)).isNotEmpty();
    assertThat(token).containsOnly('\0');
  }
}
