package org.mastshell.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import nom.tam.fits.utilities.FitsCheckSum;

/**
 * The bytes of one header and data unit, whose cards and data can be changed in place and which is
 * then sealed with checksums (FITS standard 4.0, sections 4.4.2.7 and appendix J).
 */
final class FitsUnit {
  private static final int CARD = 80;
  private static final int BLOCK = 2880;
  private static final int CHECKSUM_VALUE = 11;
  private static final String NO_CHECKSUM = "0".repeat(16);

  private final byte[] bytes;

  /** Takes a unit whose header has the cards DATASUM and CHECKSUM; the bytes are copied. */
  FitsUnit(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where the data begin, in big-endian order as FITS has them. */
  ByteBuffer data() {
    return ByteBuffer.wrap(bytes, dataStart(), bytes.length - dataStart());
  }

  void setText(String keyword, String value) {
    setCard(keyword, "'" + String.format(Locale.ROOT, "%-8s", value.replace("'", "''")) + "'");
  }

  void setNumber(String keyword, double value) {
    setCard(keyword, String.format(Locale.ROOT, "%20.10E", value));
  }

  /** Removes the comments that tell when the unit was made, and sums it up. */
  void seal() {
    if (find("SIMPLE") >= 0) {
      setCard("SIMPLE", String.format(Locale.ROOT, "%20s / FITS standard 4.0", "T"));
    }
    byte[] data = Arrays.copyOfRange(bytes, dataStart(), bytes.length);
    setText("DATASUM", Long.toString(FitsCheckSum.checksum(data)));
    setText("CHECKSUM", NO_CHECKSUM);
    String checksum = FitsCheckSum.encode(FitsCheckSum.checksum(bytes), true);
    put(find("CHECKSUM") + CHECKSUM_VALUE, checksum);
  }

  private void setCard(String keyword, String value) {
    String card = String.format(Locale.ROOT, "%-8s= %s", keyword, value);
    String padded = String.format(Locale.ROOT, "%-80s", card);
    put(find(keyword), padded.substring(0, CARD));
  }

  private void put(int position, String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, bytes, position, ascii.length);
  }

  // Every card that is looked for stands before END, and data are never mistaken for cards.
  private int find(String keyword) {
    String padded = String.format(Locale.ROOT, "%-8s", keyword);
    for (int position = 0; position < bytes.length; position += CARD) {
      String found = new String(bytes, position, 8, StandardCharsets.US_ASCII);
      if (found.equals(padded)) {
        return position;
      }
      if (found.equals("END     ")) {
        return -1;
      }
    }
    return -1;
  }

  private int dataStart() {
    for (int position = 0; position < bytes.length; position += CARD) {
      if (new String(bytes, position, 8, StandardCharsets.US_ASCII).equals("END     ")) {
        return (position / BLOCK + 1) * BLOCK;
      }
    }
    throw new IllegalStateException("The header has no end");
  }
}
