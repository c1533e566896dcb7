package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.download.FileOutcome.Status;

class ManifestTest {
  private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2026-02-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    ManifestEntry plain = entry("a/b.fits", Status.COMPLETE, 5, "", EARLY);
    ManifestEntry odd =
        new ManifestEntry(
            "a/c \"d\", e.fits", "mast:x?a=1,2&b=\"", Status.FAILED, 0, 17, "one\ntwo", "", LATE);
    merge(plain, odd);
    assertThat(Manifest.read(file()).entries()).containsExactly(plain, odd);
    assertThat(Files.readAllLines(file()).get(0))
        .isEqualTo(
            "path,uri,status,bytes,listed_size,message,sha256,time,version,etag,last_modified,"
                + "tries,seconds,source");
    assertThat(Manifest.read(file()).entry("a/b.fits")).contains(plain);
    assertThat(Manifest.read(file()).entry("a/x.fits")).isEmpty();
  }

  @Test
  void aLaterRunAddsAndReplacesByPath() throws IOException {
    ManifestEntry other = entry("other.fits", Status.COMPLETE, 1, "", EARLY);
    merge(other, entry("a.fits", Status.FAILED, 5, "cut", EARLY));
    ManifestEntry better = entry("a.fits", Status.COMPLETE, 9, "", LATE);
    merge(better);
    assertThat(Manifest.read(file()).entries()).containsExactly(other, better);
  }

  @Test
  void aFailureLaterDoesNotForgetTheFileThatIsThere() throws IOException {
    merge(entry("a.fits", Status.COMPLETE, 5, "", EARLY));
    merge(entry("a.fits", Status.FAILED, 2, "cut", LATE));
    assertThat(Manifest.read(file()).entries())
        .containsExactly(entry("a.fits", Status.COMPLETE, 5, "a later try failed: cut", EARLY));
    merge(entry("a.fits", Status.SKIPPED, 5, "", LATE));
    assertThat(Manifest.read(file()).entries())
        .extracting(ManifestEntry::status, ManifestEntry::time)
        .containsExactly(org.assertj.core.api.Assertions.tuple(Status.COMPLETE, EARLY));
  }

  @Test
  void whatIsOnlyFoundNeverReplacesWhatWasFetched() throws IOException {
    ManifestEntry fetched = entry("a.fits", Status.COMPLETE, 13, "", EARLY);
    merge(fetched);
    merge(entry("a.fits", Status.SKIPPED, 5, "", LATE));
    assertThat(Manifest.read(file()).entries()).containsExactly(fetched);
    merge(new ManifestEntry("a.fits", "mast:another", Status.SKIPPED, 13, -1, "", "", LATE));
    assertThat(Manifest.read(file()).entries()).containsExactly(fetched);
  }

  @Test
  void aMissingFileIsAnEmptyManifest() {
    assertThat(Manifest.read(file()).entries()).isEmpty();
    assertThat(Manifest.read(file()).isComplete()).isTrue();
  }

  @Test
  void whatEndedIsKnownBeforeTheManifestIsWritten() throws IOException {
    ManifestEntry old = entry("a.fits", Status.COMPLETE, 5, "", EARLY);
    merge(old);
    String written = Files.readString(file());
    ManifestEntry other = full("b.fits", LATE);
    append(entry("a.fits", Status.FAILED, 2, "cut", LATE), other);
    assertThat(file()).hasContent(written);
    assertThat(Manifest.read(file()).entries())
        .containsExactly(old.saying("a later try failed: cut"), other);
    merge();
    assertThat(Manifest.read(file()).entries())
        .containsExactly(old.saying("a later try failed: cut"), other);
    assertThat(folder.resolve(".manifest.journal")).doesNotExist();
  }

  @Test
  void aJournalThatBrokeOffCostsItsLastLineAlone() throws IOException {
    ManifestEntry first = full("a.fits", EARLY);
    append(first);
    Path journal = folder.resolve(".manifest.journal");
    Files.writeString(journal, "{\"path\":\"b.fi", StandardOpenOption.APPEND);
    ManifestEntry last = full("c.fits", LATE);
    append(last);
    Files.write(journal, new byte[] {0, -1, 7}, StandardOpenOption.APPEND);
    assertThat(Manifest.read(file()).entries()).containsExactly(first, last);
    assertThat(Manifest.read(file()).isComplete()).isTrue();
  }

  @Test
  void itsTwinSaysTheSameInJson() throws Exception {
    merge();
    assertThat(new ObjectMapper().readTree(folder.resolve("manifest.json").toFile())).isEmpty();
    merge(full("a \"b\".fits", EARLY), entry("c.fits", Status.FAILED, 0, "cut", LATE));
    JsonNode twin = new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());
    assertThat(twin).hasSize(2);
    assertThat(twin.get(0).get("path").asText()).isEqualTo("a \"b\".fits");
    assertThat(twin.get(0).get("version").asText()).isEqualTo("1.5.3");
    assertThat(twin.get(0).get("etag").asText()).isEqualTo("\"v,1\"");
    assertThat(twin.get(0).get("tries").isInt()).isTrue();
    assertThat(twin.get(0).get("seconds").asDouble()).isEqualTo(1.25);
    assertThat(twin.get(1).get("listed_size").isNull()).isTrue();
    assertThat(twin.get(1).get("sha256").asText()).isEqualTo("ab12");
  }

  @Test
  void aManifestOfAnOlderProgramIsRead() throws IOException {
    Files.writeString(
        file(),
        "path,uri,status,bytes,listed_size,message,sha256,time\n"
            + "a.fits,mast:a.fits,COMPLETE,5,,,ab12,2026-01-01T00:00:00Z\n");
    assertThat(Manifest.read(file()).entries())
        .containsExactly(entry("a.fits", Status.COMPLETE, 5, "", EARLY));
    Files.writeString(file(), "path,uri,status,bytes,listed_size,message,sha256,time\n");
    assertThat(Manifest.read(file()).isComplete()).isTrue();
  }

  @Test
  void theOrderInWhichEntriesCameCountsNotTheirClocks() throws IOException {
    ManifestEntry later = full("a.fits", EARLY);
    append(full("a.fits", LATE));
    append(later);
    assertThat(Manifest.read(file()).entries()).containsExactly(later);
    merge(full("a.fits", LATE));
    merge(later);
    assertThat(Manifest.read(file()).entries()).containsExactly(later);
  }

  @Test
  void aManifestThatCannotBeReadIsNotTakenForNone() throws IOException {
    merge(full("a.fits", EARLY));
    append(full("b.fits", EARLY));
    Path kept = Files.move(file(), folder.resolve("kept"));
    // A link to itself cannot be read, and is no missing file.
    Files.createSymbolicLink(file(), file());
    assertThatThrownBy(() -> Manifest.read(file()))
        .isInstanceOf(DownloadException.class)
        .hasMessageStartingWith("the manifest " + file() + " cannot be read: ");
    assertThatThrownBy(() -> merge(full("c.fits", LATE))).isInstanceOf(IOException.class);
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".unreadable"));
    Files.delete(file());
    Files.move(kept, file());
    assertThat(Manifest.read(file()).entries())
        .containsExactly(full("a.fits", EARLY), full("b.fits", EARLY));
  }

  @Test
  void aJournalThatCannotBeReadIsNotEmptied() throws IOException {
    append(full("a.fits", EARLY));
    Path journal = folder.resolve(".manifest.journal");
    Path kept = Files.move(journal, folder.resolve("kept"));
    Files.createDirectory(journal);
    assertThatThrownBy(() -> merge(full("c.fits", LATE))).isInstanceOf(IOException.class);
    assertThat(journal).isDirectory();
    assertThat(file()).doesNotExist();
    Files.delete(journal);
    Files.move(kept, journal);
    merge(full("c.fits", LATE));
    assertThat(Manifest.read(file()).entries())
        .containsExactly(full("a.fits", EARLY), full("c.fits", LATE));
  }

  @Test
  void twoManifestsInOneFolderHaveAJournalEach() throws IOException {
    append(full("a.fits", EARLY));
    Path other = folder.resolve("mastDownload_manifest.csv");
    try (FolderLocks locks = FolderLocks.open(folder)) {
      Manifest.append(other, locks, List.of(full("b.fits", EARLY)));
      Manifest.merge(other, locks, List.of());
    }
    assertThat(Manifest.read(other).entries()).containsExactly(full("b.fits", EARLY));
    assertThat(Manifest.read(file()).entries()).containsExactly(full("a.fits", EARLY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"my\":\"own\"}", "[\n{\"my\":\"own\"}\n]\n", "", "[1,2]"})
  void aTwinThatIsNoneIsKeptBeside(String text) throws Exception {
    Path twin = Files.writeString(folder.resolve("manifest.json"), text);
    merge(full("a.fits", EARLY));
    assertThat(new ObjectMapper().readTree(twin.toFile())).hasSize(1);
    merge(full("b.fits", EARLY));
    assertThat(new ObjectMapper().readTree(twin.toFile())).hasSize(2);
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> aside = all.filter(path -> path.toString().endsWith(".unreadable")).toList();
      assertThat(aside).hasSize(1);
      assertThat(aside.get(0)).hasContent(text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,size\nx,1\n",
        "path,uri,status,bytes,listed_size,message,sha256,time\na,b,GREAT,1,1,,,2026-01-01T00:00:00Z\n",
        "path,uri,status,bytes,listed_size,message,sha256,time\na,b,COMPLETE,x,1,,,2026-01-01T00:00:00Z\n",
        "path,uri,status,bytes,listed_size,message,sha256,time\na,b,COMPLETE,1,1,,,soon\n",
        "path,uri,status,bytes,listed_size,message,sha256,time\na,\"b\n"
      })
  void aFileThatIsNoManifestIsKeptBeside(String text) throws IOException {
    Files.writeString(file(), text);
    assertThat(Manifest.read(file()).isComplete()).isFalse();
    assertThat(Manifest.read(file()).entries()).isEmpty();
    ManifestEntry entry = entry("a.fits", Status.COMPLETE, 5, "", EARLY);
    merge(entry);
    assertThat(Manifest.read(file()).entries()).containsExactly(entry);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(path -> path.toString().endsWith(".lost-records")))
          .singleElement()
          .satisfies(path -> assertThat(path).hasContent(text));
    }
  }

  @Test
  @Timeout(60)
  void manyAtOnceLoseNothing() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<Future<?>> ends = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ManifestEntry entry = entry(i + ".fits", Status.COMPLETE, i, "", EARLY);
      ends.add(
          threads.submit(
              () -> {
                merge(entry);
                return null;
              }));
    }
    for (Future<?> end : ends) {
      end.get();
    }
    threads.shutdown();
    assertThat(Manifest.read(file()).entries()).hasSize(40);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("manifest.csv", "manifest.json", ".mastDownload.lock");
    }
  }

  private Path file() {
    return folder.resolve("manifest.csv");
  }

  private void merge(ManifestEntry... entries) throws IOException {
    try (FolderLocks locks = FolderLocks.open(folder)) {
      Manifest.merge(file(), locks, List.of(entries));
    }
  }

  private void append(ManifestEntry... entries) throws IOException {
    try (FolderLocks locks = FolderLocks.open(folder)) {
      Manifest.append(file(), locks, List.of(entries));
    }
  }

  private static ManifestEntry full(String path, Instant time) {
    return new ManifestEntry(
        path,
        "mast:" + path,
        Status.COMPLETE,
        5,
        5,
        "resumed",
        "ab12",
        time,
        "1.5.3",
        new Validator("\"v,1\"", "Tue, 12 Jul 2022 16:53:18 GMT"),
        2,
        1.25);
  }

  private static ManifestEntry entry(
      String path, Status status, long bytes, String message, Instant time) {
    return new ManifestEntry(path, "mast:" + path, status, bytes, -1, message, "ab12", time);
  }
}
