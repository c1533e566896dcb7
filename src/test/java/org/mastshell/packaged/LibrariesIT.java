package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the distribution carries of others: which jars, how large, and what was taken from them. */
@DisabledOnOs(OS.WINDOWS)
class LibrariesIT {
  private static final long MOST_PACKED = 45_000_000;
  private static final long MOST_UNPACKED = 60_000_000;
  private static final Pattern ROW =
      Pattern.compile("\\| `([^`]+)` \\| [^|]+ \\| ([0-9,]+) \\| .+ \\|");

  @TempDir Path folder;

  private static Path home() {
    return PackagedProgram.home();
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static long bytes(List<Path> files) throws IOException {
    long sum = 0;
    for (Path file : files) {
      sum += Files.size(file);
    }
    return sum;
  }

  private static Path library(String name) throws IOException {
    try (Stream<Path> all = Files.list(home().resolve("lib"))) {
      return all.filter(file -> file.getFileName().toString().matches(name + "-[0-9].*\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** The jar from which the tests themselves take a class; none of its code is run. */
  private static Path original(String entry) throws IOException {
    URL place = LibrariesIT.class.getClassLoader().getResource(entry);
    try {
      return Path.of(((JarURLConnection) place.openConnection()).getJarFileURL().toURI());
    } catch (URISyntaxException impossible) {
      throw new IOException(impossible);
    }
  }

  /** The sum of each file in a jar. */
  private static Map<String, Long> contents(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .filter(entry -> !entry.isDirectory())
          .collect(
              Collectors.toMap(
                  ZipEntry::getName, ZipEntry::getCrc, (one, other) -> one, TreeMap::new));
    }
  }

  @Test
  void theDocumentationNamesEachWithItsSize() throws IOException {
    String page = Files.readString(home().resolve("docs/architecture.md"));
    Map<String, String> documented =
        ROW.matcher(page)
            .results()
            .collect(Collectors.toMap(row -> row.group(1), LibrariesIT::size));
    Map<String, String> carried = new TreeMap<>();
    for (Path jar : files(home().resolve("lib"))) {
      String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
      if (!name.equals("mastshell")) {
        carried.put(name, Long.toString(Math.round(Files.size(jar) / 1000.0)));
      }
    }
    assertThat(documented).containsExactlyInAnyOrderEntriesOf(carried);
  }

  private static String size(MatchResult row) {
    return row.group(2).replace(",", "");
  }

  @Test
  void packedAndUnpackedTheDistributionStaysSmall() throws IOException {
    assertThat(home().resolveSibling("mastshell.tar.gz").toFile().length()).isLessThan(MOST_PACKED);
    assertThat(home().resolveSibling("mastshell.zip").toFile().length()).isLessThan(MOST_PACKED);
    Predicate<Path> started = file -> file.startsWith(home().resolve("start"));
    List<Path> all = files(home());
    long unpacked = bytes(all.stream().filter(started.negate()).toList());
    List<Path> archives =
        all.stream().filter(started).filter(file -> file.toString().endsWith(".jsa")).toList();
    // Those of Java 24 and later also hold objects and profiles, and are larger.
    assumeTrue(archives.size() == 1, "not built by a Java of before 24 alone");
    assertThat(unpacked + bytes(archives)).isLessThan(MOST_UNPACKED);
  }

  @Test
  void theDatabaseHasItsCodeForTheSystemsOfAstronomers() throws IOException {
    Map<String, Long> kept = contents(library("sqlite-jdbc"));
    assertThat(kept.keySet().stream().filter(name -> name.startsWith("org/sqlite/native/")))
        .containsExactlyInAnyOrder(
            "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so",
            "org/sqlite/native/Linux/aarch64/libsqlitejdbc.so",
            "org/sqlite/native/Linux-Musl/x86_64/libsqlitejdbc.so",
            "org/sqlite/native/Linux-Musl/aarch64/libsqlitejdbc.so",
            "org/sqlite/native/Mac/x86_64/libsqlitejdbc.dylib",
            "org/sqlite/native/Mac/aarch64/libsqlitejdbc.dylib",
            "org/sqlite/native/Windows/x86_64/sqlitejdbc.dll",
            "org/sqlite/native/Windows/aarch64/sqlitejdbc.dll");
    assertThat(kept.keySet())
        .contains(
            "META-INF/maven/org.xerial/sqlite-jdbc/LICENSE",
            "META-INF/maven/org.xerial/sqlite-jdbc/LICENSE.zentus");
    Map<String, Long> whole = contents(original("org/sqlite/JDBC.class"));
    whole
        .keySet()
        .removeIf(name -> name.startsWith("org/sqlite/native/") && !kept.containsKey(name));
    assertThat(kept).isEqualTo(whole);
  }

  @Test
  void callsOfTheSystemAreThereForTheSameSystems() throws IOException {
    Map<String, Long> kept = contents(library("jna"));
    assertThat(kept.keySet().stream().filter(name -> name.matches("com/sun/jna/.+-.+/.+")))
        .containsExactlyInAnyOrder(
            "com/sun/jna/linux-x86-64/libjnidispatch.so",
            "com/sun/jna/linux-aarch64/libjnidispatch.so",
            "com/sun/jna/darwin-x86-64/libjnidispatch.jnilib",
            "com/sun/jna/darwin-aarch64/libjnidispatch.jnilib",
            "com/sun/jna/win32-x86-64/jnidispatch.dll",
            "com/sun/jna/win32-aarch64/jnidispatch.dll");
    assertThat(kept.keySet()).contains("META-INF/LICENSE", "META-INF/AL2.0", "META-INF/LGPL2.1");
    Map<String, Long> whole = contents(original("com/sun/jna/Native.class"));
    whole
        .keySet()
        .removeIf(name -> name.matches("com/sun/jna/.+-.+/.+") && !kept.containsKey(name));
    assertThat(kept).isEqualTo(whole);
  }

  @Test
  void theKeyringOfWindowsHasAllThatItNames() throws IOException {
    Map<String, Long> kept = contents(library("jna-platform"));
    assertThat(kept.keySet()).contains("META-INF/LICENSE", "META-INF/AL2.0", "META-INF/LGPL2.1");
    assertThat(contents(original("com/sun/jna/platform/win32/WinDef.class")))
        .containsAllEntriesOf(kept);
    Set<String> needed = new TreeSet<>();
    for (JavaClass one :
        new ClassFileImporter().importPackages("com.github.javakeyring", "com.sun.jna.platform")) {
      if (one.getPackageName().startsWith("com.github.javakeyring")) {
        one.getTransitiveDependenciesFromSelf().stream()
            .map(needs -> needs.getTargetClass().getBaseComponentType().getName())
            .filter(name -> name.startsWith("com.sun.jna.platform."))
            .forEach(name -> needed.add(name.replace('.', '/') + ".class"));
      }
    }
    assertThat(needed).contains("com/sun/jna/platform/win32/WinBase$FILETIME.class");
    assertThat(kept.keySet()).containsAll(needed);
  }

  // Some of what the library of tables brings along is left out.
  @Test
  void filesOfTablesAreWrittenAndReadByWhatIsThere() throws Exception {
    for (String name : List.of("a.vot", "a.fits", "a.ecsv", "a.csv", "a.db")) {
      PackagedProgram.in(folder)
          .arguments("--demo", "--no-rc", "-q", "-c", "search program=1073 filters=F277W")
          .arguments("-c", "export " + name + "; import " + name + "; count")
          .run()
          .exits(0)
          .saysNothing()
          .prints("12");
    }
  }
}
