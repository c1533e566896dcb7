package org.mastshell.download;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How far a kept download is. Each of its files counts once.
 *
 * @param done files that are here
 * @param partly files of which a part is here
 * @param waiting files of which nothing is here
 * @param failed files that were refused or could not be had
 * @param bytes on the disk, parts included
 * @param size of all files, as far as the list tells; -1 if it tells of none
 */
public record JobTally(int done, int partly, int waiting, int failed, long bytes, long size) {

  /**
   * That of a download.
   *
   * @param plan of its own, made now
   * @param underWay whether somebody is at it: then what stands in parts counts, noted or not
   */
  static JobTally of(KeptJob job, DownloadPlan plan, boolean underWay) {
    int done = 0;
    int partly = 0;
    int waiting = 0;
    int failed = 0;
    long bytes = 0;
    long size = -1;
    Set<String> planned = new HashSet<>();
    for (PlannedFile file : plan.files()) {
      String uri = file.file().dataUri();
      planned.add(uri);
      KeptJob.Ended ended = job.ended().get(uri);
      boolean wanted = plan.isUpdating() || !file.isThere();
      if (!wanted || (ended != null && ended.isHere() && file.isThere())) {
        long here = DownloadPlan.size(file.target()).orElse(0L);
        done++;
        bytes += here;
        // What is here counts as it is, however it was listed.
        size = plus(size, here);
        continue;
      }
      long part =
          underWay ? Math.max(file.kept(), new PartPlace(file.target()).standing()) : file.kept();
      bytes += part;
      long listed = file.file().listedSize();
      size = plus(size, listed < 0 ? listed : Math.max(listed, part));
      if (ended != null && !ended.isHere()) {
        failed++;
      } else if (part > 0) {
        partly++;
      } else {
        waiting++;
      }
    }
    for (Map.Entry<String, KeptJob.Ended> file : job.ended().entrySet()) {
      if (!planned.contains(file.getKey()) && file.getValue().isHere()) {
        done++;
        bytes += file.getValue().bytes();
        size = plus(size, file.getValue().bytes());
      }
    }
    return new JobTally(done, partly, waiting, failed, bytes, size);
  }

  private static long plus(long size, long more) {
    return more < 0 ? size : Math.max(0, size) + more;
  }

  /** Files that are not here. */
  public int left() {
    return partly + waiting + failed;
  }

  /** How many there are. */
  public int files() {
    return done + left();
  }
}
