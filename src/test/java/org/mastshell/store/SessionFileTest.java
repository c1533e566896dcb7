package org.mastshell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.store.StoreException.Kind;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

class SessionFileTest {
  private static final int LAST_BYTE_OF_FORM = 63;

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

  @TempDir Path folder;

  @Test
  void aNewFileHoldsAnEmptySession() {
    try (SessionFile file = SessionFile.create(path())) {
      assertThat(file.load()).isEqualTo(StoredSession.empty());
    }
  }

  @Test
  void everythingComesBack() {
    Table observations = table(5);
    Table products = table(300);
    StoredSession session =
        new StoredSession(
            List.of(
                set(1, observations),
                new StoredSet(
                    2,
                    "products",
                    Optional.of("mine"),
                    "products",
                    "https://mast.stsci.edu",
                    List.of(1),
                    Optional.of(1),
                    NOON,
                    products),
                set(3, products.select(7, 7, 299, 0))),
            List.of(1, 2, 3, 1),
            2,
            7,
            Map.of("limit", "40"));
    save(session);

    StoredSession back = load();

    assertThat(back.visited()).containsExactly(1, 2, 3, 1);
    assertThat(back.position()).isEqualTo(2);
    assertThat(back.made()).isEqualTo(7);
    assertThat(back.settings()).containsExactly(Map.entry("limit", "40"));
    assertThat(described(back)).isEqualTo(described(session));
    assertThat(back.sets().get(2).table().sharesCellsWith(back.sets().get(1).table())).isTrue();
  }

  @Test
  void aTableWithoutColumnsKeepsItsRows() {
    TableBuilder builder = new TableBuilder();
    builder.endRow();
    builder.endRow();
    save(session(set(1, builder.build()), set(2, Table.empty())));
    assertThat(load().sets()).extracting(set -> set.table().size()).containsExactly(2, 0);
  }

  @Test
  void savingAgainAddsNamesAndDrops() {
    Table first = table(3);
    Table second = table(4);
    try (SessionFile file = SessionFile.create(path())) {
      file.save(session(set(1, first), set(2, first.select(1)), set(3, second)));
      StoredSet named =
          new StoredSet(
              2,
              "observations",
              Optional.of("bright"),
              "search n=2",
              "https://mast.stsci.edu",
              List.of(),
              Optional.empty(),
              NOON,
              first.select(1));
      file.save(session(named, set(4, first.select(2, 0))));
    }
    StoredSession back = load();
    assertThat(back.sets()).extracting(StoredSet::number).containsExactly(2, 4);
    assertThat(back.sets().get(0).name()).contains("bright");
    assertThat(described(back).get(1)).contains("obs 2, 2, 2.5, true|obs 0, 0, 0.5, true");
    try (SessionFile file = SessionFile.open(path())) {
      file.load();
      file.save(StoredSession.empty());
      assertThat(file.load()).isEqualTo(StoredSession.empty());
    }
  }

  @Test
  void cellsOutliveTheSetThatBroughtThem() {
    Table table = table(5);
    StoredSession derived = session(set(2, table.select(3, 1)));
    try (SessionFile file = SessionFile.create(path())) {
      file.save(session(set(1, table)));
      file.save(derived);
    }
    assertThat(described(load())).isEqualTo(described(derived));
    Table other = table(8);
    StoredSession last = session(set(1, other), set(3, load().sets().get(0).table()));
    try (SessionFile file = SessionFile.open(path())) {
      file.load();
      file.save(session(set(1, other)));
      file.save(last);
    }
    assertThat(described(load())).isEqualTo(described(last));
  }

  @Test
  void anotherSetOfTheSameNumberIsAnotherSet() {
    Table table = table(5);
    StoredSession second = session(set(1, table(2)), set(2, table.select(0)));
    try (SessionFile file = SessionFile.create(path())) {
      file.save(session(set(1, table), set(2, table.select(4))));
      file.save(second);
    }
    assertThat(described(load())).isEqualTo(described(second));
  }

  @Test
  void aSetThatLacksItsCellsIsDamaged() {
    save(session(set(1, table(3))));
    try (Database database = Database.open(path())) {
      database.change(
          connection -> {
            Database.execute(connection, "DELETE FROM cells WHERE place = 1");
            return null;
          });
    }
    assertDamaged(path());
  }

