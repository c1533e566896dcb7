package org.mastshell.vocabulary;

import java.util.List;

/**
 * A service of the archive's query interface, as it is asked by name (API.md, section 1.4).
 *
 * @param name as the archive writes it
 * @param parameters what it takes; those in brackets may be left out
 * @param meaning what it gives
 */
public record ArchiveService(String name, List<String> parameters, String meaning) {
  private static final String FILE = "services.tsv";

  /** Keeps its own copy of the parameters. */
  public ArchiveService {
    parameters = List.copyOf(parameters);
  }

  /** Those that are bundled; there are others. */
  public static List<ArchiveService> bundled() {
    return TabbedFile.read(FILE, 3).rows().stream()
        .map(
            row ->
                new ArchiveService(
                    row.get(0),
                    row.get(1).isEmpty() ? List.of() : List.of(row.get(1).split(",")),
                    row.get(2)))
        .toList();
  }
}
