package org.mastshell.command;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.JobPlaces;
import org.mastshell.download.KeptJob;
import org.mastshell.download.PlannedFile;
import org.mastshell.download.PlannedFile.State;
import org.mastshell.output.Counts;

/**
 * Files that other downloads are at, into the same places: each is fetched once, whichever gets to
 * it first.
 *
 * @param byUri those downloads, by the {@code dataURI} of their files
 * @param waiting the numbers of those that wait for their turn
 */
record FilesUnderWay(Map<String, KeptJob> byUri, Set<Integer> waiting) {

  /** Keeps its own copies. */
  FilesUnderWay {
    byUri = Map.copyOf(byUri);
    waiting = Set.copyOf(waiting);
  }

  /** None. */
  static FilesUnderWay none() {
    return new FilesUnderWay(Map.of(), Set.of());
  }

  /**
   * Those of a plan.
   *
   * @param places where its files come from and go
   * @param jobs that somebody is at
   * @param waiting the numbers of those that wait for their turn
   */
  static FilesUnderWay of(JobPlaces places, List<KeptJob> jobs, Set<Integer> waiting) {
    Map<String, KeptJob> byUri = new HashMap<>();
    for (KeptJob job : jobs) {
      if (job.places().equals(places)) {
        job.urisToCome().forEach(uri -> byUri.putIfAbsent(uri, job));
      }
    }
    return new FilesUnderWay(byUri, waiting);
  }

  /** The plan, in which what has just come is no file of unknown version. */
  DownloadPlan within(DownloadPlan plan) {
    Map<String, Instant> begun = new HashMap<>();
    byUri.forEach((uri, job) -> begun.put(uri, job.order().begun()));
    return begun.isEmpty() ? plan : plan.whileOthersFetch(begun);
  }

  /** What to say of a file, if a download is at it. */
  String note(PlannedFile file) {
    return job(file)
        .map(job -> (waits(job.number()) ? "waits in " : "being fetched by ") + name(job.number()))
        .orElse("");
  }

  /** What to say of all of them: a line for each download. */
  List<String> lines(DownloadPlan plan) {
    Map<Integer, Integer> counts = new TreeMap<>();
    plan.files().stream()
        .map(this::job)
        .flatMap(Optional::stream)
        .forEach(job -> counts.merge(job.number(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(count -> line(count.getValue(), plan.count(State.TO_FETCH), count.getKey()))
        .toList();
  }

  private String line(int files, int all, int number) {
    String which =
        files < all ? Counts.text(files) + " of these" : all == 1 ? "it" : "all of these";
    boolean one = files == 1;
    String are =
        waits(number)
            ? one ? "waits in" : "wait in"
            : one ? "is being fetched by" : "are being fetched by";
    return "%s %s %s, and %s once".formatted(which, are, name(number), one ? "comes" : "come");
  }

  private boolean waits(int number) {
    return waiting.contains(number);
  }

  private static String name(int number) {
    return "download " + number;
  }

  private Optional<KeptJob> job(PlannedFile file) {
    return file.state() == State.TO_FETCH
        ? Optional.ofNullable(byUri.get(file.file().dataUri()))
        : Optional.empty();
  }
}
