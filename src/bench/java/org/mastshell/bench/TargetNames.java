package org.mastshell.bench;

import java.util.Locale;

/** Names of targets as proposers give them: of catalogues, with numbers or with coordinates. */
public final class TargetNames {
  private static final int KINDS = 5;

  private TargetNames() {}

  /** A name; another one for each number. */
  public static String name(int number) {
    return switch (number % KINDS) {
      case 0 -> "NGC" + number;
      case 1 -> "TIC " + (25_155_310L + number * 7919L);
      case 2 -> String.format(Locale.ROOT, "FIELD-%05d", number);
      case 3 -> String.format(Locale.ROOT, "J%06d-%06d", number * 11, number * 5);
      default -> "HD-" + number + "-OFFSET";
    };
  }
}
