package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class HistoryFileTest {
  private static final Instant NOON = Instant.parse("2024-05-06T12:00:00.123Z");

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void choosePath() {
    path = folder.resolve("state").resolve("history");
  }

  private HistoryFile file(int most) {
    return new HistoryFile(path, most);
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private void write(String... lines) throws IOException {
    Files.createDirectories(path.getParent());
    Files.write(path, List.of(lines));
  }

  private static List<String> texts(List<HistoryFile.Line> lines) {
    return lines.stream().map(HistoryFile.Line::text).toList();
  }

  @Test
  void linesComeBackAsTheyWere() throws IOException {
    List<String> typed =
        List.of(
            "search mission=JWST", "", "a\\b", "ends with \\", "two\nlines\r", "§ µm ★ 𝛼", "1:2");
    assertThat(file(10).read()).isEmpty();
    for (String line : typed) {
      file(10).append(new HistoryFile.Line(NOON, line));
    }
    assertThat(texts(file(10).read())).isEqualTo(typed);
    assertThat(file(10).read()).allMatch(line -> line.time().equals(NOON));
    assertThat(Files.readAllLines(path)).hasSize(typed.size());
  }

  @Test
  void fileAndFolderAreForTheirOwnerAlone() throws IOException {
    file(10).read();
    file(10).append(new HistoryFile.Line(NOON, "undo"));
    assertThat(permissions(path)).isEqualTo("rw-------");
    assertThat(permissions(path.getParent())).isEqualTo("rwx------");
  }

  @Test
  void aFileThatOthersCouldReadIsClosed() throws IOException {
    write("1700000000000:undo");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
    file(10).read();
    assertThat(permissions(path)).isEqualTo("rw-------");
  }

  @Test
  void aLinkToADeviceIsLeftAlone() throws IOException {
    Path device = Path.of("/dev/null");
    Set<PosixFilePermission> before = Files.getPosixFilePermissions(device);
    Files.createDirectories(path.getParent());
    Files.createSymbolicLink(path, device);
    try {
      assertThat(file(10).read()).isEmpty();
      file(10).append(new HistoryFile.Line(NOON, "undo"));
      assertThat(Files.getPosixFilePermissions(device)).isEqualTo(before);
    } finally {
      Files.delete(path);
      if (!Files.getPosixFilePermissions(device).equals(before)) {
        Files.setPosixFilePermissions(device, before);
      }
    }
  }

  @Test
  void whatIsNoLineIsPassedOverAndStays() throws IOException {
    write("broken", "1700000000000:undo", ":x", "99999999999999999999:y", "1700000000001:show\\");
    Files.write(path, new byte[] {(byte) 0xff, '\n'}, StandardOpenOption.APPEND);
    assertThat(texts(file(10).read())).containsExactly("undo", "show\\");
    assertThat(Files.readAllBytes(path)).startsWith("broken".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFileThatHasGrownIsCutToItsNewestLines() throws IOException {
    write(IntStream.range(0, 125).mapToObj(i -> i + ":line " + i).toArray(String[]::new));
    assertThat(file(100).read()).hasSize(100);
    assertThat(Files.readAllLines(path)).hasSize(125);
    file(100).append(new HistoryFile.Line(NOON, "one more"));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));

    List<String> read = texts(file(100).read());

    assertThat(read).hasSize(100).startsWith("line 26").endsWith("line 124", "one more");
    assertThat(Files.readAllLines(path)).hasSize(100);
    assertThat(permissions(path)).isEqualTo("rw-------");
    try (Stream<Path> left = Files.list(path.getParent())) {
      assertThat(left).containsExactlyInAnyOrder(path, path.resolveSibling("history.lock"));
    }
  }

  @Test
  void aCutFollowsALink() throws IOException {
    Path real = folder.resolve("elsewhere");
    Files.write(real, IntStream.range(0, 20).mapToObj(i -> i + ":line " + i).toList());
    Files.createDirectories(path.getParent());
    Files.createSymbolicLink(path, real);
    assertThat(file(10).read()).hasSize(10);
    assertThat(path).isSymbolicLink();
    assertThat(Files.readAllLines(real)).hasSize(10);
  }

  @Test
  void withoutTheLockNothingIsCut() throws IOException {
    write(IntStream.range(0, 20).mapToObj(i -> i + ":line " + i).toArray(String[]::new));
    Path lock = path.resolveSibling("history.lock");
    try (FileChannel other =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(other.lock().isValid()).isTrue();
      assertThat(texts(file(10).read())).hasSize(10).startsWith("line 10").endsWith("line 19");
      assertThat(Files.readAllLines(path)).hasSize(20);
      file(10).append(new HistoryFile.Line(NOON, "one more"));
      assertThat(Files.readAllLines(path)).hasSize(21);
    }
    assertThat(file(10).read()).hasSize(10);
    assertThat(Files.readAllLines(path)).hasSize(10);
  }

  @Test
  void aPlaceThatCannotBeUsedIsSaid() throws IOException {
    Files.writeString(folder.resolve("state"), "a file");
    assertThatThrownBy(() -> file(10).read())
        .isInstanceOfAny(FileAlreadyExistsException.class, AccessDeniedException.class);
  }

  /** Shells that all the time add lines and put a new file in the place of the old one. */
  @Test
  void shellsThatRunAtOnceLoseNothing() throws Exception {
    int shells = 4;
    int linesOfEach = 300;
    List<Process> running = new ArrayList<>();
    for (int shell = 0; shell < shells; shell++) {
      running.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  HistoryWriter.class.getName(),
                  path.toString(),
                  "shell " + shell,
                  Integer.toString(linesOfEach))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
    for (Process process : running) {
      assertThat(process.getInputStream().read()).isEqualTo(HistoryWriter.READY);
    }
    for (Process process : running) {
      process.getOutputStream().close();
    }
    for (Process process : running) {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    }
    List<String> kept = texts(file(HistoryWriter.MOST).read());
    assertThat(kept).hasSize(shells * linesOfEach);
    for (int shell = 0; shell < shells; shell++) {
      String name = "shell " + shell + " ";
      assertThat(kept.stream().filter(line -> line.startsWith(name)))
          .containsExactlyElementsOf(
              IntStream.range(0, linesOfEach).mapToObj(i -> name + i).toList());
    }
  }
}
