package org.mastshell.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mastshell.fuzz.Claim;
import org.mastshell.fuzz.SameTables;
import org.mastshell.fuzz.ScratchFile;
import org.mastshell.fuzz.Target;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/**
 * Files of sessions: one of which bytes were changed holds what it held, or is refused. An input is
 * a row of changes, four bytes each: the place in the file, in two of them, how to change, and by
 * what; a file that is all of another program's making is for SQLite to refuse.
 */
public final class SessionFileTarget implements Target {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");
  private static final int CHANGE = 4;

  private final ScratchFile scratch = new ScratchFile("session.db");
  private byte[] whole;
  private StoredSession session;

  @Override
  public void take(byte[] input) throws IOException {
    if (whole == null) {
      make();
    }
    byte[] changed = whole.clone();
    for (int at = 0; at + CHANGE <= input.length; at += CHANGE) {
      int place = ((input[at] & 0xff) << 8 | (input[at + 1] & 0xff)) % changed.length;
      byte by = input[at + 3];
      switch (input[at + 2] & 3) {
        case 0 -> changed[place] = by;
        case 1 -> changed[place] ^= (byte) (1 << (by & 7));
        case 2 -> changed[place] += by;
        default -> {
          int from = (by & 0xff) * changed.length / 256;
          int length = Math.min(64, changed.length - Math.max(place, from));
          System.arraycopy(changed, from, changed, place, length);
        }
      }
    }
    Path file = scratch.holding(changed);
    StoredSession read;
    try (SessionFile opened = SessionFile.open(file)) {
      opened.sets();
      read = opened.load();
      opened.save(read);
    } catch (StoreException refused) {
      Claim.that(!refused.getMessage().isBlank(), "a refusal says something");
      return;
    } finally {
      Files.deleteIfExists(file.resolveSibling("session.db-wal"));
      Files.deleteIfExists(file.resolveSibling("session.db-shm"));
      Files.deleteIfExists(file.resolveSibling("session.db-journal"));
    }
    requireSame(read);
  }

  private void requireSame(StoredSession read) {
    Claim.same(read.settings(), session.settings(), "the settings that were kept");
    Claim.same(read.visited(), session.visited(), "the way that was kept");
    Claim.same(read.sets().size(), session.sets().size(), "the sets that were kept");
    for (int place = 0; place < read.sets().size(); place++) {
      StoredSet one = session.sets().get(place);
      StoredSet other = read.sets().get(place);
      Claim.same(other.command(), one.command(), "the command that was kept");
      SameTables.require(one.table(), other.table());
    }
  }

  private void make() throws IOException {
    Table observations = table();
    StoredSet first = set(1, "observations", List.of(), observations);
    StoredSet second = set(2, "products", List.of(1), observations.select(3, 0));
    session = new StoredSession(List.of(first, second), List.of(1, 2), 1, 2, Map.of("limit", "40"));
    Path file = scratch.path();
    Files.deleteIfExists(file);
    try (SessionFile made = SessionFile.create(file)) {
      made.save(session);
    } catch (UncheckedIOException refused) {
      throw refused.getCause();
    }
    whole = Files.readAllBytes(file);
  }

  private static StoredSet set(int number, String kind, List<Integer> parents, Table table) {
    return new StoredSet(
        number,
        kind,
        Optional.of("name" + number),
        "search n=" + number,
        "https://mast.example",
        parents,
        parents.stream().findFirst(),
        NOON,
        table);
  }

  private static Table table() {
    TableBuilder builder = new TableBuilder();
    int name = builder.column("name", ColumnType.TEXT);
    int whole = builder.column("whole", ColumnType.INTEGER);
    int decimal = builder.column("decimal", ColumnType.DECIMAL);
    int truth = builder.column("truth", ColumnType.BOOLEAN);
    for (int row = 0; row < 6; row++) {
      builder.set(name, "obs " + row);
      builder.set(whole, row * 1000L);
      if (row != 2) {
        builder.set(decimal, row + 0.5);
        builder.set(truth, row % 2 == 0);
      }
      builder.endRow();
    }
    return builder.build();
  }
}
