package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                + "tries,seconds");
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
  void aMissingFileIsAnEmptyManifest() {
    assertThat(Manifest.read(file()).entries()).isEmpty();
    assertThat(Manifest.read(file()).isReadable()).isTrue();
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
    assertThat(Manifest.read(file()).isReadable()).isFalse();
    assertThat(Manifest.read(file()).entries()).isEmpty();
    ManifestEntry entry = entry("a.fits", Status.COMPLETE, 5, "", EARLY);
    merge(entry);
    assertThat(Manifest.read(file()).entries()).containsExactly(entry);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(path -> path.toString().endsWith(".unreadable")))
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

  private static ManifestEntry entry(
      String path, Status status, long bytes, String message, Instant time) {
    return new ManifestEntry(path, "mast:" + path, status, bytes, -1, message, "ab12", time);
  }
}
