package org.mastshell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.table.ValueCounts.ValueCount;
import org.mastshell.vocabulary.ArchiveWords;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueKind;

class WordsCacheTest {
  private static final URI SERVER = URI.create("https://archive.example");
  private static final Instant NOW = Instant.parse("2026-10-06T12:30:00Z");
  private static final ArchiveWords WORDS = words(12);

  @TempDir Path folder;

  private static ArchiveWords words(int count) {
    return new ArchiveWords(
        NOW,
        Map.of(
            "filters",
            List.of(
                new ValueCount("F277W", count),
                new ValueCount("odd \"one\",\nwith a line", 1),
                new ValueCount("# no remark", 1),
                new ValueCount("", 1))),
        List.of(
            Field.column(
                "t_new",
                SetKind.OBSERVATIONS,
                ValueKind.DATE,
                "MJD",
                "New, label",
                "What it \"means\"",
                "")));
  }

  @Test
  void givesBackWhatWasKept() {
    assertThat(cache().write(SERVER, WORDS)).isEmpty();

    assertThat(cache().read(SERVER)).contains(WORDS);
    assertThat(cache().read(URI.create("https://archive.example:8443"))).isEmpty();
    assertThat(cache().read(URI.create("http://127.0.0.1:8080"))).isEmpty();
  }

  @Test
  void theFileTellsAPersonWhenItWasAsked() throws IOException {
    cache().write(SERVER, WORDS);

    assertThat(Files.readString(onlyFile()))
        .contains("https://archive.example", "asked,2026-10-06T12:30:00Z", "value,filters,F277W,12")
        .contains("column,t_new,DATE,MJD,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filters,F277W,many\n",
        "asked,yesterday\nend,1\n",
        "asked,2026-10-06T12:30:00Z\n",
        "asked,2026-10-06T12:30:00Z\nvalue,filters\nend,2\n",
        "asked,2026-10-06T12:30:00Z\nvalue,filters,F277W,1\nend,3\n",
        "asked,2026-10-06T12:30:00Z\nend,1\nvalue,filters,F277W,1\n",
        "asked,2026-10-06T12:30:00Z\ncolumn,a,NONSENSE,,,,\nend,2\n",
        "value,filters,F277W,1\nend,1\n",
        "\u0000\u0001\u0002",
        "\"never closed",
        "",
      })
  void aDamagedFileIsAsIfItWereNotThere(String text) throws IOException {
    cache().write(SERVER, WORDS);
    Path file = onlyFile();
    Files.writeString(file, text);
    assertThat(cache().read(SERVER)).isEmpty();

    cache().write(SERVER, WORDS);
    assertThat(cache().read(SERVER)).contains(WORDS);
  }

  @Test
  void aFileThatIsCutShortAnywhereIsNotTaken() throws IOException {
    cache().write(SERVER, WORDS);
    String whole = Files.readString(onlyFile());
    for (int end = 0; end < whole.stripTrailing().length(); end++) {
      Files.writeString(onlyFile(), whole.substring(0, end));
      assertThat(cache().read(SERVER)).as(whole.substring(0, end)).isEmpty();
    }
  }

  @Test
  void isForItsOwnerAlone() throws IOException {
    cache().write(SERVER, WORDS);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFile())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFile().getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws IOException {
    Path notAFolder = Files.createFile(folder.resolve("file"));
    WordsCache cache = new WordsCache(notAFolder, Clock.systemUTC(), Set.of());

    assertThat(cache.write(SERVER, WORDS))
        .hasValueSatisfying(reason -> assertThat(reason).contains(notAFolder.toString()));

    assertThat(cache.read(SERVER)).isEmpty();
    assertThat(notAFolder).isEmptyFile();
  }

  @Test
  void nothingIsKeptOfAnArchiveThatEndsWithTheProgram() {
    WordsCache cache = new WordsCache(folder.resolve("cache"), clock(), Set.of(SERVER));

    assertThat(cache.write(SERVER, WORDS)).isEmpty();

    assertThat(cache.read(SERVER)).isEmpty();
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @Test
  void severalWritersLeaveOneWholeFileAndNothingElse() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Optional<String>>> tasks = new ArrayList<>();
      for (int i = 1; i <= 100; i++) {
        int count = i;
        tasks.add(() -> cache().write(SERVER, words(count)));
      }
      cache().write(SERVER, WORDS);
      List<Future<Optional<String>>> written = new ArrayList<>();
      tasks.forEach(task -> written.add(writers.submit(task)));
      // Whoever reads meanwhile sees one or the other, never none.
      while (written.stream().anyMatch(one -> !one.isDone())) {
        assertThat(cache().read(SERVER)).isPresent();
      }
      for (Future<Optional<String>> one : written) {
        assertThat(one.get()).isEmpty();
      }
    } finally {
      writers.shutdownNow();
    }
    assertThat(onlyFile()).isRegularFile();
  }

  @Test
  void draftsThatWereLeftBehindAreRemoved() throws IOException {
    Path cache = Files.createDirectories(folder.resolve("cache"));
    Path old = Files.createFile(cache.resolve("values123.part"));
    Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(7200)));
    Path young = Files.createFile(cache.resolve("values456.part"));
    Files.setLastModifiedTime(young, FileTime.from(NOW.minusSeconds(60)));

    cache().write(SERVER, WORDS);

    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  private WordsCache cache() {
    return new WordsCache(folder.resolve("cache"), clock(), Set.of());
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }
}
