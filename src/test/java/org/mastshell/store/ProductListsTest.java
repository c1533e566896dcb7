package org.mastshell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.table.Table;
import org.mastshell.table.TextColumn;

class ProductListsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final ListOwner OWNER = new ListOwner("https://archive.example", "anonymous");
  private static final ListOwner LOGIN = new ListOwner("https://archive.example", "0123abcd");
  private static final ListOwner ELSEWHERE = new ListOwner("http://archive.example", "anonymous");

  @TempDir Path temporary;

  private Path folder() {
    return temporary.resolve("cache/products");
  }

  private ProductLists lists() {
    return at(NOW);
  }

  private ProductLists at(Instant now) {
    return new ProductLists(folder(), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Table rows(String... names) {
    return Table.of(
        List.of("productFilename"), List.of(TextColumn.of(Arrays.asList(names))), names.length);
  }

  private static ProductList list(Instant asked, Table... parts) {
    return new ProductList(asked, Stream.of(parts).map(PackedTable::of).toList());
  }

  private static List<String> names(Optional<ProductList> list) {
    return list.orElseThrow().parts().stream()
        .map(PackedTable::unpacked)
        .flatMap(
            part ->
                IntStream.range(0, part.size()).mapToObj(row -> part.text(row, "productFilename")))
        .toList();
  }

  @Test
  void givesBackWhatWasKeptInItsOrder() {
    lists().keep(OWNER, "87", list(NOW, rows("b", "a"), rows("c")));

    Optional<ProductList> found = lists().find(OWNER, "87");
    assertThat(found.orElseThrow().asked()).isEqualTo(NOW);
    assertThat(names(found)).containsExactly("b", "a", "c");
    assertThat(lists().find(OWNER, "8")).isEmpty();
    assertThat(lists().find(OWNER, "187")).isEmpty();
  }

  @Test
  void theLastListOfAnObservationStays() {
    lists().keep(OWNER, "87", list(NOW, rows("old")));
    lists().keep(OWNER, "87", list(NOW.plusSeconds(1), rows("new")));
    assertThat(names(lists().find(OWNER, "87"))).containsExactly("new");
  }

  @Test
  void aListIsOfOneArchiveAndLogin() {
    lists().keep(OWNER, "87", list(NOW, rows("a")));
    assertThat(lists().find(LOGIN, "87")).isEmpty();
    assertThat(lists().find(ELSEWHERE, "87")).isEmpty();
  }

  @Test
  void aFileInTheWrongPlaceIsNotTaken() throws IOException {
    lists().keep(OWNER, "87", list(NOW, rows("of nobody")));
    lists().keep(LOGIN, "87", list(NOW, rows("of a login")));
    Path login = folder().resolve("archive.example/0123abcd");
    Path nobody = folder().resolve("archive.example/anonymous");
    Files.move(login, temporary.resolve("away"));
    Files.move(nobody, login);
    assertThat(lists().find(LOGIN, "87")).isEmpty();
    assertThat(lists().find(OWNER, "87")).isEmpty();
  }

  @Test
  void aFileThatIsCutShortOrChangedAnywhereIsNotTaken() throws IOException {
    lists().keep(OWNER, "87", list(NOW, rows("a", "b")));
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    for (int place = 0; place < whole.length; place++) {
      Files.write(file, Arrays.copyOf(whole, place));
      assertThat(lists().find(OWNER, "87")).as("cut at " + place).isEmpty();
      byte[] changed = whole.clone();
      changed[place] ^= 0x10;
      Files.write(file, changed);
      assertThat(lists().find(OWNER, "87")).as("changed at " + place).isEmpty();
    }
    Files.write(file, whole);
    assertThat(lists().find(OWNER, "87")).isPresent();
  }

  @Test
  void theLeastUsedGoWhereThereIsNoRoom() throws IOException {
    for (int number = 10; number < 30; number++) {
      at(NOW.plusSeconds(number)).keep(OWNER, "" + number, list(NOW, rows("a")));
    }
    // The first was used again a day later.
    assertThat(at(NOW.plusSeconds(86_400)).find(OWNER, "10")).isPresent();
    long one = Files.size(files().get(0));

    at(NOW.plusSeconds(86_400)).trim(one * 20);
    assertThat(files()).hasSize(20);
    at(NOW.plusSeconds(86_400)).trim(one * 10);

    List<Integer> left =
        IntStream.range(10, 30)
            .filter(number -> lists().find(OWNER, "" + number).isPresent())
            .boxed()
            .toList();
    assertThat(left).containsExactly(10, 22, 23, 24, 25, 26, 27, 28, 29);
  }

  @Test
  void draftsThatWereLeftBehindAreRemoved() throws IOException {
    lists().keep(OWNER, "87", list(NOW, rows("a")));
    Path old = Files.createFile(files().get(0).resolveSibling("list1.part"));
    Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(7200)));
    Path young = Files.createFile(files().get(0).resolveSibling("list2.part"));
    Files.setLastModifiedTime(young, FileTime.from(NOW.minusSeconds(60)));

    lists().trim(1_000_000);

    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(lists().find(OWNER, "87")).isPresent();
  }

  @Test
  void summariesTellHowManyAndFromWhen() throws IOException {
    lists().keep(OWNER, "1", list(NOW, rows("a")));
    lists().keep(OWNER, "2", list(NOW.minusSeconds(60), rows("a", "b")));
    lists().keep(LOGIN, "1", list(NOW.plusSeconds(60), rows("a")));
    Files.writeString(files().get(0).resolveSibling("99.list"), "no list");

    assertThat(lists().summaries())
        .extracting(
            ProductLists.Summary::owner,
            ProductLists.Summary::lists,
            ProductLists.Summary::oldest,
            ProductLists.Summary::newest)
        .containsExactlyInAnyOrder(
            tuple(OWNER, 2, NOW.minusSeconds(60), NOW),
            tuple(LOGIN, 1, NOW.plusSeconds(60), NOW.plusSeconds(60)));
    assertThat(lists().clear().files()).isEqualTo(4);
    assertThat(folder()).doesNotExist();
    assertThat(lists().summaries()).isEmpty();
    assertThat(lists().clear().files()).isZero();
  }

  @Test
  void theSaltStaysAsLongAsTheLists() {
    byte[] salt = lists().salt();
    assertThat(salt).hasSize(32);
    assertThat(lists().salt()).isEqualTo(salt);
    lists().clear();
    assertThat(lists().salt()).hasSize(32).isNotEqualTo(salt);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 33})
  void aSaltThatAPowerCutLeftIsMadeAnew(int bytes) throws IOException {
    byte[] salt = lists().salt();
    Path file = folder().resolve("salt");
    assertThat(file).hasBinaryContent(salt);
    Files.write(file, Arrays.copyOf(salt, bytes));
    byte[] fresh = lists().salt();
    assertThat(fresh).hasSize(32).isNotEqualTo(salt);
    assertThat(lists().salt()).isEqualTo(fresh);
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws IOException {
    Files.createDirectories(folder().getParent());
    Files.createFile(folder());
    assertThatThrownBy(() -> lists().keep(OWNER, "87", list(NOW, rows("a"))))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(folder().toString());
    assertThatThrownBy(() -> lists().salt()).isInstanceOf(StoreException.class);
    assertThat(lists().find(OWNER, "87")).isEmpty();
    assertThat(lists().summaries()).isEmpty();
  }

  @Test
  void severalWritersAndReadersSeeWholeLists() throws Exception {
    lists().keep(OWNER, "87", list(NOW, rows("0", "0")));
    ExecutorService shells = Executors.newFixedThreadPool(5);
    try {
      List<Callable<List<String>>> tasks = new ArrayList<>();
      for (int number = 0; number < 300; number++) {
        String name = "" + number;
        boolean clears = number % 50 == 49;
        tasks.add(
            () -> {
              ProductLists own = lists();
              if (clears) {
                own.clear();
              }
              own.keep(OWNER, "87", list(NOW, rows(name, name)));
              own.trim(1_000_000);
              return own.find(OWNER, "87").stream()
                  .map(found -> names(Optional.of(found)))
                  .flatMap(List::stream)
                  .toList();
            });
      }
      for (Future<List<String>> one : shells.invokeAll(tasks)) {
        assertThat(one.get().stream().collect(Collectors.toSet())).hasSizeLessThanOrEqualTo(1);
      }
    } finally {
      shells.shutdownNow();
    }
    assertThat(files()).hasSizeLessThanOrEqualTo(1);
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder())) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
