package org.mastshell.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unmodified astroquery of the system works through the tutorial with the demo archive. */
class AstroqueryTutorialTest {
  private static final String PYTHON = "/usr/bin/python3";
  private static final Path SCRIPTS = Path.of("src", "test", "astroquery");

  @TempDir Path folder;

  @BeforeAll
  static void onlyWithAstroquery() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of(PYTHON)), "no system python");
    Process process =
        new ProcessBuilder(
                PYTHON,
                "-c",
                "import importlib.util as u, sys;" + " sys.exit(u.find_spec('astroquery') is None)")
            .start();
    assumeTrue(process.waitFor() == 0, "no astroquery");
  }

  @Test
  void answersEveryStepOfTheTutorial() throws Exception {
    DemoOptions options = new DemoOptions(0, 0, Duration.ZERO, 2);
    JsonNode found;
    try (DemoArchive archive = DemoArchive.start(options)) {
      Path downloads = Files.createDirectory(folder.resolve("downloads"));
      String line = run(archive, "tutorial.py", downloads.toString(), DemoArchive.TEST_TOKEN);
      found = new ObjectMapper().readTree(line);
      assertThat(found.path("server").asText()).isEqualTo(archive.url().toString());
      assertThat(archive.requests("/api/v0/invoke")).isGreaterThan(30);
      assertThat(archive.requests("/api/v0.1/Download/bundle.sh")).isEqualTo(1);
    }
    assertThat(found.path("observations").asInt()).isEqualTo(12);
    assertThat(found.path("counted").asInt()).isEqualTo(12);
    int products = found.path("products").asInt();
    assertThat(products).isGreaterThan(2 * found.path("unique").asInt());
    assertThat(found.path("uncal_fits").asInt()).isEqualTo(62);
    assertThat(found.path("uncal").asInt()).isEqualTo(3 * 62);
    assertThat(found.path("downloaded").asInt()).isEqualTo(4);
    assertThat(found.path("kinds").toString())
        .isEqualTo("[\"csv\",\"ecsv\",\"fits\",\"jpg\",\"json\"]");
    assertThat(found.path("by_script").asInt()).isEqualTo(3);
    assertThat(found.path("missions").toString()).contains("JWST", "HST", "TESS", "GALEX");
    assertThat(found.path("near_name").asInt())
        .isGreaterThan(50)
        .isEqualTo(found.path("near_name_counted").asInt());
    assertThat(found.path("near_place").asInt()).isGreaterThan(20);
    assertThat(found.path("near_with_criteria").asInt()).isBetween(3, 8);
    assertThat(found.path("date_range").asInt()).isGreaterThan(200);
    assertThat(found.path("columns").asInt()).isEqualTo(Columns.OBSERVATIONS.list().size());
    assertThat(found.path("product_columns").asInt()).isEqualTo(20);
    assertThat(found.path("lookup").asInt()).isEqualTo(1);
    assertThat(found.path("refused").toString()).isEqualTo("[\"ERROR\"]");
    assertThat(found.path("refused_why").asText()).contains("401");
    assertThat(found.path("wrong_token").asBoolean()).isFalse();
    assertThat(found.path("login").asBoolean()).as(found.toPrettyString()).isTrue();
    assertThat(found.path("opened").asInt()).isEqualTo(1);
    assertThat(found.path("logout").asBoolean()).isTrue();
  }

  @Test
  void findsStarsInTheCatalogues() throws Exception {
    try (DemoArchive archive = DemoArchive.start(DemoOptions.standard())) {
      JsonNode found = new ObjectMapper().readTree(run(archive, "catalogs.py"));
      List<String> cone = new ArrayList<>();
      found.path("cone").forEach(id -> cone.add(id.asText()));
      assertThat(cone).hasSizeGreaterThan(20);
      assertThat(found.path("nearest").asDouble()).isBetween(0.0, 180.0);
      assertThat(found.path("bright"))
          .isNotEmpty()
          .allSatisfy(id -> assertThat(cone).contains(id.asText()));
      assertThat(found.path("brightest").asDouble()).isBetween(5.0, 12.0);
      assertThat(found.path("cool")).hasSizeGreaterThan(found.path("bright").size());
      assertThat(found.path("gaia")).hasSize(cone.size());
      assertThat(found.path("panstarrs")).hasSizeBetween(10, cone.size());
      assertThat(found.path("match").toString())
          .isEqualTo(new ObjectMapper().writeValueAsString(cone.subList(0, 5)));
    }
  }

  @Test
  void opensAFileOfEveryKind() throws Exception {
    FileContents files = new FileContents();
    Path made = Files.createDirectory(folder.resolve("made"));
    for (Product product : FileContentsTest.oneOfEach()) {
      Files.write(made.resolve(product.fileName()), files.bytes(product));
    }
    try (DemoArchive archive = DemoArchive.start(DemoOptions.standard())) {
      int opened = Integer.parseInt(run(archive, "check_files.py", made.toString()));
      assertThat(opened).isGreaterThan(60);
    }
  }

  /** Runs a script with astroquery pointed at the archive; gives its last line of output. */
  private String run(DemoArchive archive, String script, String... arguments)
      throws IOException, InterruptedException {
    Path configuration = Files.createDirectories(folder.resolve("config/astropy"));
    Files.createDirectories(folder.resolve("cache/astropy"));
    Files.writeString(
        configuration.resolve("astroquery.cfg"), "[mast]\nserver = " + archive.url() + "\n");
    Path output = folder.resolve("output.txt");
    Path errors = folder.resolve("errors.txt");
    List<String> command = new ArrayList<>();
    command.add(PYTHON);
    command.add("-B");
    command.add(SCRIPTS.resolve(script).toAbsolutePath().toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().remove("MAST_API_TOKEN");
    builder.environment().keySet().removeAll(List.of("http_proxy", "HTTP_PROXY", "all_proxy"));
    Process process = builder.start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("ended in time").isTrue();
    assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
    List<String> lines = Files.readAllLines(output);
    return lines.get(lines.size() - 1);
  }
}
