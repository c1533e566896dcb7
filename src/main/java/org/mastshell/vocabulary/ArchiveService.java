package org.mastshell.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Set;

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

  /**
   * The parameters of a service in the place of the columns of a table; none of one that is not
   * known.
   */
  public static ServiceTable of(String name) {
    List<Field> parameters =
        bundled().stream()
            .filter(service -> service.name().equalsIgnoreCase(name))
            .flatMap(service -> service.parameters().stream())
            .map(ArchiveService::parameter)
            .toList();
    return new ServiceTable(SetKind.ROWS, name, "", name, "", parameters, Set.of(), Map.of());
  }

  private static Field parameter(String typed) {
    boolean optional = typed.startsWith("[");
    return Field.column(
        typed.replaceAll("[\\[\\]]", ""),
        SetKind.ROWS,
        ValueKind.TEXT,
        "",
        optional ? "may be left out" : "needed",
        "A parameter of this service",
        "");
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
