package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that the shell wrote, run by the interpreter that it is for. */
final class WrittenProgram {
  static final String PYTHON = "/usr/bin/python3";
  private static final long LONGEST_SECONDS = 240;

  private final Path folder;
  private final URI archive;

  /**
   * @param folder where it runs
   * @param archive that it asks
   */
  WrittenProgram(Path folder, URI archive) {
    this.folder = folder;
    this.archive = archive;
  }

  /** Whether the interpreter of Python has astroquery. */
  static boolean hasAstroquery() throws IOException, InterruptedException {
    String look = "import importlib.util as u, sys; sys.exit(u.find_spec('astroquery') is None)";
    return Files.isExecutable(Path.of(PYTHON))
        && new ProcessBuilder(PYTHON, "-c", look).start().waitFor() == 0;
  }

  /** Whether these tools are here. */
  static boolean has(String... tools) throws IOException, InterruptedException {
    for (String tool : tools) {
      if (new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor() != 0) {
        return false;
      }
    }
    return true;
  }

  /** Runs it with the unmodified astroquery; gives the lines that it wrote. */
  List<String> python(Path program) throws IOException, InterruptedException {
    Path settings = Files.createDirectories(folder.resolve("config/astropy"));
    Files.createDirectories(folder.resolve("cache/astropy"));
    Files.writeString(settings.resolve("astroquery.cfg"), "[mast]\nserver = " + archive + "\n");
    return run(List.of(PYTHON, "-B", program.toString()));
  }

  /** Runs it with bash; gives the lines that it wrote. */
  List<String> bash(Path program) throws IOException, InterruptedException {
    return run(List.of("bash", program.toString()));
  }

  private List<String> run(List<String> command) throws IOException, InterruptedException {
    Path out = folder.resolve("written.out");
    Path err = folder.resolve("written.err");
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(command))
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    environment.put("HOME", folder.toString());
    environment.keySet().removeAll(List.of("MAST_API_TOKEN", "MAST_SERVER"));
    environment.keySet().removeAll(List.of("http_proxy", "HTTP_PROXY", "all_proxy"));
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    return Files.readAllLines(out);
  }
}
