package org.mastshell.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the suffixes of file names mean, by mission. */
public final class Suffixes {
  private final List<List<String>> rows;

  private Suffixes(List<List<String>> rows) {
    this.rows = rows;
  }

  /** The dictionary as it is bundled. */
  public static Suffixes bundled() {
    return new Suffixes(TabbedFile.read("suffixes.tsv", 4).rows());
  }

  /**
   * What a suffix means in a mission.
   *
   * @param suffix in any case, with or without the {@code _} before it
   * @param mission as in {@code obs_collection}; the Hubble and Kepler collections count as theirs
   */
  public Optional<String> meaning(String suffix, String mission) {
    String bare = suffix.startsWith("_") ? suffix.substring(1) : suffix;
    String family = family(mission);
    return rows.stream()
        .filter(row -> row.get(0).equalsIgnoreCase(family) && row.get(1).equalsIgnoreCase(bare))
        .map(row -> row.get(3))
        .findFirst();
  }

  private static String family(String mission) {
    return switch (mission.toUpperCase(Locale.ROOT)) {
      case "HLA" -> "HST";
      case "K2", "K2FFI", "KEPLERFFI" -> "Kepler";
      default -> mission;
    };
  }
}
