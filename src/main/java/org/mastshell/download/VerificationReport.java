package org.mastshell.download;

import java.util.Comparator;
import java.util.List;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/**
 * What was found out about the files of a folder.
 *
 * @param files those that were looked at: first those of the manifest in its order, then others
 * @param expected how many there were to look at
 * @param parts how many beginnings of files are left over from downloads
 * @param links how many links were passed over
 * @param notes anything else that should be said
 * @param doubtful whether records are lost, so that nobody knows of all files whether they are
 *     missing
 * @param interrupted whether it was called off
 */
public record VerificationReport(
    List<VerifiedFile> files,
    int expected,
    int parts,
    int links,
    List<String> notes,
    boolean doubtful,
    boolean interrupted) {

  /** The lists are copied. */
  public VerificationReport {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /** How many files are so. */
  public int count(VerifiedFile.Status status) {
    return (int) files.stream().filter(file -> file.status() == status).count();
  }

  /** Bytes of the files that are there. */
  public long bytes() {
    return files.stream().mapToLong(file -> Math.max(0, file.bytes())).sum();
  }

  /** The files that cannot be used as they are. */
  public List<VerifiedFile> bad() {
    return files.stream().filter(VerifiedFile::isBad).toList();
  }

  /** The files as a table: file, status, bytes, message, path, dataURI; bad ones first. */
  public Table table() {
    TableBuilder builder = new TableBuilder();
    int name = builder.column("file", ColumnType.TEXT);
    int status = builder.column("status", ColumnType.TEXT);
    int bytes = builder.column("bytes", ColumnType.INTEGER);
    int message = builder.column("message", ColumnType.TEXT);
    int path = builder.column("path", ColumnType.TEXT);
    int uri = builder.column("dataURI", ColumnType.TEXT);
    for (VerifiedFile file : inOrder()) {
      builder.set(name, String.valueOf(file.path().getFileName()));
      builder.set(status, file.status().name());
      if (file.bytes() >= 0) {
        builder.set(bytes, file.bytes());
      }
      if (!file.message().isEmpty()) {
        builder.set(message, file.message());
      }
      builder.set(path, file.path().toString());
      if (file.entry() != null) {
        builder.set(uri, file.entry().uri());
      }
      builder.endRow();
    }
    return builder.build();
  }

  private List<VerifiedFile> inOrder() {
    return files.stream()
        .sorted(Comparator.comparingInt(VerificationReport::rank).thenComparing(VerifiedFile::path))
        .toList();
  }

  private static int rank(VerifiedFile file) {
    if (file.isBad()) {
      return 0;
    }
    return file.status() == VerifiedFile.Status.GOOD ? 2 : 1;
  }
}
