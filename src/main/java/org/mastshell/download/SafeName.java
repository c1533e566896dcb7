package org.mastshell.download;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns a name that the archive sends into one that is safe as a single part of a path, on the file
 * systems of Linux, macOS and Windows alike. A name that is safe already stays as it is.
 */
final class SafeName {
  /** The most bytes of a name: file systems allow 255, some are needed for what is appended. */
  static final int MOST_BYTES = 230;

  private static final String FORBIDDEN = "/\\:*?\"<>|";
  // Windows keeps these for devices, with any extension; the superscript digits count too.
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])[ ]*(\\..*)?");
  private static final Pattern OURS =
      Pattern.compile(
          "(?i)(mastDownload_)?manifest\\.(csv|json)|.*\\.part(\\.[a-z]{1,8})?|.*\\.(unreadable|lost-records)");
  private static final int LONGEST_EXTENSION = 16;

  private SafeName() {}

  /** A safe name, never empty. */
  static String of(String raw) {
    StringBuilder clean = new StringBuilder();
    Normalizer.normalize(raw, Normalizer.Form.NFC)
        .codePoints()
        .forEach(c -> clean.appendCodePoint(isAllowed(c) ? c : '_'));
    String name = shortened(clean.toString(), MOST_BYTES);
    String kept = name.replaceAll("[. ]+$", "");
    if (kept.isEmpty()) {
      return "_";
    }
    // A leading dot hides a file (or names a start file of a shell), a dash looks like an option.
    boolean awkward = kept.startsWith(".") || kept.startsWith("-") || kept.startsWith(" ");
    if (awkward || DEVICE.matcher(kept).matches()) {
      kept = "_" + kept;
    }
    return OURS.matcher(kept).matches() ? kept + "_" : kept;
  }

  /** The name with a number before its extension. */
  static String numbered(String name, int number) {
    int dot = extensionStart(name);
    return name.substring(0, dot) + "-" + number + name.substring(dot);
  }

  /**
   * What two names have in common that some file system takes for the same: one without regard to
   * case, or to how letters with accents are composed.
   */
  static String folded(String path) {
    String caseless = path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(caseless, Normalizer.Form.NFC);
  }

  private static boolean isAllowed(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> FORBIDDEN.indexOf(c) < 0;
    };
  }

  /** The name in so many bytes of UTF-8, at least 40: with a mark of what it was if it is cut. */
  static String shortened(String name, int most) {
    if (bytes(name) <= most) {
      return name;
    }
    String extension = name.substring(extensionStart(name));
    String mark = "~" + Integer.toHexString(name.hashCode());
    int room = most - bytes(extension) - bytes(mark);
    int end = name.length() - extension.length();
    while (bytes(name.substring(0, end)) > room) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end) + mark + extension;
  }

  // "x.fits.gz" has the extension ".fits.gz"; anything long after a dot is no extension.
  private static int extensionStart(String name) {
    int dot = name.lastIndexOf('.');
    if (dot <= 0 || bytes(name.substring(dot)) > LONGEST_EXTENSION) {
      return name.length();
    }
    int earlier = name.lastIndexOf('.', dot - 1);
    boolean packed = name.substring(dot).matches("(?i)\\.(gz|bz2|xz|zip)");
    return packed && earlier > 0 && dot - earlier <= 6 ? earlier : dot;
  }

  /** Its length in UTF-8. */
  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
