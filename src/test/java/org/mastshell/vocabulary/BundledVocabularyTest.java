package org.mastshell.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mastshell.table.NaturalOrder;

/** The bundled lists are in the form that their heads and the page beside them promise. */
class BundledVocabularyTest {
  private static final Path FOLDER = Path.of("completions/vocabulary");

  /** For each file, how many of its first cells tell a line from the others. */
  private static final Map<String, Integer> KEYS =
      Map.ofEntries(
          Map.entry("fields.tsv", 1),
          Map.entry("missions.tsv", 1),
          Map.entry("instruments.tsv", 2),
          Map.entry("filters.tsv", 3),
          Map.entry("product-types.tsv", 2),
          Map.entry("suffixes.tsv", 3),
          Map.entry("calibration-levels.tsv", 1),
          Map.entry("projects.tsv", 2),
          Map.entry("provenances.tsv", 2),
          Map.entry("values.tsv", 3),
          Map.entry("value-aliases.tsv", 2),
          Map.entry("citations.tsv", 2),
          Map.entry("service-tables.tsv", 2),
          Map.entry("services.tsv", 1),
          Map.entry("cutouts.tsv", 2),
          Map.entry("service-columns.tsv", 2),
          Map.entry("service-values.tsv", 3),
          Map.entry("ranges.tsv", 1));

  static List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".tsv"))
          .sorted()
          .toList();
    }
  }

  private static List<String> head(String name) throws IOException {
    return Files.readAllLines(FOLDER.resolve(name)).stream()
        .takeWhile(line -> line.startsWith("#"))
        .toList();
  }

  private static List<List<String>> rows(String name) throws IOException {
    return Files.readAllLines(FOLDER.resolve(name)).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }

  @Test
  void everyFileIsDocumentedAndPacked() throws IOException {
    String page = Files.readString(FOLDER.resolve("README.md"));
    assertThat(files()).containsExactlyInAnyOrderElementsOf(KEYS.keySet());
    for (String name : files()) {
      assertThat(page).contains("| `" + name + "` |");
      assertThat(KnownValues.class.getResource(name)).as(name).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void theHeadTellsTheColumnsTheSourceAndTheDate(String name) throws IOException {
    List<String> head = head(name);

    assertThat(head.get(1).replaceAll("\\(.*?\\)", "").split(", ").length)
        .as(head.get(1))
        .isEqualTo(rows(name).get(0).size());
    assertThat(head).anyMatch(line -> line.startsWith("# source: "));
    assertThat(head.get(head.size() - 1)).startsWith("# date: ");
    assertThat(LocalDate.parse(head.get(head.size() - 1).substring("# date: ".length())))
        .isAfter(LocalDate.of(2026, 1, 1));
  }

  @ParameterizedTest
  @MethodSource("files")
  void linesAreWellFormedAndNoneComesTwice(String name) throws IOException {
    List<List<String>> rows = rows(name);
    Set<List<String>> keys = new HashSet<>();
    for (List<String> row : rows) {
      assertThat(row).as(name).hasSameSizeAs(rows.get(0));
      assertThat(row)
          .allSatisfy(cell -> assertThat(cell).isNotEmpty().isEqualTo(cell.strip()))
          .allSatisfy(cell -> assertThat(cell).doesNotContainPattern("\\p{Cntrl}|  "));
      assertThat(keys.add(row.subList(0, KEYS.get(name)))).as("%s: %s", name, row).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void linesThatBelongTogetherStandTogether(String name) throws IOException {
    int key = KEYS.get(name);
    List<List<String>> groups = new ArrayList<>();
    for (List<String> row : rows(name)) {
      List<String> group = row.subList(0, key > 1 ? 1 : 0);
      if (groups.isEmpty() || !groups.get(groups.size() - 1).equals(group)) {
        groups.add(group);
      }
    }
    // Missions are named in several combinations, whose lines stand by instrument.
    if (!Set.of("filters.tsv", "instruments.tsv", "projects.tsv").contains(name)) {
      assertThat(groups).doesNotHaveDuplicates();
    }
  }

  @Test
  void plainFiltersOfAnInstrumentAreInOrder() throws IOException {
    List<String> broad =
        rows("filters.tsv").stream()
            .filter(row -> row.get(1).equals("NIRCAM") && row.get(2).matches("F\\d+[WMN]2?"))
            .map(row -> row.get(2))
            .toList();
    assertThat(broad).hasSize(29).isSortedAccordingTo(NaturalOrder.INSTANCE);
  }

  @Test
  void filesNameOnlyWhatTheOthersKnow() throws IOException {
    Set<String> missions = new HashSet<>();
    rows("missions.tsv").forEach(row -> missions.add(row.get(0)));
    Set<String> instruments = new HashSet<>(Set.of("-"));
    rows("instruments.tsv")
        .forEach(
            row -> {
              instruments.add(row.get(1));
              instruments.add(NamesWanted.family(row.get(1)));
            });
    for (String name :
        List.of("instruments.tsv", "filters.tsv", "projects.tsv", "provenances.tsv")) {
      assertThat(rows(name))
          .allSatisfy(row -> assertThat(missions).contains(row.get(0).split(",")));
    }
    assertThat(rows("suffixes.tsv")).allSatisfy(row -> assertThat(missions).contains(row.get(0)));
    assertThat(rows("filters.tsv")).allSatisfy(row -> assertThat(instruments).contains(row.get(1)));
  }

  // As VOTable and FITS have them, which other programs read; MJD and B are written as d and byte.
  @Test
  void unitsAreThoseThatOtherProgramsKnow() throws IOException {
    Set<String> units =
        rows("service-columns.tsv").stream().map(row -> row.get(4)).collect(Collectors.toSet());
    assertThat(units)
        .isSubsetOf(
            "-",
            "mag",
            "deg",
            "mas",
            "MJD",
            "arcsec",
            "mas/yr",
            "s",
            "km/s",
            "K",
            "Angstrom",
            "yr",
            "solRad",
            "solMass",
            "solLum",
            "pc",
            "arcmin",
            "B");
  }

  @Test
  void fieldsOfListsAreFields() throws IOException {
    Fields fields = Fields.bundled();
    for (String name : List.of("product-types.tsv", "values.tsv", "value-aliases.tsv")) {
      assertThat(rows(name))
          .allSatisfy(
              row ->
                  assertThat(
                          Stream.of(SetKind.values())
                              .anyMatch(kind -> fields.find(row.get(0), kind).isPresent()))
                      .as(row.get(0))
                      .isTrue());
    }
  }

  @Test
  void stagesAreThoseThatNamesOfFilesTell() throws IOException {
    List<List<String>> files =
        rows("suffixes.tsv").stream()
            .filter(row -> row.get(0).equals("JWST") && !row.get(2).equals("-"))
            .filter(row -> Set.of("1b", "2a", "2b", "3").contains(row.get(3)))
            .toList();
    assertThat(files).hasSizeGreaterThan(35);
    for (List<String> row : files) {
      String whose =
          row.get(3).equals("3")
              ? "jw01073-o001_t001_nircam_clear-f277w_"
              : "jw01073001001_02101_00001_nrca1_";
      String file = whose + row.get(2) + ".fits";
      assertThat(FileName.parse(file).stage()).as(file).isEqualTo(row.get(3));
      assertThat(FileName.parse(file).suffix()).as(file).isEqualTo(row.get(2));
    }
  }
}
