package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive of loaded classes: made, found, renewed, and passed over, without a word. */
@EnabledOnOs(OS.LINUX)
class StartArchiveIT {
  private static final String TOKEN = "a-token-that-only-this-test-knows";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  // What is made in the background may still be writing when a failed test ends.
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path shared;

  private static Path installed;
  private static Path home;
  private static Path archive;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  /** Unpacks the distribution, which has no archive, and starts it for the first time. */
  @BeforeAll
  static void install() throws Exception {
    Path tar = PackagedProgram.home().resolveSibling("mastshell.tar.gz");
    Path place = Files.createDirectories(shared.resolve("installed"));
    Process unpacking =
        new ProcessBuilder("tar", "-xzf", tar.toString(), "-C", place.toString())
            .inheritIO()
            .start();
    assertThat(unpacking.waitFor()).isZero();
    installed = place.resolve("mastshell");
    home = Files.createDirectories(shared.resolve("first home"));
    start(home).environment("MAST_API_TOKEN", TOKEN).run().exits(0).saysNothing();
    Path lock = await().atMost(PATIENCE).until(() -> file(home, "lock"), Optional::isPresent).get();
    assertThat(environments(lock))
        .anyMatch(text -> text.contains("MASTSHELL_START_ARCHIVE=/"))
        .anyMatch(text -> text.contains("MASTSHELL_KEYRING=off"))
        .noneMatch(text -> text.contains(TOKEN));
    archive = made(home);
  }

  private static PackagedProgram start(Path home) {
    return PackagedProgram.in(shared)
        .launchedBy(installed.resolve("bin/mastshell").toString(), "--no-rc", "-c", "help")
        .environment("MASTSHELL_HOME", home.toString())
        .environment("MASTSHELL_START_ARCHIVE", "auto");
  }

