package org.mastshell.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.mastshell.table.ColumnInfo;

/**
 * Tells whether what a file says of a session is what was written: all but the cells, which have
 * checksums of their own.
 */
final class SessionChecksum {
  private SessionChecksum() {}

  /** A number that is another one, all but surely, where any part of the session is. */
  static int of(StoredSession session) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(session.made());
      out.writeInt(session.position());
      out.writeInt(session.visited().size());
      for (int number : session.visited()) {
        out.writeInt(number);
      }
      out.writeInt(session.sets().size());
      for (StoredSet set : session.sets()) {
        write(set, out);
      }
      for (var setting : new TreeMap<>(session.settings()).entrySet()) {
        write(setting.getKey(), out);
        write(setting.getValue(), out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    CRC32C sum = new CRC32C();
    sum.update(bytes.toByteArray());
    return (int) sum.getValue();
  }

  private static void write(StoredSet set, DataOutputStream out) throws IOException {
    out.writeInt(set.number());
    write(set.kind(), out);
    out.writeBoolean(set.name().isPresent());
    write(set.name().orElse(""), out);
    write(set.command(), out);
    write(set.server(), out);
    out.writeInt(set.parents().size());
    for (int parent : set.parents()) {
      out.writeInt(parent);
    }
    out.writeInt(set.observations().orElse(0));
    out.writeLong(set.made().toEpochMilli());
    out.writeBoolean(set.dropped());
    out.writeInt(set.table().size());
    for (ColumnInfo column : set.table().columns()) {
      write(column.name(), out);
      // Files of earlier forms have sums without them, and no units.
      if (!column.unit().isEmpty()) {
        write(column.unit(), out);
      }
    }
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
