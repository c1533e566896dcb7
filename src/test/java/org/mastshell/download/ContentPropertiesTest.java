package org.mastshell.download;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.mastshell.download.ContentVerdict.Kind;

/** Whatever the bytes are, there is a verdict; and no bytes that are missing or changed pass. */
class ContentPropertiesTest {
  private static final byte[] FITS = ContentFiles.fits();
  private static final Map<String, byte[]> WHOLE =
      Map.ofEntries(
          Map.entry("a.fits", FITS),
          Map.entry("a.fits.gz", ContentFiles.gzip(FITS)),
          Map.entry("a.zip", ContentFiles.zip(FITS, new byte[99])),
          Map.entry("a.tar", ContentFiles.tar(FITS)),
          Map.entry("a.json", ContentFiles.json()),
          Map.entry("a.jpg", ContentFiles.picture("jpg")),
          Map.entry("a.png", ContentFiles.picture("png")),
          Map.entry("a.gif", ContentFiles.picture("gif")),
          Map.entry("a.pdf", ContentFiles.pdf()),
          Map.entry("a.ecsv", ContentFiles.ecsv()));

  private static Path file;

  @BeforeContainer
  static void makeFile() throws IOException {
    file = Files.createTempFile("content", ".part");
  }

  @AfterContainer
  static void removeFile() throws IOException {
    Files.deleteIfExists(file);
  }

  @Property(tries = 300)
  void anyBytesGetAVerdict(@ForAll @Size(max = 4000) byte[] bytes) throws IOException {
    for (String name : WHOLE.keySet()) {
      assertThat(check(name, bytes).kind()).isNotEqualTo(Kind.UNKNOWN_KIND);
    }
    check("a", bytes);
  }

  @Property(tries = 150)
  void soDoAnyBytesBehindARightBeginning(
      @ForAll @Size(max = 3000) byte[] bytes, @ForAll @IntRange(min = 1, max = 3000) int kept)
      throws IOException {
    for (Map.Entry<String, byte[]> whole : WHOLE.entrySet()) {
      int start = Math.min(kept, whole.getValue().length);
      byte[] mixed = Arrays.copyOf(whole.getValue(), start + bytes.length);
      System.arraycopy(bytes, 0, mixed, start, bytes.length);
      check(whole.getKey(), mixed);
    }
  }

  @Property(tries = 300)
  void cardsOfAnyKindGetAVerdict(
      @ForAll @Size(max = 6) String[] values, @ForAll @IntRange(min = 0, max = 9) int which)
      throws IOException {
    String[] keywords = {
      "SIMPLE",
      "BITPIX",
      "NAXIS",
      "NAXIS1",
      "NAXIS2",
      "PCOUNT",
      "GCOUNT",
      "DATASUM",
      "CHECKSUM",
      "EXTNAME"
    };
    String[] cards = new String[values.length + 1];
    cards[0] = "SIMPLE  =                    T";
    for (int i = 0; i < values.length; i++) {
      String keyword = String.format("%-8s", keywords[(which + i) % keywords.length]);
      String card = keyword + "= " + values[i];
      cards[i + 1] = card.substring(0, Math.min(card.length(), 80));
    }
    check("a.fits", ContentFiles.header(cards));
  }

  @Property(tries = 400)
  void whatIsCutIsNeverSound(@ForAll @IntRange(min = 0, max = 1_000_000) int place)
      throws IOException {
    for (String name : new String[] {"a.fits", "a.fits.gz", "a.zip", "a.jpg", "a.png", "a.gif"}) {
      byte[] whole = WHOLE.get(name);
      int length = place % whole.length;
      assertThat(check(name, Arrays.copyOf(whole, length)).kind())
          .as("%s cut to %d of %d", name, length, whole.length)
          .isNotEqualTo(Kind.SOUND);
    }
  }

  @Property(tries = 400)
  void aBitThatHasChangedIsSeen(@ForAll @IntRange(min = 0, max = 8_000_000) int place)
      throws IOException {
    byte[] png = flipped(WHOLE.get("a.png"), place);
    assertThat(check("a.png", png).kind()).isEqualTo(Kind.DAMAGED);
    byte[] fits = flipped(FITS, place);
    // Where the cards of the sums themselves cannot be read any more, there is nothing to compare.
    if (hasItsSums(fits)) {
      assertThat(check("a.fits", fits).kind()).as("bit %d", place).isEqualTo(Kind.DAMAGED);
    }
  }

  @Property(tries = 300)
  void aChangedPackedFileIsSeenOrUnpacksToTheSame(
      @ForAll @IntRange(min = 0, max = 8_000_000) int place) throws IOException {
    byte[] gzip = flipped(WHOLE.get("a.fits.gz"), place);
    if (!check("a.fits.gz", gzip).isDamaged()) {
      try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
        assertThat(unpacked.readAllBytes()).isEqualTo(FITS);
      }
    }
    for (Map.Entry<String, byte[]> whole : WHOLE.entrySet()) {
      check(whole.getKey(), flipped(whole.getValue(), place));
    }
  }

  private static boolean hasItsSums(byte[] fits) {
    String text = new String(fits, US_ASCII);
    return text.split("CHECKSUM= '", -1).length == 3 && text.split("DATASUM = '", -1).length == 3;
  }

  private static byte[] flipped(byte[] whole, int place) {
    byte[] changed = whole.clone();
    changed[place / 8 % whole.length] ^= (byte) (1 << (place % 8));
    return changed;
  }

  private static ContentVerdict check(String name, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    return new ContentChecks().check(file, name);
  }
}
