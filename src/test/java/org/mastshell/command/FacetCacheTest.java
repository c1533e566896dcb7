package org.mastshell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.table.ValueCounts.ValueCount;

class FacetCacheTest {
  private static final URI SERVER = URI.create("https://archive.example");
  private static final Map<String, List<ValueCount>> FACETS =
      Map.of(
          "filters",
          List.of(new ValueCount("F277W", 12), new ValueCount("odd \"one\",\nwith a line", 1)));

  @TempDir Path folder;

  @Test
  void givesBackWhatWasKept() {
    cache(Duration.ZERO).write(SERVER, FACETS);

    assertThat(cache(Duration.ofHours(1)).read(SERVER, Duration.ofDays(7))).contains(FACETS);
  }

  @Test
  void passesOverWhatIsTooOldOrOfAnotherServer() {
    cache(Duration.ZERO).write(SERVER, FACETS);

    assertThat(cache(Duration.ofDays(8)).read(SERVER, Duration.ofDays(7))).isEmpty();
    assertThat(cache(Duration.ZERO).read(SERVER, Duration.ZERO)).isEmpty();
    assertThat(cache(Duration.ZERO).read(URI.create("http://127.0.0.1:8080"), Duration.ofDays(7)))
        .isEmpty();
  }

  @Test
  void aDamagedFileIsAsIfItWereNotThere() throws IOException {
    cache(Duration.ZERO).write(SERVER, FACETS);
    Files.writeString(onlyFile(), "filters,F277W,many\n");

    assertThat(cache(Duration.ZERO).read(SERVER, Duration.ofDays(7))).isEmpty();
  }

  @Test
  void isForItsOwnerAlone() throws IOException {
    cache(Duration.ZERO).write(SERVER, FACETS);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFile())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFile().getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNoTrouble() throws IOException {
    Path notAFolder = Files.createFile(folder.resolve("file"));
    FacetCache cache = new FacetCache(notAFolder, Clock.systemUTC());

    cache.write(SERVER, FACETS);

    assertThat(cache.read(SERVER, Duration.ofDays(7))).isEmpty();
    assertThat(notAFolder).isEmptyFile();
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  private FacetCache cache(Duration later) {
    Instant now = Instant.now().plus(later);
    return new FacetCache(folder.resolve("cache"), Clock.fixed(now, ZoneOffset.UTC));
  }
}
