package org.mastshell.download;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/**
 * What became of every file of a plan.
 *
 * @param outcomes one for each file, in the order of the plan
 * @param manifest where it is written down; not there if nothing had to be fetched
 * @param interrupted whether files were left because the download was called off
 * @param trouble what ended all of it, if anything did: that nothing can be written any more
 */
public record DownloadReport(
    List<FileOutcome> outcomes,
    Path manifest,
    boolean interrupted,
    Optional<DownloadException> trouble) {

  /** The list is copied. */
  public DownloadReport {
    outcomes = List.copyOf(outcomes);
    Objects.requireNonNull(manifest);
    Objects.requireNonNull(trouble);
  }

  /** Of one that nothing has ended but its end, or who called it off. */
  public DownloadReport(List<FileOutcome> outcomes, Path manifest, boolean interrupted) {
    this(outcomes, manifest, interrupted, Optional.empty());
  }

  /** How many files ended so. */
  public int count(FileOutcome.Status status) {
    return with(status).size();
  }

  /** Bytes that came now, of the files that are complete by that. */
  public long bytesFetched() {
    return complete().mapToLong(outcome -> outcome.bytes() - outcome.kept()).sum();
  }

  /** Bytes of earlier downloads that the same files were built upon. */
  public long bytesKept() {
    return complete().mapToLong(FileOutcome::kept).sum();
  }

  private Stream<FileOutcome> complete() {
    return outcomes.stream().filter(outcome -> outcome.status() == FileOutcome.Status.COMPLETE);
  }

  /** Whether every file is on the disk and whole. */
  public boolean allHere() {
    return outcomes.stream().allMatch(FileOutcome::isHere);
  }

  /** Whether there are files that could not be had, and a login stands before each of them. */
  public boolean allFailedRefused() {
    return count(FileOutcome.Status.REFUSED) > 0 && count(FileOutcome.Status.FAILED) == 0;
  }

  /** The files before which a login stands. */
  public List<PlannedFile> refused() {
    return with(FileOutcome.Status.REFUSED).stream().map(FileOutcome::file).toList();
  }

  /** The outcomes of this kind, in the order of the plan. */
  public List<FileOutcome> with(FileOutcome.Status status) {
    return outcomes.stream().filter(outcome -> outcome.status() == status).toList();
  }

  /** This report with the outcomes of a later one in place of those for the same files. */
  public DownloadReport updatedBy(DownloadReport later) {
    Map<Path, FileOutcome> newer =
        later.outcomes.stream()
            .collect(Collectors.toMap(outcome -> outcome.file().target(), Function.identity()));
    List<FileOutcome> merged = new ArrayList<>();
    for (FileOutcome outcome : outcomes) {
      merged.add(newer.getOrDefault(outcome.file().target(), outcome));
    }
    return new DownloadReport(
        merged, later.manifest, interrupted || later.interrupted, later.trouble.or(() -> trouble));
  }

  /** The outcomes as a table: file, status, bytes, tries, seconds, message, path, dataURI. */
  public Table table() {
    TableBuilder builder = new TableBuilder();
    int file = builder.column("file", ColumnType.TEXT);
    int status = builder.column("status", ColumnType.TEXT);
    int bytes = builder.column("bytes", ColumnType.INTEGER);
    int tries = builder.column("tries", ColumnType.INTEGER);
    int seconds = builder.column("seconds", ColumnType.DECIMAL);
    int message = builder.column("message", ColumnType.TEXT);
    int path = builder.column("path", ColumnType.TEXT);
    int uri = builder.column("dataURI", ColumnType.TEXT);
    for (FileOutcome outcome : outcomes) {
      builder.set(file, outcome.file().name());
      builder.set(status, outcome.status().name());
      builder.set(bytes, outcome.bytes());
      builder.set(tries, outcome.tries());
      builder.set(seconds, Math.round(outcome.seconds() * 1000) / 1000.0);
      builder.set(message, outcome.message().isEmpty() ? null : outcome.message());
      builder.set(path, outcome.file().target().toString());
      builder.set(uri, outcome.file().file().dataUri());
      builder.endRow();
    }
    return builder.build();
  }
}
