package org.mastshell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.PlannedFile;
import org.mastshell.output.Counts;
import org.mastshell.vocabulary.FileName;

/**
 * Finds associations ({@code _asn.json}) whose exposures go into other folders: the JWST pipeline
 * looks for the members of an association beside it. Which files those are is judged by their
 * names, since an association is not read before it is fetched: the exposures of its program, and
 * of its observation where its candidate is one ({@code o001}).
 */
final class Associations {
  private static final String SUFFIX = "asn";
  private static final String ONE_OBSERVATION = "o0*([1-9][0-9]*)";
  // What the pipeline's stages take in.
  private static final Set<String> MEMBERS =
      Set.of("uncal", "rate", "rateints", "cal", "calints", "crf", "crfints");

  private final List<PlannedFile> associations = new ArrayList<>();
  // Folders of exposures, by program and observation.
  private final Map<String, Map<String, List<Path>>> exposures = new HashMap<>();

  Associations(DownloadPlan plan) {
    for (PlannedFile file : plan.files()) {
      FileName name = FileName.parse(file.file().fileName());
      if (name.program() != null && SUFFIX.equals(name.suffix())) {
        associations.add(file);
      } else if (name.exposure() != null && MEMBERS.contains(String.valueOf(name.suffix()))) {
        exposures
            .computeIfAbsent(name.program(), program -> new HashMap<>())
            .computeIfAbsent(name.obsnum(), observation -> new ArrayList<>())
            .add(file.target().getParent());
      }
    }
  }

  /** What to say of those that are apart, if there are any. */
  Optional<String> note() {
    int apart = 0;
    for (PlannedFile association : associations) {
      Path folder = association.target().getParent();
      for (List<Path> members : members(FileName.parse(association.file().fileName()))) {
        // Each exposure counts once, so it is looked at no more when it is found apart.
        int before = members.size();
        members.removeIf(member -> !member.equals(folder));
        apart += before - members.size();
      }
    }
    return apart == 0
        ? Optional.empty()
        : Optional.of(
            "associations (_asn.json) go into other folders than "
                + Counts.of(apart, "exposure", "exposures")
                + " that they may name; the pipeline looks for exposures beside the association:"
                + " --flat puts all into one");
  }

  private Iterable<List<Path>> members(FileName association) {
    Map<String, List<Path>> program = exposures.getOrDefault(association.program(), Map.of());
    String candidate = String.valueOf(association.acid());
    if (!candidate.matches(ONE_OBSERVATION)) {
      return program.values();
    }
    List<Path> observed = program.get(candidate.replaceFirst(ONE_OBSERVATION, "$1"));
    return observed == null ? List.of() : List.of(observed);
  }
}
