package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.Cancellation;

/** Archives of cutouts with any bytes changed: they are whole, or refused, and nothing stays. */
class CutoutZipTest {
  private static final int TIMES = 3000;
  private static final long SEED = 20261123;

  @TempDir Path root;

  @Test
  void changedBytesAreRefusedOrHarmless() throws IOException {
    byte[] sound = sound();
    Random random = new Random(SEED);
    int refused = 0;
    for (int time = 0; time < TIMES; time++) {
      byte[] bytes = changed(sound, random);
      Path folder = root.resolve("in").resolve("cut");
      try (ArrivingCutouts arriving = new ArrivingCutouts(folder, new Cancellation())) {
        arriving.begin();
        arriving.write(bytes, bytes.length);
        arriving.end();
        assertThat(arriving.name())
            .as("time %d", time)
            .isNotEmpty()
            .allMatch(one -> one.path().getParent().equals(folder));
      } catch (IOException | ArchiveException | DownloadException broken) {
        refused++;
        assertThat(broken.getMessage()).isNotBlank();
      }
      assertNothingElse(folder, time);
    }
    assertThat(refused).isBetween(TIMES / 4, TIMES);
  }

  @Test
  void aSecondTryForgetsTheFirst() throws IOException {
    Path folder = root.resolve("cut");
    try (ArrivingCutouts arriving = new ArrivingCutouts(folder, new Cancellation())) {
      arriving.begin();
      arriving.write(new byte[] {'P', 'K', 1, 2}, 4);
      arriving.begin();
      byte[] sound = sound();
      arriving.write(sound, sound.length);
      arriving.end();
      assertThat(arriving.name()).hasSize(2);
    }
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(one -> one.getFileName().toString()))
          .containsExactlyInAnyOrder("a.txt", "b.json");
    }
  }

  @Test
  void aFolderWithSomethingInItStays() throws IOException {
    Path folder = root.resolve("new/cut");
    try (ArrivingCutouts arriving = new ArrivingCutouts(folder, new Cancellation())) {
      arriving.begin();
      Files.writeString(folder.resolve("mine.txt"), "mine");
    }
    assertThat(folder.resolve("mine.txt")).hasContent("mine");
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).hasSize(1);
    }
  }

  // Only files with names of their own may be there; each round begins with an empty folder.
  private void assertNothingElse(Path folder, int time) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      assertThat(
              all.filter(Files::isRegularFile)
                  .filter(
                      one ->
                          !one.getParent().equals(folder)
                              || one.getFileName().toString().endsWith(".part")))
          .as("time %d", time)
          .isEmpty();
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path one : all.toList()) {
          Files.delete(one);
        }
      }
      Files.delete(folder);
    }
    Files.deleteIfExists(folder.getParent());
  }

  private static byte[] changed(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    int changes = 1 + random.nextInt(4);
    for (int change = 0; change < changes; change++) {
      // Mostly in the list at the end, where the names and lengths are.
      int from = random.nextInt(3) > 0 ? bytes.length - 180 : 0;
      bytes[from + random.nextInt(bytes.length - from)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static byte[] sound() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : new String[] {"a.txt", "deep/b.json"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("{\"a\": [1, 2, 3]}".getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
