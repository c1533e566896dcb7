package org.mastshell.terminal;

/** What words have in common. */
final class Common {
  private Common() {}

  /** What both begin with, whatever the case, in the spelling of the first. */
  static String beginning(String one, String other) {
    if (other.startsWith(one)) {
      return one;
    }
    int length = 0;
    int limit = Math.min(one.length(), other.length());
    while (length < limit && one.regionMatches(true, length, other, length, 1)) {
      length++;
    }
    boolean splitsPair = length > 0 && Character.isHighSurrogate(one.charAt(length - 1));
    return one.substring(0, splitsPair ? length - 1 : length);
  }
}
