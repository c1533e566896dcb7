package org.mastshell.language;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A way to write dates elsewhere that is not understood here. */
interface DateHabit {

  /**
   * Why a text is no date here, and which date was probably meant; empty if it is not written this
   * way.
   *
   * @param text without blanks around it
   */
  Optional<Remark> explain(String text);

  /** The message about a text that is no date. */
  static String none(String text) {
    return (text.isEmpty() ? "nothing" : text) + " is no date";
  }

  /** A pattern for which case does not count. */
  static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /** A date with dashes; a part that is null is left out. */
  static String dashed(String year, String month, String day) {
    return year + "-" + padded(month) + (day == null ? "" : "-" + padded(day));
  }

  private static String padded(String number) {
    return number.length() == 1
        ? String.format(Locale.ROOT, "%02d", Integer.parseInt(number))
        : number;
  }
}
