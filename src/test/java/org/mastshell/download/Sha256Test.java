package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class Sha256Test {
  private static final Optional<SystemSha256.Library> SYSTEM = SystemSha256.Library.load();
  private static final int LARGE = 32 << 20;

  /** Java's, and the system's where it has one. */
  private static List<Sha256> all() {
    return SYSTEM
        .map(library -> List.of(new JavaSha256(), library.begin()))
        .orElseGet(() -> List.of(new JavaSha256()));
  }

  private static String expected(byte[] bytes, int length) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(bytes, 0, length);
    return HexFormat.of().formatHex(digest.digest());
  }

  @Property(tries = 100)
  void piecesMakeTheHashOfTheWholeAndItCanBeAskedForOnTheWay(
      @ForAll @Size(max = 20) List<@IntRange(max = 70_000) Integer> pieces) throws Exception {
    byte[] bytes = bytes(pieces.stream().mapToInt(Integer::intValue).sum());
    for (Sha256 sha256 : all()) {
      int done = 0;
      for (int piece : pieces) {
        sha256.update(bytes, done, piece);
        done += piece;
        assertThat(sha256.hex()).isEqualTo(expected(bytes, done));
      }
      assertThat(sha256.hex()).isEqualTo(expected(bytes, bytes.length));
    }
  }

  @Test
  void aPieceLargerThanTheBorrowedMemoryIsHashedWhole() throws Exception {
    byte[] bytes = bytes((1 << 20) + 7);
    for (Sha256 sha256 : all()) {
      sha256.update(bytes, 0, bytes.length);
      assertThat(sha256.hex()).isEqualTo(expected(bytes, bytes.length));
    }
  }

  @Test
  void severalThreadsHashAtOnce() throws Exception {
    Hashes hashes = Hashes.forBytes(LARGE);
    byte[] bytes = bytes(3_000_000);
    List<String> found =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(
                number -> {
                  Sha256 sha256 = hashes.begin(LARGE);
                  for (int done = 0; done < bytes.length; done += 10_000) {
                    sha256.update(bytes, done, 10_000);
                  }
                  return sha256.hex();
                })
            .toList();
    assertThat(found).containsOnly(expected(bytes, bytes.length));
  }

  @Test
  void muchWorkIsDoneByTheSystemsLibraryWhereThereIsOne() {
    Assumptions.assumeTrue(SYSTEM.isPresent(), "no library of the system");
    assertThat(Hashes.forBytes(LARGE).begin(LARGE)).isInstanceOf(SystemSha256.class);
    assertThat(Hashes.forBytes(100).begin(100)).isInstanceOf(JavaSha256.class);
    assertThat(Hashes.ofJava().begin(LARGE)).isInstanceOf(JavaSha256.class);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 + (i >> 8));
    }
    return bytes;
  }
}
