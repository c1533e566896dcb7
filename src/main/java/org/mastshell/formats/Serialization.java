package org.mastshell.formats;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a VOTable holds its cells. */
public enum Serialization {
  /** As text, an element a cell. */
  TABLEDATA,
  /** As binary numbers in Base64, with marks for missing cells. */
  BINARY2;

  /** The word for it in options. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that name, whatever the case. */
  public static Optional<Serialization> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equalsIgnoreCase(word)).findAny();
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Serialization::word).toList();
  }
}
