package org.mastshell.download;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mastshell.table.Table;

/**
 * A download that has not ended, as it is kept on disk.
 *
 * @param number which people call it by
 * @param order what was asked for
 * @param ended what became of files so far, by {@code dataURI}
 * @param replaced numbers of downloads that are kept no more since this one has their files
 */
public record KeptJob(int number, JobOrder order, Map<String, Ended> ended, Set<Integer> replaced) {

  /**
   * How a file ended.
   *
   * @param status neither cancelled nor of a word that is not known; that of a file that is here is
   *     COMPLETE or SKIPPED
   * @param bytes on the disk
   */
  public record Ended(FileOutcome.Status status, long bytes) {
    /** Nothing may be null. */
    public Ended {
      Objects.requireNonNull(status);
    }

    /** What became of a file. */
    static Ended of(FileOutcome outcome) {
      boolean found = outcome.isHere() && outcome.status() != FileOutcome.Status.COMPLETE;
      return new Ended(found ? FileOutcome.Status.SKIPPED : outcome.status(), outcome.bytes());
    }

    boolean isHere() {
      return status == FileOutcome.Status.COMPLETE || status == FileOutcome.Status.SKIPPED;
    }
  }

  /** Keeps its own copy. */
  public KeptJob {
    Objects.requireNonNull(order);
    ended = Map.copyOf(ended);
    replaced = Set.copyOf(replaced);
  }

  /** The files that were asked for, each once, by their {@code dataURI}. */
  public Set<String> uris() {
    return order.uris();
  }

  /** Those of them that are here, as far as is written down. */
  public Set<String> urisHere() {
    return order.uris().stream().filter(this::isHere).collect(Collectors.toSet());
  }

  /** Those of which it is not written down how they ended. */
  public Set<String> urisToCome() {
    return order.uris().stream().filter(uri -> !ended.containsKey(uri)).collect(Collectors.toSet());
  }

  /** Where its files come from and go. */
  public JobPlaces places() {
    JobOptions options = order.options();
    return new JobPlaces(order.server(), options.folder(), options.layout());
  }

  /** How many files were asked for. */
  public int files() {
    return order.uris().size();
  }

  /** How many of them are not here, as far as is written down. */
  public int left() {
    return (int) order.uris().stream().filter(uri -> !isHere(uri)).count();
  }

  /** Whether any of its files has come, as far as is written down. */
  public boolean hasBegun() {
    return ended.values().stream().anyMatch(Ended::isHere);
  }

  private boolean isHere(String uri) {
    Ended known = ended.get(uri);
    return known != null && known.isHere();
  }

  /**
   * The rows that a plan is to be made of. Where the disk alone tells what is here, all: a file
   * that was deleted since comes again. Else those of files that have not come yet, so that none is
   * replaced, or put beside itself, twice.
   */
  Table toPlan() {
    Table all = order.products();
    if (order.options().skips()) {
      return all;
    }
    int[] rows =
        IntStream.range(0, all.size())
            .filter(row -> all.text(row, JobOrder.URI) != null)
            .filter(row -> !isHere(all.text(row, JobOrder.URI)))
            .toArray();
    return all.select(rows);
  }

  /**
   * What is to be done for it, as the disk is now.
   *
   * @param options its own
   */
  public DownloadPlan plan(TransferOptions options) {
    DownloadPlan found = DownloadPlan.of(toPlan(), options);
    return order.options().updating() ? found.updating() : found;
  }

  /**
   * How far it is.
   *
   * @param plan of its own, made now
   * @param underWay whether somebody is at it
   */
  public JobTally tally(DownloadPlan plan, boolean underWay) {
    return JobTally.of(this, plan, underWay);
  }

  /** How far it is as far as is written down, without a look at the disk. */
  public JobTally tally() {
    int failed = (int) ended.values().stream().filter(file -> !file.isHere()).count();
    long bytes = ended.values().stream().filter(Ended::isHere).mapToLong(Ended::bytes).sum();
    int left = left();
    return new JobTally(files() - left, 0, left - failed, failed, bytes, bytes);
  }
}
