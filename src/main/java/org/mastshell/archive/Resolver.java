package org.mastshell.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The catalogues that the archive's name resolver can be told to ask. */
public enum Resolver {
  SIMBAD,
  NED,
  /** The TESS input catalogue. */
  TIC,
  /** The Kepler input catalogue. */
  KEPLER,
  /** The input catalogue of K2. */
  K2;

  /** The word for it, as people type it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The resolver of that name, whatever the case. */
  public static Optional<Resolver> of(String word) {
    return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(word)).findAny();
  }

  /** All words, as people type them. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Resolver::word).toList();
  }

  // SIMBAD has a mirror, which answers under a name of its own (SIMBADCFA).
  boolean gave(ResolvedName found) {
    return found.resolver().equalsIgnoreCase(name())
        || (this == SIMBAD && found.resolver().toUpperCase(Locale.ROOT).startsWith(name()));
  }
}
