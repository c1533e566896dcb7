package org.mastshell.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mastshell.download.JobFolder;
import org.mastshell.download.JobGlance;
import org.mastshell.download.JobPlaces;
import org.mastshell.download.KeptJob;

/**
 * How many files are left of several downloads, as far as is written down. A file that two of them
 * have asked for, into the same place, is one.
 *
 * @param left how many are not here
 * @param files how many there are
 */
record LeftFiles(int left, int files) {

  /**
   * Those of some downloads. The products are read, once, only of those that may have files in
   * common.
   *
   * @param folder where they are kept
   */
  static LeftFiles of(List<JobGlance> jobs, JobFolder folder) {
    Map<JobPlaces, List<JobGlance>> byPlaces =
        jobs.stream().collect(Collectors.groupingBy(JobGlance::places));
    int left = 0;
    int files = 0;
    Set<Integer> together = new HashSet<>();
    for (List<JobGlance> some : byPlaces.values()) {
      if (some.size() == 1) {
        left += some.get(0).left();
        files += some.get(0).files();
      } else {
        some.forEach(job -> together.add(job.number()));
      }
    }
    LeftFiles shared = together.isEmpty() ? new LeftFiles(0, 0) : distinct(folder.list(together));
    return new LeftFiles(left + shared.left, files + shared.files);
  }

  private static LeftFiles distinct(List<KeptJob> jobs) {
    Map<JobPlaces, Set<String>> all = new HashMap<>();
    Map<JobPlaces, Set<String>> here = new HashMap<>();
    for (KeptJob job : jobs) {
      all.computeIfAbsent(job.places(), places -> new HashSet<>()).addAll(job.uris());
      here.computeIfAbsent(job.places(), places -> new HashSet<>()).addAll(job.urisHere());
    }
    int files = all.values().stream().mapToInt(Set::size).sum();
    return new LeftFiles(files - here.values().stream().mapToInt(Set::size).sum(), files);
  }
}
