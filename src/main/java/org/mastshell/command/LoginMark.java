package org.mastshell.command;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells one login from another in names of files, without telling the token. Without the salt, of
 * which each cache has one of its own, nobody can find out whether a mark is that of a token.
 */
final class LoginMark {
  /** Nobody is logged in. */
  static final String ANONYMOUS = "anonymous";

  private static final String METHOD = "HmacSHA256";
  private static final int BYTES = 16;

  private LoginMark() {}

  /**
   * The mark of a token.
   *
   * @param token if there is none, nobody is logged in; the characters are wiped
   * @param salt asked for only if there is one
   */
  static String of(Optional<char[]> token, Supplier<byte[]> salt) {
    return token.map(characters -> mark(characters, salt.get())).orElse(ANONYMOUS);
  }

  private static String mark(char[] token, byte... salt) {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(token));
    try {
      Mac mac = Mac.getInstance(METHOD);
      mac.init(new SecretKeySpec(salt, METHOD));
      mac.update(bytes);
      return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(), BYTES));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    } finally {
      Arrays.fill(token, '\0');
      bytes.rewind();
      while (bytes.hasRemaining()) {
        bytes.put((byte) 0);
      }
    }
  }
}
