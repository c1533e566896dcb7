package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WellFormedUtf8Test {

  /** Gives a few bytes at a time, as a network does. */
  private static final class Dripping extends InputStream {
    private final ByteArrayInputStream bytes;
    private final int most;

    Dripping(byte[] bytes, int most) {
      this.bytes = new ByteArrayInputStream(bytes);
      this.most = most;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, Math.min(length, most));
    }
  }

  private static void givesWhatAReaderGives(byte[] bytes, int atOnce) throws IOException {
    byte[] repaired = new WellFormedUtf8(new Dripping(bytes, atOnce)).readAllBytes();
    assertThat(repaired)
        .isEqualTo(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 2000)
  void anyBytesBecomeWhatAReaderMakesOfThem(
      @ForAll @Size(max = 60) byte[] bytes, @ForAll @IntRange(min = 1, max = 7) int atOnce)
      throws IOException {
    givesWhatAReaderGives(bytes, atOnce);
  }

  @Property(tries = 1000)
  void anyTextStaysAsItIs(@ForAll String text, @ForAll @IntRange(min = 1, max = 7) int atOnce)
      throws IOException {
    givesWhatAReaderGives(text.getBytes(StandardCharsets.UTF_8), atOnce);
  }

  @Test
  void longBodiesAreTakenWhateverFallsOnTheirSeams() throws IOException {
    String text = ("é" + "x".repeat(16_381) + "世界\uD83D\uDD2D").repeat(5);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < 8; from++) {
      byte[] cut = Arrays.copyOfRange(bytes, from, bytes.length);
      givesWhatAReaderGives(cut, Integer.MAX_VALUE);
    }
  }
}
