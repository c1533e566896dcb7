package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
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
    try (InputStream file = Files.newInputStream(archive("zip"));
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          assertThat(entry.getName()).startsWith("mastshell/");
          contents.put(
              entry.getName().substring("mastshell/".length()),
              Arrays.hashCode(zip.readAllBytes()));
        }
      }
    }
    return contents;
  }
}