  /** What processes that make an archive have in their environments. */
  private static List<String> environments(Path lock) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                number(lock)
                    .flatMap(ProcessHandle::of)
                    .map(
                        maker ->
                            Stream.concat(Stream.of(maker), maker.children())
                                .map(StartArchiveIT::environment)
                                .toList())
                    .orElse(List.of()),
            found -> found.size() > 1);
  }

  private static Optional<Long> number(Path lock) throws IOException {
    String text = Files.readString(lock).strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(text));
  }

  private static String environment(ProcessHandle process) {
    try {
      return Files.readString(
          Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1);
    } catch (IOException ended) {
      return "ended";
    }
  }

  private static Path made(Path home) {
    await().atMost(PATIENCE).until(() -> file(home, ".size").isPresent());
    return await()
        .atMost(PATIENCE)
        .until(() -> file(home, ".jsa").or(() -> file(home, ".aot")), Optional::isPresent)
        .orElseThrow();
  }

  private static Optional<Path> file(Path home, String end) {
    return files(home).stream().filter(file -> file.toString().endsWith(end)).findFirst();
  }

  // Files come and go while one is made.
  private static List<Path> files(Path home) {
    Path start = home.resolve("cache/start");
    try (Stream<Path> all = Files.walk(start)) {
      return all.filter(file -> !file.toString().contains("/making")).toList();
    } catch (IOException | UncheckedIOException changing) {
      return List.of();
    }
  }

  private static long sharedClasses(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains(" org.mastshell."))
          .filter(line -> line.contains("source: shared objects file"))
          .count();
    }
  }

  private long classesFromTheArchive(Path home, String java) throws Exception {
    Path log = Files.createTempFile(folder, "classes", ".log");
    start(home)
        .environment("MASTSHELL_START_ARCHIVE", "use")
        .environment("JAVA_HOME", java)
        .environment("MASTSHELL_JAVA_OPTIONS", "-Xlog:class+load:file=" + log)
        .run()
        .exits(0)
        .saysNothing();
    return sharedClasses(log);
  }

  private static String java() {
    return System.getProperty("java.home");
  }

  /** A home with a copy of the archive. */
  private Path copied() throws IOException {
    Path copy = folder.resolve("home");
    Path place = copy.resolve(home.relativize(archive));
    Files.createDirectories(place.getParent());
    Files.copy(archive, place);
    Files.copy(sizeOf(archive), sizeOf(place));
    place.toFile().setWritable(true);
    return copy;
  }

  private static Path sizeOf(Path one) {
    return one.resolveSibling(one.getFileName() + ".size");
  }

  @Test
  void theFirstStartMakesOneThatTheNextUses() throws Exception {
    assertThat(classesFromTheArchive(home, java())).isGreaterThan(200);
    assertThat(classesFromTheArchive(folder, java())).isZero();
    assertThat(Files.getPosixFilePermissions(home.resolve("cache/start"))).hasSize(3);
  }

  @Test
  void theBuiltFolderHasItsOwn() throws Exception {
    Path log = folder.resolve("classes.log");
    PackagedProgram.in(folder)
        .environment("MASTSHELL_JAVA_OPTIONS", "-Xlog:class+load:file=" + log)
        .arguments("--no-rc", "-c", "help")
        .run()
        .exits(0)
        .saysNothing();
    List<String> loaded = Files.readAllLines(log);
    assertThat(sharedClasses(log)).isGreaterThan(200);
    // These grow before anybody sees that the start has become slower.
    assertThat(loaded).hasSizeLessThan(2150);
    assertThat(loaded.stream().filter(line -> !line.contains("source: shared objects file")))
        .hasSizeLessThan(30);
    assertThat(loaded).noneMatch(line -> line.contains(" okhttp3."));
    assertThat(loaded).noneMatch(line -> line.contains(" com.fasterxml."));
    assertThat(loaded).noneMatch(line -> line.contains(" org.sqlite."));
    assertThat(loaded).noneMatch(line -> line.contains(" org.jline."));
    assertThat(loaded).noneMatch(line -> line.contains(".vocabulary.TabbedFile "));
    // Spring looks through all modules of Java for resources, if one lets it.
    assertThat(loaded).noneMatch(line -> line.contains(".SystemModules$all "));
    // Spring asks for all languages of the world, if one lets it.
    assertThat(loaded).noneMatch(line -> line.contains(".LocaleServiceProviderPool "));
  }

  @Test
  void itCanBeSwitchedOff() throws Exception {
    start(home)
        .environment("MASTSHELL_START_ARCHIVE", "off")
        .environment("MASTSHELL_JAVA_OPTIONS", "-Xlog:class+load:file=" + folder.resolve("log"))
        .run()
        .exits(0)
        .saysNothing();
    assertThat(sharedClasses(folder.resolve("log"))).isZero();
  }

  @Test
  void aJavaOfWhichNothingIsKnownMakesNoneAndRunsNothing() throws Exception {
    Path java = Files.createDirectories(folder.resolve("some java/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho must not be run\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    start(folder)
        .environment("MASTSHELL_JAVA", java.toString())
        .environment("MASTSHELL_START_ARCHIVE", "make")
        .run()
        .exits(1)
        .prints("")
        .says("no start archive was made", "some java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"whole", "head", "middle", "empty", "folder"})
  void aDamagedOneIsPassedOver(String where) throws Exception {
    Path copy = copied();
    Path place = copy.resolve(home.relativize(archive));
    damage(place, where);
    assertThat(classesFromTheArchive(copy, java())).isZero();
  }

  private static void damage(Path place, String where) throws IOException {
    byte[] bytes = Files.readAllBytes(place);
    byte[] noise = new byte[where.equals("whole") ? bytes.length : 100_000];
    new Random(17).nextBytes(noise);
    int from = where.equals("middle") ? bytes.length / 2 : 0;
    System.arraycopy(noise, 0, bytes, from, noise.length);
    Files.delete(place);
    if (where.equals("folder")) {
      Files.createDirectory(place);
    } else {
      Files.write(place, where.equals("empty") ? new byte[0] : bytes);
    }
  }

  @Test
  void oneThatWasCutOffIsPassedOver() throws Exception {
    Path copy = copied();
    Path place = copy.resolve(home.relativize(archive));
    try (var channel = Files.newByteChannel(place, StandardOpenOption.WRITE)) {
      channel.truncate(10_000_000);
    }
    assertThat(classesFromTheArchive(copy, java())).isZero();
  }

  @Test
  void oneThatJavaRefusesIsRenewedButNotAtEveryStart() throws Exception {
    Path copy = copied();
    Path place = copy.resolve(home.relativize(archive));
    damage(place, "head");
    Path lock = Files.createFile(place.resolveSibling("lock"));
    FileTime before = Files.getLastModifiedTime(place);
    start(copy).run().exits(0).saysNothing();
    assertThat(number(lock)).isEmpty();
    Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    start(copy).run().exits(0).saysNothing();
    await()
        .atMost(PATIENCE)
        .until(() -> !before.equals(Files.getLastModifiedTime(place)) && number(lock).isEmpty());
    assertThat(classesFromTheArchive(copy, java())).isGreaterThan(200);
  }

  @Test
  void anotherJavaGetsItsOwn() throws Exception {
    Optional<Path> newer = PackagedProgram.newerJava();
    assumeTrue(newer.isPresent(), "the system has no newer Java");
    String java = newer.orElseThrow().toString();
    Path copy = copied();
    assertThat(classesFromTheArchive(copy, java)).isZero();
    start(copy).environment("JAVA_HOME", java).run().exits(0).saysNothing();
    await().atMost(PATIENCE).until(() -> file(copy, ".aot").isPresent());
    assertThat(classesFromTheArchive(copy, java)).isGreaterThan(200);
    assertThat(classesFromTheArchive(copy, java())).isGreaterThan(200);
    Path other = file(copy, ".aot").orElseThrow();
    Files.copy(archive, other, StandardCopyOption.REPLACE_EXISTING);
    assertThat(classesFromTheArchive(copy, java)).as("a foreign one").isZero();
    damage(other, "middle");
    assertThat(classesFromTheArchive(copy, java)).as("a damaged one").isZero();
  }

  @Test
  void twoThatBeginAtOnceMakeOneAndNoPipeWaitsForThem() throws Exception {
    List<Process> both = List.of(piped(), piped());
    for (Process process : both) {
      try (InputStream out = process.getInputStream()) {
        assertThat(new String(out.readAllBytes(), StandardCharsets.UTF_8)).contains("download");
      }
      assertThat(process.waitFor()).isZero();
    }
    assertThat(file(folder, ".jsa").or(() -> file(folder, ".aot"))).isEmpty();
    Set<String> making = new HashSet<>();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              making.addAll(makings());
              return file(folder, ".jsa").or(() -> file(folder, ".aot")).isPresent()
                  && makings().isEmpty();
            });
    assertThat(making).hasSize(1);
    assertThat(file(folder, "lock")).isPresent();
  }

  // With its outputs, and one more open file, at the same pipe.
  private Process piped() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "bash", "-c", "exec 17>&1; exec \"$0\" --no-rc -c help 2>&1", launcher().toString());
    builder.environment().clear();
    builder.environment().putAll(PackagedProgram.environment(folder));
    builder.environment().put("MASTSHELL_HOME", folder.toString());
    builder.environment().remove("MASTSHELL_START_ARCHIVE");
    Process process = builder.start();
    try (OutputStream nothing = process.getOutputStream()) {
      nothing.flush();
    }
    return process;
  }

  private static Path launcher() {
    return installed.resolve("bin/mastshell");
  }

  private List<String> makings() {
    try (Stream<Path> all = Files.walk(folder.resolve("cache/start"), 40)) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("making"))
          .toList();
    } catch (IOException | UncheckedIOException changing) {
      return List.of();
    }
  }

  @Test
  void withoutAPlaceForItNothingIsMadeOrSaid() throws Exception {
    Path file = Files.createFile(folder.resolve("a file"));
    start(file.resolve("home")).run().exits(0).saysNothing();
    start(folder)
        .without("MASTSHELL_HOME")
        .environment("XDG_CACHE_HOME", file.resolve("cache").toString())
        .environment("XDG_STATE_HOME", folder.toString())
        .run()
        .exits(0)
        .saysNothing();
    assertThat(file).isEmptyFile();
  }
}
