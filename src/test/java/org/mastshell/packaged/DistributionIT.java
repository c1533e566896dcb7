package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archives that are given to people. */
@DisabledOnOs(OS.WINDOWS)
class DistributionIT {
  private static final String BILL = "mastshell.cdx.json";

  @TempDir Path folder;

  private static Path archive(String extension) {
    return PackagedProgram.home().resolveSibling("mastshell." + extension);
  }

  @Test
  void bothArchivesHoldTheSameAndRunWhereTheyAreUnpacked() throws Exception {
    Path tarred = Files.createDirectories(folder.resolve("from tar"));
    Process tar =
        new ProcessBuilder("tar", "-xzf", archive("tar.gz").toString(), "-C", tarred.toString())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
    Path root = tarred.resolve("mastshell");
    SortedMap<String, Integer> unpacked = contents(root);
    assertThat(unpacked)
        .containsKeys("bin/mastshell", "bin/mastshell.cmd", "lib/mastshell.jar", "README.md")
        .containsKeys("docs/tutorial.mast", "share/man/man1/mastshell.1");
    assertThat(unpacked.keySet()).anyMatch(name -> name.startsWith("completions/"));
    assertThat(unpacked).isEqualTo(zipped());
    SortedMap<String, Integer> built = contents(PackagedProgram.home());
    // Archives of loaded classes differ from build to build, and fit one Java alone.
    built.keySet().removeIf(name -> name.startsWith("start/"));
    assertThat(unpacked).isEqualTo(built);
    assertThat(Files.isExecutable(root.resolve("bin/mastshell"))).isTrue();
    PackagedProgram.in(folder)
        .launchedBy(root.resolve("bin/mastshell").toString(), "--no-rc", "-q", "--demo")
        .arguments("-c", "search program=1073 filters=F277W --count")
        .run()
        .exits(0)
        .saysNothing()
        .prints("12");
  }

  @Test
  void theLauncherNamesEveryLibraryThatIsThere() throws IOException {
    String launcher = Files.readString(PackagedProgram.launcher());
    String windows = Files.readString(PackagedProgram.home().resolve("bin/mastshell.cmd"));
    try (Stream<Path> libraries = Files.list(PackagedProgram.home().resolve("lib"))) {
      assertThat(libraries.map(Path::getFileName).map(Path::toString))
          .allMatch(name -> launcher.contains("$lib/" + name))
          .allMatch(name -> windows.contains("%LIB%\\" + name));
    }
    assertThat(launcher).doesNotContain("class.path}");
  }

  @Test
  void theListOfLibrariesIsThatOfTheArchive() throws Exception {
    JsonNode bill = new ObjectMapper().readTree(PackagedProgram.home().resolve(BILL).toFile());
    SortedMap<String, String> listed = new TreeMap<>();
    Set<String> refs = new TreeSet<>(List.of(bill.at("/metadata/component/bom-ref").asText()));
    for (JsonNode library : bill.get("components")) {
      assertThat(library.at("/purl").asText())
          .isEqualTo(
              "pkg:maven/%s/%s@%s"
                  .formatted(
                      library.get("group").asText(),
                      library.get("name").asText(),
                      library.get("version").asText()));
      assertThat(library.at("/hashes/0/alg").asText()).isEqualTo("SHA-256");
      listed.put(
          library.get("name").asText() + "-" + library.get("version").asText() + ".jar",
          library.at("/hashes/0/content").asText());
      refs.add(library.get("bom-ref").asText());
    }
    SortedMap<String, String> packed = new TreeMap<>();
    forEachZipped(
        (name, bytes) -> {
          if (name.matches("lib/(?!mastshell\\.jar).*")) {
            packed.put(name.substring("lib/".length()), sha256(bytes));
          }
        });
    assertThat(listed).isEqualTo(packed).hasSizeGreaterThan(20);
    for (JsonNode dependency : bill.get("dependencies")) {
      assertThat(refs).contains(dependency.get("ref").asText());
      dependency.get("dependsOn").forEach(one -> assertThat(refs).contains(one.asText()));
    }
    assertThat(bill.get("dependencies")).hasSameSizeAs(refs);
  }

  @Test
  void theListOfLibrariesTellsNothingOfTheBuild() throws IOException {
    String bill = Files.readString(PackagedProgram.home().resolve(BILL));
    assertThat(bill)
        .contains("\"bomFormat\": \"CycloneDX\"", "\"specVersion\": \"1.6\"")
        .doesNotContain("serialNumber", "timestamp", "://", System.getProperty("user.home"))
        .doesNotContainPattern("20\\d\\d-\\d\\d-\\d\\d");
  }

  private static String sha256(byte... bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static SortedMap<String, Integer> contents(Path root) throws IOException {
    SortedMap<String, Integer> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.put(root.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  private static SortedMap<String, Integer> zipped() throws IOException {
    SortedMap<String, Integer> contents = new TreeMap<>();
    forEachZipped((name, bytes) -> contents.put(name, Arrays.hashCode(bytes)));
    return contents;
  }

  private static void forEachZipped(BiConsumer<String, byte[]> taker) throws IOException {
    try (InputStream file = Files.newInputStream(archive("zip"));
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          assertThat(entry.getName()).startsWith("mastshell/");
          taker.accept(entry.getName().substring("mastshell/".length()), zip.readAllBytes());
        }
      }
    }
  }
}