  @Test
  void whatIsNoSessionOfOursIsNotMadeOne() throws IOException {
    Files.createFile(path());
    assertDamaged(path());
    assertThat(path()).isEmptyFile();
    Path foreign = folder.resolve("foreign.db");
    try (Database database = Database.create(foreign)) {
      database.change(
          connection -> {
            Database.execute(connection, "CREATE TABLE sets(a)", "PRAGMA user_version = 1");
            return null;
          });
    }
    byte[] before = Files.readAllBytes(foreign);
    assertDamaged(foreign);
    assertThat(foreign).hasBinaryContent(before);
  }

  @Test
  void whatCannotBeMadeLeavesNoFile() throws IOException {
    Files.createFile(path());
    assertThatThrownBy(() -> SessionFile.create(path())).isInstanceOf(StoreException.class);
    assertThat(path()).isEmptyFile();
  }

  /** The first form has neither a mark nor the number of columns. */
  @Test
  void aFileOfTheFirstFormIsReadAsItIsAndRenewedWhenItIsWritten() throws IOException {
    try (InputStream first = getClass().getResourceAsStream("/sessions/form-1.db")) {
      Files.copy(first, path());
    }
    byte[] before = Files.readAllBytes(path());
    StoredSession session = load();
    assertThat(path()).hasBinaryContent(before);
    assertThat(session.sets()).extracting(set -> set.table().size()).contains(12, 501, 3);
    assertThat(form()).isEqualTo(1);
    StoredSession more;
    try (SessionFile file = SessionFile.open(path())) {
      StoredSession read = file.load();
      List<StoredSet> sets = new ArrayList<>(read.sets());
      sets.add(set(90, read.sets().get(0).table().select(1)));
      more = new StoredSession(sets, read.visited(), read.position(), 90, read.settings());
      file.save(more);
    }
    assertThat(form()).isEqualTo(5);
    assertThat(described(load())).isEqualTo(described(more));
  }

  /** The second form does not know sets that were dropped. */
  @Test
  void aFileOfTheSecondFormIsReadAsItIsAndRenewedWhenItIsWritten() throws IOException {
    try (InputStream second = getClass().getResourceAsStream("/sessions/form-2.db")) {
      Files.copy(second, path());
    }
    StoredSession session = load();
    assertThat(session.sets()).extracting(set -> set.table().size()).containsExactly(12, 20, 20, 3);
    assertThat(session.sets()).noneMatch(StoredSet::dropped);
    try (SessionFile file = SessionFile.open(path())) {
      StoredSession read = file.load();
      file.save(droppingFirst(read));
    }
    assertThat(form()).isEqualTo(5);
    assertThat(load().sets()).extracting(StoredSet::dropped).startsWith(true, false);
    assertThat(described(load())).isEqualTo(described(droppingFirst(session)));
  }

  /** The fourth form does not know that columns may have units of their own. */
  @Test
  void aFileOfTheFourthFormIsReadAsItIsAndRenewedWhenItIsWritten() throws IOException {
    try (InputStream fourth = getClass().getResourceAsStream("/sessions/form-4.db")) {
      Files.copy(fourth, path());
    }
    byte[] before = Files.readAllBytes(path());
    StoredSession session = load();
    assertThat(path()).hasBinaryContent(before);
    assertThat(session.sets()).extracting(set -> set.table().size()).containsExactly(2, 2, 12);
    assertThat(units(session)).containsOnly("");
    StoredSession more;
    try (SessionFile file = SessionFile.open(path())) {
      StoredSession read = file.load();
      List<StoredSet> sets = new ArrayList<>(read.sets());
      sets.add(set(90, table(3).inUnits(List.of("", "", "um", "d"))));
      more = new StoredSession(sets, read.visited(), read.position(), 90, read.settings());
      file.save(more);
    }
    assertThat(form()).isEqualTo(5);
    assertThat(described(load())).isEqualTo(described(more));
    assertThat(units(load())).endsWith("um", "d");
  }

