package org.mastshell.download;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import nom.tam.fits.utilities.FitsCheckSum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.archive.Cancellation;

/** Files that are much larger than the memory, judged by a program of its own with little of it. */
@Timeout(180)
class LargeContentTest {
  private static final long SIZE = 5L << 29;

  @TempDir Path folder;

  /** Prints the verdict, the hash and the length of the file that it is given. */
  static final class Judge {
    private Judge() {}

    /** Judges. */
    public static void main(String... arguments) throws IOException {
      Path file = Path.of(arguments[0]);
      Inspected seen = new ContentChecks().inspect(file, arguments[0], new Cancellation());
      System.out.println(seen.verdict().kind() + " " + seen.bytes() + seen.verdict().text());
    }
  }

  @Test
  void gigabytesOfFitsWithSumsFitIntoLittleMemory() throws Exception {
    Path file = folder.resolve("large.fits");
    byte[] header = summed(SIZE);
    Files.write(file, header);
    long length = header.length + (SIZE + 2879) / 2880 * 2880;
    lengthen(file, length);
    assertThat(judge(file)).isEqualTo("SOUND " + length);

    try (FileChannel data = FileChannel.open(file, StandardOpenOption.WRITE)) {
      data.write(ByteBuffer.wrap(new byte[] {1}), 2L << 30);
    }
    assertThat(judge(file)).startsWith("DAMAGED " + length + "the data of HDU 0 have changed");
    try (FileChannel data = FileChannel.open(file, StandardOpenOption.WRITE)) {
      data.truncate(length - 4000);
    }
    assertThat(judge(file)).contains("is cut off").contains(" of 2684354560 bytes");
  }

  @Test
  void soDoesWhatUnpacksToManyTimesThat() throws Exception {
    Path file = folder.resolve("large.fits.gz");
    byte[] block = new byte[1 << 20];
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write(summed(300L << 20));
      for (int i = 0; i < 300; i++) {
        out.write(block);
      }
      out.write(block, 0, (int) (2880 - (300L << 20) % 2880));
    }
    assertThat(judge(file)).startsWith("SOUND ");
  }

  @Test
  void soDoesJsonOfOneLongText() throws Exception {
    Path file = folder.resolve("large.json");
    byte[] letters = "x".repeat(1 << 20).getBytes(US_ASCII);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write('[');
      for (int member = 0; member < 2; member++) {
        out.write(member == 0 ? '"' : ',');
        out.write(member == 0 ? ' ' : '"');
        for (int i = 0; i < 100; i++) {
          out.write(letters);
        }
        out.write('"');
      }
      out.write(']');
    }
    assertThat(judge(file)).startsWith("SOUND ");
  }

  private static void lengthen(Path file, long length) throws IOException {
    try (FileChannel data = FileChannel.open(file, StandardOpenOption.WRITE)) {
      data.write(ByteBuffer.wrap(new byte[1]), length - 1);
    }
  }

  /** A header for zeros of this length, with sums that fit. */
  private static byte[] summed(long size) {
    String naxis1 = String.format(Locale.ROOT, "NAXIS1  = %20d", size);
    String zeros = "CHECKSUM= '0000000000000000'";
    String[] cards = {
      "SIMPLE  =                    T",
      "BITPIX  =                    8",
      "NAXIS   =                    1",
      naxis1,
      "DATASUM = '0       '",
      zeros
    };
    String sum = FitsCheckSum.encode(FitsCheckSum.checksum(ContentFiles.header(cards)), true);
    cards[5] = "CHECKSUM= '" + sum + "'";
    return ContentFiles.header(cards);
  }

  private static String judge(Path file) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Judge.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
