package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final long GIB = 1L << 30;

  @Test
  void fewLargeFilesDoNotHoldUpManySmallOnes() {
    Lanes lanes = new Lanes(4);
    add(lanes, 8, GIB);
    add(lanes, 100, 1000);
    assertThat(names(lanes, 4)).containsExactly("0-large", "1-large", "0-small", "1-small");
  }

  @Test
  void manySmallFilesDoNotHoldUpLargeOnes() {
    Lanes lanes = new Lanes(4);
    add(lanes, 100, 1000);
    add(lanes, 8, GIB);
    List<PlannedFile> first = take(lanes, 4);
    assertThat(first)
        .extracting(PlannedFile::name)
        .containsExactlyInAnyOrder("0-large", "1-large", "0-small", "1-small");
    // A place that a large file leaves goes to the next large one, and so with the small.
    PlannedFile large = first.stream().filter(f -> f.name().equals("0-large")).findAny().get();
    lanes.ended(large);
    assertThat(names(lanes, 2)).containsExactly("2-large", "2-small");
  }

  @Test
  void aloneInTheQueueEachGetsAllPlaces() {
    Lanes lanes = new Lanes(4);
    add(lanes, 6, GIB);
    assertThat(names(lanes, 4)).containsExactly("0-large", "1-large", "2-large", "3-large");
    assertThat(lanes.size()).isEqualTo(2);
    Lanes small = new Lanes(4);
    add(small, 2, -1);
    assertThat(names(small, 2)).containsExactly("0-small", "1-small");
    assertThat(small.next()).isNull();
  }

  @Test
  void withASinglePlaceEachHasItsTurn() {
    Lanes lanes = new Lanes(1);
    add(lanes, 2, GIB);
    add(lanes, 40, 1000);
    assertThat(names(lanes, 42)).endsWith("39-small").element(16).isEqualTo("0-large");
    assertThat(lanes.next()).isNull();
  }

  @Test
  void aLargeFileThatIsNearlyHereIsSmall() {
    Lanes lanes = new Lanes(2);
    FileToFetch file = new FileToFetch("mast:x", "", "", "x", GIB, false);
    lanes.add(
        new PlannedFile(
            file, Path.of("x"), PlannedFile.State.TO_FETCH, "", GIB - 5, Standing.nothing()));
    add(lanes, 1, GIB);
    assertThat(names(lanes, 2)).containsExactly("0-large", "x");
  }

  private static void add(Lanes lanes, int count, long size) {
    for (int i = 0; i < count; i++) {
      String name = i + (size >= Lanes.LARGE ? "-large" : "-small");
      FileToFetch file = new FileToFetch("mast:" + name, "", "", name, size, false);
      lanes.add(
          new PlannedFile(file, Path.of(name), PlannedFile.State.TO_FETCH, "", Standing.nothing()));
    }
  }

  private static List<String> names(Lanes lanes, int count) {
    return take(lanes, count).stream().map(PlannedFile::name).toList();
  }

  private static List<PlannedFile> take(Lanes lanes, int count) {
    List<PlannedFile> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(lanes.next());
    }
    return taken;
  }
}
