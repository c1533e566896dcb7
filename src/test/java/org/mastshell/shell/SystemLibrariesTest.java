package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

/** Libraries that are unpacked once, and only used where nobody else can have touched them. */
class SystemLibrariesTest {
  private static final List<String> PLACES =
      List.of("org.sqlite.lib.path", "library.jline.path", "jna.boot.library.path");

  @TempDir Path home;
  private Path folder;

  @BeforeEach
  void onlyWhereTheyAreKept() {
    assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
    assumeThat(System.getProperty("os.arch")).isIn("amd64", "aarch64");
    folder = home.resolve("cache/libraries");
  }

  private Properties provided(String... more) {
    Properties properties = new Properties();
    for (String name : List.of("os.name", "os.arch", "java.class.path")) {
      properties.setProperty(name, System.getProperty(name));
    }
    for (int i = 0; i < more.length; i += 2) {
      properties.setProperty(more[i], more[i + 1]);
    }
    new SystemLibraries(folder, properties).provide();
    return properties;
  }

  private Path sqlite() {
    return Path.of(provided().getProperty("org.sqlite.lib.path")).resolve("libsqlitejdbc.so");
  }

  @Test
  void eachIsUnpackedOnceAndFound() throws Exception {
    Properties first = provided();
    for (String place : PLACES) {
      Path there = Path.of(first.getProperty(place));
      assertThat(there).startsWith(folder).isDirectoryContaining("glob:**/lib*.so");
      assertThat(Files.getPosixFilePermissions(there))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
    assertThat(loads(sqlite())).isTrue();
    Object before = Files.getAttribute(sqlite(), "unix:ino");
    assertThat(provided()).isEqualTo(first);
    assertThat(Files.getAttribute(sqlite(), "unix:ino")).isEqualTo(before);
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile)).as("three, and their sums").hasSize(6);
    }
  }

  // In a process of its own: where two of them are loaded, calls go to one that was never set up,
  // and take all tests with them.
  private boolean loads(Path library) throws Exception {
    Path program =
        Files.writeString(
            home.resolve("Load.java"),
            "class Load { public static void main(String[] a) { System.load(a[0]); } }");
    Path jar = Path.of(JDBC.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
                List.of(
                    java.toString(), "-cp", jar.toString(), program.toString(), library.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  @Test
  void oneThatWasCutIsUnpackedAnew() throws IOException {
    long size = Files.size(sqlite());
    Files.write(sqlite(), new byte[100]);
    assertThat(sqlite()).hasSize(size);
  }

  @Test
  void oneThatIsDamagedAtItsFullLengthIsUnpackedAnew() throws IOException {
    Path library = sqlite();
    byte[] whole = Files.readAllBytes(library);
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, damaged.length / 3, 2 * damaged.length / 3, (byte) 0);
    Files.write(library, damaged);
    assertThat(Files.readAllBytes(sqlite())).isEqualTo(whole);
  }

  @Test
  void oneThatOthersCouldHaveWrittenIsUnpackedAnew() throws IOException {
    Path library = sqlite();
    Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rw-rw-rw-"));
    Object before = Files.getAttribute(library, "unix:ino");
    provided();
    assertThat(Files.getAttribute(library, "unix:ino")).isNotEqualTo(before);
    assertThat(Files.getPosixFilePermissions(library))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aFolderIntoWhichOthersWriteIsNotUsed() throws IOException {
    Path place = sqlite().getParent();
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(provided()).doesNotContainKey("org.sqlite.lib.path");
  }

  @Test
  void whereNothingCanBeKeptAllIsAsItWas() throws IOException {
    Files.writeString(home.resolve("cache"), "a file in the place of the folder");
    assertThat(provided()).doesNotContainKeys(PLACES.toArray());
  }

  @Test
  void aLinkInItsPlaceIsNotFollowed() throws IOException {
    Path library = sqlite();
    Path elsewhere = Files.writeString(home.resolve("elsewhere.so"), "mine");
    Files.delete(library);
    Files.createSymbolicLink(library, elsewhere);
    assertThat(sqlite()).isRegularFile().satisfies(it -> assertThat(it).isNotEmptyFile());
    assertThat(Files.isSymbolicLink(library)).isFalse();
    assertThat(elsewhere).as("nor written to").hasContent("mine");
  }

  @Test
  void whatAPersonHasSetHolds() {
    assertThat(provided("org.sqlite.tmpdir", "/elsewhere", "library.jline.path", "/mine"))
        .doesNotContainKey("org.sqlite.lib.path")
        .containsEntry("library.jline.path", "/mine");
  }

  @Test
  void otherSystemsAreLeftToTheJars() {
    assertThat(provided("os.name", "Mac OS X")).doesNotContainKeys(PLACES.toArray());
    assertThat(provided("os.arch", "riscv64")).doesNotContainKeys(PLACES.toArray());
  }

  @Test
  void manyAtOnceAllFindThemWhole() {
    List<CompletableFuture<Properties>> shells =
        IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(this::provided)).toList();
    assertThat(shells.stream().map(CompletableFuture::join).toList())
        .allSatisfy(properties -> assertThat(properties).containsKeys(PLACES.toArray()));
  }
}
