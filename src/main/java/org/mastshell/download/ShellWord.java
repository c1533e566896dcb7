package org.mastshell.download;

import java.util.regex.Pattern;

/** Words of the system's shell (POSIX, section 2.2, Quoting), in lines that people paste. */
public final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[\\w./+@%,:=-]+");

  private ShellWord() {}

  /** A word that stands for the text and nothing else. */
  public static String of(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** A word for a file that no program takes for an option. */
  public static String ofFile(String path) {
    return of(path.startsWith("-") ? "./" + path : path);
  }
}
