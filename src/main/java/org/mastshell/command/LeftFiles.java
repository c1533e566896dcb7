package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
   * Those of some downloads. The products are read only of those that may have files in common.
   *
   * @param folder where they are kept
   */
  static LeftFiles of(List<JobGlance> jobs, JobFolder folder) {
    int left = 0;
    int files = 0;
    List<JobGlance> others = new ArrayList<>(jobs);
    while (!others.isEmpty()) {
      JobPlaces places = others.get(0).places();
      List<JobGlance> together =
          others.stream().filter(job -> job.places().equals(places)).toList();
      others.removeAll(together);
      LeftFiles some =
          together.size() == 1
              ? new LeftFiles(together.get(0).left(), together.get(0).files())
              : distinct(together, folder);
      left += some.left;
      files += some.files;
    }
    return new LeftFiles(left, files);
  }

  private static LeftFiles distinct(List<JobGlance> glances, JobFolder folder) {
    Set<Integer> numbers = glances.stream().map(JobGlance::number).collect(Collectors.toSet());
    Set<String> all = new HashSet<>();
    Set<String> here = new HashSet<>();
    for (KeptJob job : folder.list()) {
      if (numbers.contains(job.number())) {
        all.addAll(job.uris());
        here.addAll(job.urisHere());
      }
    }
    return new LeftFiles(all.size() - here.size(), all.size());
  }
}
