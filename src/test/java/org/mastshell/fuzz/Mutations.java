package org.mastshell.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes inputs of known ones: some bytes changed, taken out, doubled, or of another input. */
final class Mutations {
  private static final int MOST_STEPS = 6;
  private static final int LONGEST_PIECE = 12;

  private final List<byte[]> known;
  private final int longest;
  private final Random chance;

  /**
   * @param known at least one
   * @param longest that an input may be, in bytes
   */
  Mutations(List<byte[]> known, int longest, Random chance) {
    this.known = List.copyOf(known);
    this.longest = longest;
    this.chance = chance;
  }

  /** The next input. */
  byte[] next() {
    byte[] input = any();
    for (int steps = chance.nextInt(MOST_STEPS); steps > 0; steps--) {
      input = changed(input);
    }
    return input.length > longest ? Arrays.copyOf(input, longest) : input;
  }

  private byte[] changed(byte... input) {
    int place = input.length == 0 ? 0 : chance.nextInt(input.length);
    return switch (chance.nextInt(6)) {
      case 0 -> with(input, place, (byte) chance.nextInt(128));
      case 1 -> with(input, place, (byte) chance.nextInt(256));
      case 2 -> {
        int bit = 1 << chance.nextInt(8);
        yield input.length == 0 ? input : with(input, place, (byte) (input[place] ^ bit));
      }
      case 3 -> joined(Arrays.copyOf(input, place), after(input, place + 1 + chance.nextInt(4)));
      case 4 -> joined(Arrays.copyOf(input, place), piece(input), after(input, place));
      default -> joined(Arrays.copyOf(input, place), piece(any()), after(input, place));
    };
  }

  private byte[] any() {
    return known.get(chance.nextInt(known.size()));
  }

  private static byte[] with(byte[] input, int place, byte value) {
    byte[] changed = input.clone();
    if (place < changed.length) {
      changed[place] = value;
    }
    return changed;
  }

  private static byte[] after(byte[] input, int place) {
    return Arrays.copyOfRange(input, Math.min(place, input.length), input.length);
  }

  private byte[] piece(byte... of) {
    if (of.length == 0) {
      return of;
    }
    int start = chance.nextInt(of.length);
    int most = Math.min(LONGEST_PIECE, of.length - start);
    return Arrays.copyOfRange(of, start, start + 1 + chance.nextInt(most));
  }

  private static byte[] joined(byte[]... pieces) {
    int length = Arrays.stream(pieces).mapToInt(piece -> piece.length).sum();
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, all, at, piece.length);
      at += piece.length;
    }
    return all;
  }
}