  @Test
  void unitsComeBackAndBelongToWhatIsSummedUp() {
    Table measured = table(3).inUnits(List.of("", "", "µm", "erg/s/cm2"));
    save(session(set(1, measured), set(2, measured.select(2, 0))));
    assertThat(units(load())).containsExactly("", "", "µm", "erg/s/cm2", "", "", "µm", "erg/s/cm2");
    try (Database database = Database.open(path())) {
      database.change(
          connection -> {
            Database.execute(connection, "UPDATE cells SET unit = 'nm' WHERE place = 2");
            return null;
          });
    }
    assertThatThrownBy(this::load)
        .isInstanceOfSatisfying(
            StoreException.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.DAMAGED));
  }

  @Test
  void setsThatShareCellsMayHaveOtherUnits() {
    Table plain = table(3);
    Table measured = plain.inUnits(List.of("", "", "um", "d"));
    StoredSession session = session(set(1, plain), set(2, measured), set(3, measured.select(1)));
    save(session);
    assertThat(described(load())).isEqualTo(described(session));
    assertThat(units(load())).isEqualTo(units(session));
  }

  private static List<String> units(StoredSession session) {
    return session.sets().stream()
        .flatMap(set -> set.table().columns().stream())
        .map(ColumnInfo::unit)
        .toList();
  }

  @Test
  void aFileThatWasMovedIsGoneOnWith() {
    Path moved = folder.resolve("moved.db");
    Table table = table(4);
    StoredSession whole = session(set(1, table), set(2, table.select(2)));
    try (SessionFile file = SessionFile.create(path())) {
      file.save(session(set(1, table)));
      file.moveTo(moved);
      file.save(whole);
    }
    assertThat(path()).doesNotExist();
    try (SessionFile file = SessionFile.open(moved)) {
      assertThat(described(file.load())).isEqualTo(described(whole));
    }
  }

  @Test
  void whatIsReadCanBeGoneOnWith() {
    Table table = table(3);
    save(session(set(1, table)));
    try (SessionFile file = SessionFile.open(path())) {
      StoredSession read = file.load();
      List<StoredSet> more = new ArrayList<>(read.sets());
      more.add(set(2, read.sets().get(0).table().select(2)));
      file.save(new StoredSession(more, List.of(1, 2), 1, 2, Map.of()));
    }
    assertThat(described(load()).get(1)).contains("obs 2");
  }

  @Test
  void onlyTheOwnerReadsIt() throws IOException {
    try (SessionFile file = SessionFile.create(path())) {
      file.save(session(set(1, table(3))));
      try (var files = Files.list(folder)) {
        assertThat(files.toList())
            .isNotEmpty()
            .allSatisfy(
                made ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                        .isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsSaidToBeDamaged() throws IOException {
    Files.writeString(path(), "this is no database, however long it is ".repeat(100));
    assertThatThrownBy(() -> SessionFile.open(path()))
        .isInstanceOfSatisfying(
            StoreException.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.DAMAGED));
  }

  @Test
  void aSingleByteThatChangedIsDamage() throws IOException {
    Table table = table(30);
    StoredSession saved =
        new StoredSession(
            List.of(set(1, table), set(2, table.select(1, 5, 7))),
            List.of(1, 2),
            1,
            2,
            Map.of("limit", "7", "format", "csv"));
    save(saved);
    byte[] whole = Files.readAllBytes(path());
    Path damaged = folder.resolve("damaged");
    for (int place = 0; place < whole.length; place++) {
      byte[] bytes = whole.clone();
      bytes[place] ^= 1;
      // Another number of the form is that of a later program, not damage.
      if (whole[place] != 0 && place != LAST_BYTE_OF_FORM) {
        Files.write(damaged, bytes);
        assertReadOrDamaged(damaged, saved);
      }
    }
  }

  @Test
  void wherePagesAreOverwrittenNothingButDamageIsReported() throws IOException {
    StoredSession saved = session(set(1, table(20_000)));
    save(saved);
    long size = Files.size(path());
    for (long place = 0; place < size; place += size / 25) {
      Path damaged = folder.resolve("damaged-" + place);
      Files.copy(path(), damaged);
      try (FileChannel channel = FileChannel.open(damaged, StandardOpenOption.WRITE)) {
        channel.write(java.nio.ByteBuffer.allocate(5000), place);
      }
      assertReadOrDamaged(damaged, saved);
    }
  }

  @Test
  void aFileThatWasCutOffIsReadOrDamaged() throws IOException {
    StoredSession saved = session(set(1, table(20_000)));
    save(saved);
    byte[] whole = Files.readAllBytes(path());
    for (int length = 0; length < whole.length; length += whole.length / 20) {
      Path cut = folder.resolve("cut-" + length);
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      assertReadOrDamaged(cut, saved);
    }
  }

  @Test
  void aFileOfALaterProgramIsLeftAlone() throws Exception {
    save(session(set(1, table(3))));
    try (Database database = Database.open(path())) {
      database.change(
          connection -> {
            Database.execute(connection, "PRAGMA user_version = 99");
            return null;
          });
    }
    assertThatThrownBy(() -> SessionFile.open(path()))
        .isInstanceOfSatisfying(
            StoreException.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.NEWER));
  }

  @Test
  void aFolderThatIsMissingIsSaid() {
    assertThatThrownBy(() -> SessionFile.create(folder.resolve("missing/session.db")))
        .isInstanceOfSatisfying(
            StoreException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
              assertThat(failure).hasMessageContaining("session.db");
            });
  }

  private static void assertReadOrDamaged(Path file, StoredSession saved) {
    try (SessionFile opened = SessionFile.open(file)) {
      StoredSession read = opened.load();
      assertThat(described(read)).isEqualTo(described(saved));
      assertThat(read.settings()).isEqualTo(saved.settings());
      assertThat(read.visited()).isEqualTo(saved.visited());
      assertThat(read.position()).isEqualTo(saved.position());
      assertThat(read.made()).isEqualTo(saved.made());
    } catch (StoreException refused) {
      assertThat(refused.kind()).as(refused.getMessage()).isEqualTo(Kind.DAMAGED);
    }
  }

  private static void assertDamaged(Path file) {
    assertThatThrownBy(
            () -> {
              try (SessionFile opened = SessionFile.open(file)) {
                opened.load();
              }
            })
        .isInstanceOfSatisfying(
            StoreException.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.DAMAGED));
  }

  private int form() {
    try (Database database = Database.open(path())) {
      return database.form();
    }
  }

  private Path path() {
    return folder.resolve("session.db");
  }

  private void save(StoredSession session) {
    try (SessionFile file = SessionFile.create(path())) {
      file.save(session);
    }
  }

  private StoredSession load() {
    try (SessionFile file = SessionFile.open(path())) {
      return file.load();
    }
  }

  private static StoredSession session(StoredSet... sets) {
    int made = Stream.of(sets).mapToInt(StoredSet::number).max().orElse(0);
    return new StoredSession(List.of(sets), List.of(), -1, made, Map.of());
  }

  private static StoredSet set(int number, Table table) {
    return new StoredSet(
        number,
        "observations",
        Optional.empty(),
        "search n=" + number,
        "https://mast.stsci.edu",
        List.of(),
        Optional.empty(),
        NOON,
        table);
  }

  private static Table table(int rows) {
    TableBuilder builder = new TableBuilder();
    int name = builder.column("obs_id", ColumnType.TEXT);
    int number = builder.column("obsid", ColumnType.INTEGER);
    int time = builder.column("t_min", ColumnType.DECIMAL);
    int flag = builder.column("mtFlag", ColumnType.BOOLEAN);
    for (int row = 0; row < rows; row++) {
      if (row % 7 != 3) {
        builder.set(name, "obs " + row);
        builder.set(number, (long) row);
        builder.set(time, row + 0.5);
        builder.set(flag, row % 2 == 0);
      }
      builder.endRow();
    }
    return builder.build();
  }

  private static StoredSession droppingFirst(StoredSession session) {
    List<StoredSet> sets = new ArrayList<>(session.sets());
    sets.set(0, sets.get(0).asDropped());
    return new StoredSession(sets, List.of(3), 0, session.made(), session.settings());
  }

  private static List<String> described(StoredSession session) {
    return session.sets().stream()
        .map(
            set ->
                String.join(
                    " ",
                    set.number() + set.kind() + set.name() + set.command() + set.server(),
                    set.parents() + set.observations().toString() + set.made(),
                    String.join("|", rows(set.table()))))
        .toList();
  }

  private static List<String> rows(Table table) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      List<String> cells = new ArrayList<>();
      for (int place = 0; place < table.columns().size(); place++) {
        cells.add(table.columnAt(place).text(row));
      }
      rows.add(String.join(", ", cells.stream().map(String::valueOf).toList()));
    }
    return rows;
  }
}
