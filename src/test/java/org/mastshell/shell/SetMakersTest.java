package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mastshell.command.SetMakers;

/** Each command that a saved search may hold is kept with a search, and run by another shell. */
class SetMakersTest extends DemoProgramTest {
  private static final String FOUND = "search program=1073 filters=F277W --limit 3";
  private static final String OTHER = "search program=1073 filters=F070W --limit 3";
  private static final String DATASETS = "datasets jwst program=1073 filter=F277W";

  /** Lines of which the last is the command. */
  private static final Map<String, List<String>> WAYS =
      Map.ofEntries(
          Map.entry("search", List.of(FOUND)),
          Map.entry("import", List.of(FOUND, "export there.csv --force", "import there.csv")),
          Map.entry("products", List.of(FOUND, "products")),
          Map.entry("observations", List.of(DATASETS, "observations")),
          Map.entry("filter", List.of(FOUND, "filter level=3")),
          Map.entry("unique", List.of(FOUND, "products", "unique")),
          Map.entry("sort", List.of(FOUND, "sort t_exptime")),
          Map.entry("pick", List.of(FOUND, "pick 1-2")),
          Map.entry("union", List.of(FOUND, OTHER, "union 1 2")),
          Map.entry("intersect", List.of(FOUND, OTHER, "intersect 1 2")),
          Map.entry("minus", List.of(FOUND, OTHER, "minus 1 2")),
          Map.entry("sql", List.of(FOUND, "sql SELECT obs_id FROM obs")),
          Map.entry("datasets", List.of(DATASETS)),
          Map.entry("keywords", List.of("keywords nircam program=1073 filter=F277W level=1b")),
          Map.entry("cutout", List.of("cutout tess coordinates=\"210.8 54.3\" sector=14 --to cut")),
          Map.entry("catalog", List.of("catalog tic target=M101 radius=3arcmin")),
          Map.entry(
              "crossmatch",
              List.of(
                  "catalog tic target=M101 radius=3arcmin", "crossmatch gaiadr3 radius=2arcsec")),
          Map.entry("join", List.of(DATASETS, "name sets", FOUND, "join sets")),
          Map.entry("service", List.of("service Mast.Missions.List")));

  @Test
  void eachHasAWay() {
    assertThat(WAYS).containsOnlyKeys(SetMakers.NAMES);
  }

  static Stream<String> names() {
    return SetMakers.NAMES.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachIsKeptAndRun(String name) {
    List<String> way = WAYS.get(name);
    assertThat(way.get(way.size() - 1).split(" ", 2)[0]).isEqualTo(name);
    String[] kept =
        Stream.concat(way.stream(), Stream.of("searches save one", "count")).toArray(String[]::new);
    String rows = run(kept).succeeds().out().strip();
    String count = rows.substring(rows.lastIndexOf('\n') + 1);
    run("searches run one", "count").succeeds().prints(count);
  }
}
