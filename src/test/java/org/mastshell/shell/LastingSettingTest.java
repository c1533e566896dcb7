package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shell says, to a person at a terminal, of how a setting would last. */
class LastingSettingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({
    "'', home/mastshellrc",
    "--rc own.rc, own.rc",
    "--no-rc, ''",
    "--safe, ''",
    "--safe --rc own.rc, own.rc"
  })
  void onlyAFileThatIsReadIsNamed(String options, String file) throws Exception {
    Path folder = Files.createDirectory(root.resolve("here"));
    Files.writeString(folder.resolve("own.rc"), "");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Main.class.getName(),
                "--demo"));
    Stream.of(options.split(" ")).filter(one -> !one.isEmpty()).forEach(command::add);
    PtyProcess process = start(folder, command);
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    Thread copier = new Thread(() -> copy(process, screen));
    copier.setDaemon(true);
    copier.start();
    try {
      expect(screen, "mast>");
      process.getOutputStream().write("set limit 5; set limit\r".getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      expect(screen, "meaning");
      String said = screen.toString(StandardCharsets.UTF_8);
      if (file.isEmpty()) {
        assertThat(said).doesNotContain("for every start");
      } else {
        assertThat(said).contains("for every start, this line in " + folder.resolve(file) + ":");
      }
    } finally {
      process.destroyForcibly();
      copier.join(PATIENCE.toMillis());
    }
  }

  // The program is started in another folder.
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private PtyProcess start(Path folder, List<String> command) throws IOException {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("TERM", "dumb");
    environment.put("HOME", Files.createDirectory(root.resolve("person")).toString());
    environment.put("MASTSHELL_HOME", folder.resolve("home").toString());
    environment.put("MASTSHELL_KEYRING", "off");
    environment.put("MASTSHELL_START_ARCHIVE", "off");
    return new PtyProcessBuilder(command.toArray(String[]::new))
        .setEnvironment(environment)
        .setDirectory(folder.toString())
        .setInitialColumns(300)
        .setInitialRows(40)
        .start();
  }

  private static void expect(ByteArrayOutputStream screen, String text) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(screen.toString(StandardCharsets.UTF_8)).contains(text));
  }

  // A pseudo-terminal whose process has ended gives an error on some systems, an end on others.
  private static void copy(PtyProcess process, ByteArrayOutputStream screen) {
    byte[] bytes = new byte[4096];
    try (InputStream output = process.getInputStream()) {
      int count = output.read(bytes);
      while (count > 0) {
        screen.write(bytes, 0, count);
        count = output.read(bytes);
      }
    } catch (IOException ended) {
      screen.write('\n');
    }
  }
}
