package org.mastshell.download;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nom.tam.fits.utilities.FitsCheckSum;

/**
 * Judges FITS files (FITS standard 4.0): every header complete, all its data there, and the sums
 * right where they are written down (section 4.4.2.7, appendix J).
 *
 * <p>Cards and sums are the library's; the way through the file is ours. The library keeps headers
 * in memory whatever their length, believes the sizes they state, and takes some files that are cut
 * off for whole.
 */
final class FitsCheck implements StreamCheck {
  private static final int BLOCK = FitsHeader.BLOCK;
  // Whole blocks, and whole words of the sum.
  private static final int CHUNK = 32 * BLOCK;
  private static final long ALL_ONES = 0xFFFFFFFFL;
  private static final String PRIMARY = "SIMPLE  =";
  private static final String EXTENSION = "XTENSION";
  private static final int CARD = 80;
  // The card that comes second in every header.
  private static final String SECOND = "BITPIX  =";
  private static final int MOST_WARNINGS = 5;

  private boolean summed = true;
  private boolean counted;

  @Override
  public boolean isSummed() {
    return summed;
  }

  // Without the number of its extensions, another one could follow.
  @Override
  public boolean showsItsEnd() {
    return counted;
  }

  @Override
  public List<String> check(ByteStream bytes) throws IOException {
    List<String> warnings = new ArrayList<>();
    byte[] block = new byte[BLOCK];
    long announced = -1;
    int units = 0;
    int there = bytes.read(block, 0, BLOCK);
    if (!begins(block, there, PRIMARY)) {
      throw new Damage(there == 0 ? "it is empty" : "it does not begin as a FITS file does");
    }
    while (there > 0) {
      if (units > 0 && !begins(block, there, EXTENSION)) {
        afterLastUnit(bytes, block, there, warnings);
        break;
      }
      FitsHeader header = new FitsHeader(units);
      long sum = header(header, bytes, block, there);
      if (units == 0) {
        announced = header.extensions();
      }
      data(header, sum, bytes, warnings);
      summed &= header.isSummedUp();
      mind(header, warnings);
      units++;
      there = bytes.read(block, 0, BLOCK);
    }
    counted = announced >= 0;
    if (announced >= units) {
      warnings.add(
          "its header says NEXTEND "
              + announced
              + ", and "
              + (units - 1)
              + " extensions are there");
    }
    return warnings.size() <= MOST_WARNINGS
        ? warnings
        : List.of(
            String.join("; ", warnings.subList(0, MOST_WARNINGS)),
            "and " + (warnings.size() - MOST_WARNINGS) + " more");
  }

  /** Reads a header of which the first block is here already; its sum comes back. */
  private static long header(FitsHeader header, ByteStream bytes, byte[] block, int first)
      throws IOException {
    int there = first;
    long sum = 0;
    while (true) {
      if (there < BLOCK) {
        throw new Damage(
            "the header of "
                + header.place()
                + " is cut off at byte "
                + bytes.position()
                + ", before its END");
      }
      sum = FitsCheckSum.sumOf(sum, FitsCheckSum.checksum(block, 0, BLOCK));
      if (header.take(block)) {
        return sum;
      }
      there = bytes.read(block, 0, BLOCK);
    }
  }

  private static void data(
      FitsHeader header, long headerSum, ByteStream bytes, List<String> warnings)
      throws IOException {
    long size = header.dataSize();
    if (size > Long.MAX_VALUE - BLOCK) {
      throw Damage.cut("the data unit of " + header.place(), bytes.drain(), size);
    }
    long padded = (size + BLOCK - 1) / BLOCK * BLOCK;
    boolean summed = header.isSummedUp() || header.datasum().isPresent();
    byte[] chunk = new byte[(int) Math.min(padded, CHUNK)];
    long sum = 0;
    long there = 0;
    while (there < padded) {
      long wanted = summed ? Math.min(padded - there, CHUNK) : padded - there;
      long count = summed ? bytes.read(chunk, 0, (int) wanted) : bytes.skip(wanted);
      there += count;
      if (there < size && count < wanted) {
        throw Damage.cut("the data unit of " + header.place(), there, size);
      }
      if (summed) {
        Arrays.fill(chunk, (int) count, (int) wanted, header.padding());
        sum = FitsCheckSum.sumOf(sum, FitsCheckSum.checksum(chunk, 0, (int) wanted));
      }
      if (count < wanted) {
        warnings.add(
            "the last " + (padded - there) + " bytes of padding are missing after its data");
        break;
      }
    }
    compare(header, headerSum, sum);
  }

  private static void compare(FitsHeader header, long headerSum, long sum) throws Damage {
    if (header.datasum().isPresent()) {
      String stated = header.datasum().get();
      if (!stated.equals(Long.toString(sum)) && !isSame(stated, sum)) {
        throw new Damage(
            "the data of "
                + header.place()
                + " have changed: DATASUM is "
                + stated
                + ", their sum is "
                + sum);
      }
    }
    if (header.isSummedUp() && !isNothing(FitsCheckSum.sumOf(headerSum, sum))) {
      throw new Damage(
          (header.datasum().isPresent() ? "the header of " : "the header or the data of ")
              + header.place()
              + (header.datasum().isPresent() ? " has" : " have")
              + " changed: CHECKSUM does not fit");
    }
  }

  private static boolean isSame(String stated, long sum) throws Damage {
    try {
      long number = Long.parseLong(stated);
      return number == sum || (isNothing(number) && isNothing(sum));
    } catch (NumberFormatException e) {
      throw new Damage("a DATASUM is no number: " + stated, e);
    }
  }

  // Ones' complement has two zeros.
  private static boolean isNothing(long sum) {
    return sum == 0 || sum == ALL_ONES;
  }

  private static void mind(FitsHeader header, List<String> warnings) {
    if (header.disclaims()) {
      warnings.add("it says of itself that it does not follow the FITS standard");
    }
    if (header.hasForeignCharacters()) {
      warnings.add("the header of " + header.place() + " has characters that FITS forbids");
    }
  }

  // The standard (section 3.5) allows "special records" there, blocks of any content, and advises
  // against them. A header whose first card has changed is none. Less than a block is the beginning
  // of something that was cut off.
  private static void afterLastUnit(
      ByteStream bytes, byte[] block, int first, List<String> warnings) throws IOException {
    if (first == BLOCK
        && new String(block, CARD, CARD, StandardCharsets.US_ASCII).startsWith(SECOND)) {
      throw new Damage("a header follows the last HDU that does not begin with XTENSION");
    }
    boolean zeros = isZero(block, first);
    long count = first;
    int there = first;
    while (there == BLOCK) {
      there = bytes.read(block, 0, BLOCK);
      zeros &= isZero(block, there);
      count += there;
    }
    if (count % BLOCK != 0 && !zeros) {
      throw new Damage(
          count + " bytes follow the last HDU that are neither an HDU nor whole FITS blocks");
    }
    warnings.add(count + " bytes follow the last HDU");
  }

  private static boolean isZero(byte[] block, int length) {
    for (int i = 0; i < length; i++) {
      if (block[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean begins(byte[] block, int length, String text) {
    return length >= text.length()
        && new String(block, 0, text.length(), StandardCharsets.US_ASCII).equals(text);
  }
}
