package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mastshell.samp.ScriptedHub;

/**
 * All that commands show, on terminals of 40, 80 and 132 columns and on none. The lines of a file
 * are typed one after the other into one shell. To add a command, add its line to one that is
 * there, and renew the files as {@code docs/architecture.md} says; read what comes before it is
 * committed.
 */
class AnswersGoldenTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", "."), "src/test/resources/golden/answers");
  private static final Map<String, List<String>> LINES =
      Map.of(
          "understanding",
          List.of(
              "search program=1073 level=3",
              "describe",
              "describe filters t_exptime t_min s_region",
              "facets filters level",
              "facets exptime start",
              "stats",
              "stats exptime start wavelength",
              "group instrument filters",
              "group target --sum exptime",
              "inspect 1",
              "show 1",
              "products 1-2",
              "describe name size rights",
              "facets suffix category",
              "stats size",
              "group subgroup level --sum size",
              "inspect 1",
              "show 1"),
          "plots",
          List.of(
              "search program=1073 filters=F277W",
              "plot sky",
              "plot time",
              "plot hist exptime",
              "plot spectral"),
          "sql",
          List.of(
              "search program=1073 level=3",
              "sql SELECT filters, count(*), sum(t_exptime) total FROM obs GROUP BY 1 ORDER BY 2 DESC",
              "show",
              "describe",
              "show 1",
              "plot hist total",
              "sql SELECT * FROM obs WHERE t_exptime > 1000",
              "sql SELECT filters, NULL AS none, 1.5e-7 AS small FROM obs LIMIT 1; show"),
          "files",
          List.of(
              "search program=1073 filters=F277W",
              "export i2d.vot",
              "export i2d.vot",
              "export names.csv 1-3 obs_id exptime detector",
              "export rows.fits --sort -exptime",
              "import i2d.vot back",
              "import names.csv",
              "use 1",
              "export script",
              "export script again.mast",
              "report page.html 1-3",
              "clip",
              "open 1 --links"),
          "samp",
          List.of(
              "samp",
              "samp send",
              "search program=1073 filters=F277W",
              "samp send",
              "samp send 1-3 --to topcat --columns obs_id,exptime",
              "samp send --to ds9",
              "samp send --to topkat"));

  // Where lines are broken depends on the length of names, so those of this machine all have one.
  private static final String HOME =
      "/home/ada/a-folder-whose-name-is-as-long-as-in-every-other-run";
  private static final String SERVER = "http://127.0.0.1:12345";

  @TempDir Path folder;

  static Stream<Arguments> files() {
    return LINES.keySet().stream()
        .sorted()
        .flatMap(topic -> Stream.of(40, 80, 132, 0).map(width -> Arguments.of(topic, width)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void areShown(String topic, int width) throws IOException {
    int missing = HOME.length() - folder.toString().length() - 1;
    assumeTrue(missing > 0, "the folder for temporary files has too long a name");
    Path home = Files.createDirectory(folder.resolve("x".repeat(missing)));
    StringBuilder shown = new StringBuilder();
    try (DocumentedSession shell = DocumentedSession.in(home, width);
        ScriptedHub hub = hub(home)) {
      assertThat(shell.server()).hasSameSizeAs(SERVER);
      for (String line : LINES.get(topic)) {
        String prompt = shell.prompt();
        String answer =
            shell
                .typed(line)
                .replace("127.0.0.1:" + hub.port(), "127.0.0.1:54321")
                .replace(shell.server(), SERVER)
                .replace("/home/ada/", HOME + "/")
                .replace("MastShell " + Version.text(), "MastShell VERSION");
        shown.append(shown.length() == 0 ? "" : "\n").append(prompt).append(line).append('\n');
        shown.append(answer);
      }
    }
    String name = topic + "-" + (width == 0 ? "none" : Integer.toString(width)) + ".txt";
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.renew")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, shown);
    }
    if (width > 0) {
      assertThat(shown.toString().lines()).allSatisfy(line -> assertFits(line, width));
    }
    assertThat(file).as("golden file (-Dgolden.renew=true writes it)").exists();
    assertThat(shown.toString()).isEqualTo(Files.readString(file));
  }

  // What is typed is the terminal's to break, scripts are data, and a name stays whole.
  private static void assertFits(String line, int width) {
    if (line.startsWith("mast") || line.startsWith("#") || line.startsWith("search ")) {
      return;
    }
    String fitting = line.substring(0, Math.max(0, line.lastIndexOf(' ')));
    String last = line.substring(line.lastIndexOf(' ') + 1);
    assertThat(line.length() <= width || (fitting.length() <= width && last.length() > 16))
        .as("within %d columns: %s", width, line)
        .isTrue();
  }

  private ScriptedHub hub(Path home) throws IOException {
    Map<String, String> programs = new TreeMap<>();
    programs.put("c1", "TOPCAT");
    programs.put("c2", "SAOImage DS9");
    programs.put("c3", "Aladin");
    return new ScriptedHub(home).having(programs, List.of("c1", "c3"), List.of("c1"));
  }
}
