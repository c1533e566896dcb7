package org.mastshell.download;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nom.tam.fits.HeaderCard;

/**
 * What the header of one header and data unit says about its data: how many bytes they have, and
 * their sums. Of all other cards nothing is kept, so that a header of any length takes no memory.
 */
final class FitsHeader {
  static final int BLOCK = 2880;

  private static final int CARD = 80;
  private static final int KEYWORD = 8;
  private static final int MOST_AXES = 999;
  private static final String END = "END";
  private static final Set<Long> PIXEL_BITS = Set.of(8L, 16L, 32L, 64L, -32L, -64L);
  private static final Pattern WANTED =
      Pattern.compile(
          "SIMPLE|XTENSION|BITPIX|NAXIS[1-9]?[0-9]{0,2}|PCOUNT|GCOUNT|GROUPS|EXTNAME|NEXTEND"
              + "|DATASUM|CHECKSUM");

  private final String place;
  private final Map<String, String> values = new HashMap<>();
  private boolean foreignCharacters;

  /**
   * A header of which nothing is known yet.
   *
   * @param number which one it is in its file, from 0
   */
  FitsHeader(int number) {
    this.place = "HDU " + number;
  }

  /** The unit, for messages: {@code HDU 1 (SCI)}. */
  String place() {
    String name = values.getOrDefault("EXTNAME", "").strip();
    return name.isEmpty() ? place : place + " (" + name + ")";
  }

  /**
   * Takes a block of cards.
   *
   * @return whether the header ends in it
   */
  boolean take(byte[] block) throws Damage {
    for (int start = 0; start < BLOCK; start += CARD) {
      String card = new String(block, start, CARD, StandardCharsets.ISO_8859_1);
      foreignCharacters |= !isText(card);
      String keyword = card.substring(0, KEYWORD).stripTrailing();
      if (keyword.equals(END)) {
        if (!card.substring(END.length()).isBlank()) {
          throw new Damage("the header of " + place() + " has an END that is none");
        }
        return true;
      }
      if (card.startsWith("= ", KEYWORD) && WANTED.matcher(keyword).matches()) {
        keep(keyword, card);
      }
    }
    return false;
  }

  /** Whether there are characters in it that no header may have. */
  boolean hasForeignCharacters() {
    return foreignCharacters;
  }

  /** Whether the file says of itself that it is not one by the standard. */
  boolean disclaims() {
    return "F".equals(values.get("SIMPLE"));
  }

  /** With what the last block of the data is filled up. */
  byte padding() {
    return (byte) (values.getOrDefault("XTENSION", "").strip().equals("TABLE") ? ' ' : 0);
  }

  /** The sum of the data as it is written down; empty if it is not. */
  Optional<String> datasum() {
    return Optional.ofNullable(values.get("DATASUM")).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** Whether the unit was made to sum up to nothing. */
  boolean isSummedUp() {
    String text = values.getOrDefault("CHECKSUM", "").strip();
    // Zeros stand there until the sum is put in.
    return !text.isEmpty() && !text.chars().allMatch(c -> c == '0');
  }

  /** How many extensions the primary header announces, or -1. It is a custom, not the standard. */
  long extensions() {
    String text = values.getOrDefault("NEXTEND", "");
    return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : -1;
  }

  /** How many bytes of data follow, without those that fill up the last block. */
  long dataSize() throws Damage {
    long bits = number("BITPIX");
    if (!PIXEL_BITS.contains(bits)) {
      throw wrong("BITPIX", bits);
    }
    long axes = number("NAXIS");
    if (axes < 0 || axes > MOST_AXES) {
      throw wrong("NAXIS", axes);
    }
    if (axes == 0) {
      return 0;
    }
    try {
      return Math.multiplyExact(elements(axes), Math.abs(bits) / 8);
    } catch (ArithmeticException e) {
      throw new Damage("the header of " + place() + " states more data than a file can hold", e);
    }
  }

  // FITS standard 4.0, sections 4.4.1.2 and 6.1.1: random groups have no first axis.
  private long elements(long axes) throws Damage {
    boolean groups =
        "T".equals(values.get("GROUPS")) && "0".equals(values.get("NAXIS1")) && axes > 1;
    long product = 1;
    boolean none = false;
    for (int axis = groups ? 2 : 1; axis <= axes; axis++) {
      long length = notNegative("NAXIS" + axis);
      none |= length == 0;
      // A later axis of length 0 makes any product 0, however large it was before.
      product = none ? 0 : Math.multiplyExact(product, length);
    }
    if (!groups && !values.containsKey("XTENSION")) {
      return product;
    }
    long parameters = values.containsKey("PCOUNT") ? notNegative("PCOUNT") : 0;
    long count = values.containsKey("GCOUNT") ? notNegative("GCOUNT") : 1;
    return Math.multiplyExact(count, Math.addExact(parameters, product));
  }

  private void keep(String keyword, String card) throws Damage {
    try {
      String value = HeaderCard.create(card).getValue();
      if (value != null) {
        values.putIfAbsent(keyword, value);
      }
    } catch (IllegalArgumentException e) {
      throw new Damage("the header of " + place() + " has a broken card " + keyword, e);
    }
  }

  private long notNegative(String keyword) throws Damage {
    long number = number(keyword);
    if (number < 0) {
      throw wrong(keyword, number);
    }
    return number;
  }

  private long number(String keyword) throws Damage {
    String value = values.get(keyword);
    if (value == null) {
      throw new Damage("the header of " + place() + " has no " + keyword);
    }
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new Damage("the header of " + place() + " has a " + keyword + " that is no number", e);
    }
  }

  private Damage wrong(String keyword, long value) {
    return new Damage("the header of " + place() + " has an impossible " + keyword + ": " + value);
  }

  private static boolean isText(String card) {
    for (int i = 0; i < CARD; i++) {
      if (card.charAt(i) < ' ' || card.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
