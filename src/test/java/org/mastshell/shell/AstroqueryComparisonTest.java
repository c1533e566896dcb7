package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mastshell.demo.DemoArchive;

/** The same questions to the same archive: astroquery and the shell must give the same. */
class AstroqueryComparisonTest extends DemoProgramTest {
  private static final String PYTHON = "/usr/bin/python3";
  private static final Path SCRIPTS = Path.of("src", "test", "astroquery").toAbsolutePath();
  private static final long LONGEST_SECONDS = 240;

  @BeforeAll
  static void onlyWithAstroquery() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of(PYTHON)), "no system python");
    String look = "import importlib.util as u, sys; sys.exit(u.find_spec('astroquery') is None)";
    assumeTrue(new ProcessBuilder(PYTHON, "-c", look).start().waitFor() == 0, "no astroquery");
  }

  @Test
  void theTutorialFindsTheSame() throws Exception {
    Path downloads = Files.createDirectory(folder.resolve("downloads"));
    JsonNode found = astroquery("tutorial.py", downloads.toString(), DemoArchive.TEST_TOKEN);

    String question = SEARCH.replace("instrument=NIRCAM", "instrument_name=NIRCAM*");
    assertThat(counts(question, "products", "unique", "filter subgroup=UNCAL --guide-stars yes"))
        .containsExactly(
            found.path("observations").asInt(),
            found.path("products").asInt(),
            found.path("unique").asInt(),
            found.path("uncal").asInt());
    String unique = question + "; products; unique";
    assertThat(counts(unique, "filter subgroup=UNCAL extension=fits --guide-stars yes", "undo"))
        .containsExactly(
            found.path("unique").asInt(),
            found.path("uncal_fits").asInt(),
            found.path("unique").asInt());
    assertThat(counts(unique, "filter --mrp --guide-stars yes").get(1))
        .isEqualTo(found.path("recommended").asInt());
    assertThat(counts("search object=\"M 101\" radius=\"0.2 deg\"").get(0))
        .isEqualTo(found.path("near_name").asInt());
    assertThat(counts("search coordinates=\"161.5125 -59.8667\" radius=\"0.1 deg\"").get(0))
        .isEqualTo(found.path("near_place").asInt());
    assertThat(counts("search object=\"M 101\" mission=GALEX filters=NUV").get(0))
        .isEqualTo(found.path("near_with_criteria").asInt());
    assertThat(counts("search mission=JWST start=59701.0..59765.0").get(0))
        .isEqualTo(found.path("date_range").asInt());
    assertThat(counts("search mission=JWST rights=exclusive level=2").get(0))
        .isEqualTo(found.path("exclusive").asInt());
  }

  @Test
  void everyFileIsTheSame() throws Exception {
    JsonNode found = astroquery("data_uris.py");

    assertThat(uris(SEARCH, "products", "unique")).isEqualTo(texts(found.path("unique")));
    assertThat(uris(SEARCH, "products", "unique", "filter subgroup=UNCAL --guide-stars yes"))
        .isEqualTo(texts(found.path("uncal")));
  }

  @Test
  void aListOfTargetsFindsTheSame() throws Exception {
    Path list = folder.resolve("list.csv");
    Files.writeString(
        list,
        """
        name,ra,dec
        M 101,210.8023,54.349
        eta Car,161.5125,-59.8667
        beside,161.62,-59.90
        Vega,279.2347,38.7837
        """);
    JsonNode found = astroquery("crossmatch.py", list.toString(), "0.1");

    String out =
        data("json", "search coordinates=@list.csv radius=0.1deg", "show match_name obsid").out();
    Map<String, Set<String>> own = new HashMap<>();
    for (JsonNode row : new ObjectMapper().readTree(out)) {
      String obsid = row.get("obsid").asText();
      own.computeIfAbsent("all", unused -> new TreeSet<>()).add(obsid);
      own.computeIfAbsent(row.get("match_name").asText(), unused -> new TreeSet<>()).add(obsid);
    }
    assertThat(own).containsOnlyKeys("all", "M 101", "eta Car", "beside");
    own.forEach((name, ids) -> assertThat(ids).as(name).isEqualTo(texts(found.path(name))));
    assertThat(found.path("Vega")).isEmpty();
  }

  @Test
  void cutoutsAreTheSame() throws Exception {
    run("cutout tess coordinates=\"210.8 54.3\" size=10 --to own").succeeds();
    Path own = folder.resolve("own");
    Path theirs = Files.createDirectory(folder.resolve("theirs"));
    Path fetched = own.resolve("tess-s0014-3-3_210.800000_54.300000_10x10_astrocut.fits");
    JsonNode found = astroquery("cutouts.py", theirs.toString(), fetched.toString());

    assertThat(found.path("sectors").toString()).isEqualTo("[14,15,40,41]");
    assertThat(data("csv", "cutout tess coordinates=\"210.8 54.3\" --sectors").out().lines())
        .hasSize(5)
        .anyMatch(line -> line.endsWith(found.path("names").path(0).asText()));
    assertThat(found.path("cutouts")).hasSize(1);
    JsonNode cutout = found.path("cutouts").path(0);
    assertThat(cutout.path("units").toString()).isEqualTo("[\"PRIMARY\",\"PIXELS\",\"APERTURE\"]");
    assertThat(cutout.path("columns").toString()).contains("TIME", "FLUX", "QUALITY");
    assertThat(cutout.path("shape").toString()).isEqualTo("[5,12,8]");
    assertThat(cutout.path("aperture").toString()).isEqualTo("[12,8]");
    assertThat(cutout.path("centre").toString()).isEqualTo("[210.8,54.3]");
    assertThat(cutout.path("finite").asBoolean()).isTrue();
    assertThat(found.path("own").path("sector").asInt()).isEqualTo(14);
    assertThat(found.path("downloaded")).hasSize(4);
    for (JsonNode path : found.path("downloaded")) {
      Path same = own.resolve(Path.of(path.asText()).getFileName());
      assertThat(same).hasSameBinaryContentAs(Path.of(path.asText()));
    }
    assertThat(found.path("moving").toString()).isEqualTo("[6,23]");
    assertThat(found.path("asteroid").asInt()).isEqualTo(2);
    assertThat(found.path("nowhere").asInt()).isZero();
    assertThat(found.path("why")).isNotEmpty();
    assertThat(found.path("surveys"))
        .hasSize(
            (int)
                    data("csv", "cutout zcut coordinates=\"189.49206 62.20615\" --surveys")
                        .out()
                        .lines()
                        .count()
                - 1);
    assertThat(found.path("deep").toString()).isEqualTo("[[20,20]]");
    assertThat(found.path("pictures")).hasSize(3);
  }

  private List<Integer> counts(String... lines) {
    String[] counted =
        java.util.Arrays.stream(lines).map(line -> line + "; count").toArray(String[]::new);
    return data("table", counted).out().lines().map(Integer::valueOf).toList();
  }

  private Set<String> uris(String... lines) throws IOException {
    AssertableProgram program = program().arguments("--quiet", "--format", "json");
    List.of(lines).forEach(program::command);
    String out = program.command("show dataURI").run().succeeds().out();
    JsonNode rows = new ObjectMapper().readTree(out);
    assertThat(rows.isArray()).isTrue();
    Set<String> uris = new TreeSet<>();
    rows.forEach(row -> uris.add(row.get("dataURI").asText()));
    assertThat(uris).hasSize(rows.size());
    return uris;
  }

  private static Set<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
  }

  private JsonNode astroquery(String script, String... arguments) throws Exception {
    Path settings = Files.createDirectories(folder.resolve("config/astropy"));
    Files.writeString(
        settings.resolve("astroquery.cfg"), "[mast]\nserver = " + archive.url() + "\n");
    List<String> command =
        new java.util.ArrayList<>(List.of(PYTHON, SCRIPTS.resolve(script).toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("astroquery.out");
    Path err = folder.resolve("astroquery.err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    environment.put("HOME", folder.toString());
    environment.remove("MAST_API_TOKEN");
    environment.keySet().removeAll(List.of("http_proxy", "HTTP_PROXY", "all_proxy"));
    Files.createDirectories(folder.resolve("cache/astropy"));
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    List<String> lines = Files.readAllLines(out);
    return new ObjectMapper().readTree(lines.get(lines.size() - 1));
  }
}
