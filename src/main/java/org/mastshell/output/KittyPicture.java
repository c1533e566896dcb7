package org.mastshell.output;

import java.util.Base64;

/**
 * Pictures by Kitty's terminal graphics protocol: a PNG file in pieces of base64, each in a control
 * sequence of its own.
 */
final class KittyPicture {
  private static final int PIECE = 4096;
  private static final String START = "\u001b_G";
  private static final String END = "\u001b\\";

  private KittyPicture() {}

  /**
   * The sequences that show a picture where the cursor is; the cursor goes to its last line.
   *
   * @param png the file
   * @param columns how wide it is to be, in characters
   * @param rows how high it is to be, in lines
   */
  static String of(byte[] png, int columns, int rows) {
    String text = Base64.getEncoder().encodeToString(png);
    StringBuilder sequences = new StringBuilder();
    for (int from = 0; from < text.length(); from += PIECE) {
      int to = Math.min(text.length(), from + PIECE);
      sequences.append(START);
      if (from == 0) {
        // Sent and shown, as PNG, without an answer.
        sequences.append("a=T,f=100,q=2,c=").append(columns).append(",r=").append(rows).append(',');
      }
      sequences.append("m=").append(to < text.length() ? 1 : 0).append(';');
      sequences.append(text, from, to).append(END);
    }
    return sequences.toString();
  }
}
