package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.ManifestEntry;
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

  private final List<Place> associations = new ArrayList<>();
  // By program and observation.
  private final Map<String, Map<String, List<Place>>> exposures = new HashMap<>();

  /**
   * Where a file is, or goes.
   *
   * @param folder below the download folder
   * @param earlier whether another download has put it there
   */
  private record Place(FileName name, String folder, boolean earlier) {}

  Associations(DownloadPlan plan) {
    for (PlannedFile file : plan.files()) {
      add(file.file().fileName(), plan.relative(file), false);
    }
    boolean concerned = !associations.isEmpty() || !exposures.isEmpty();
    if (concerned && plan.count(PlannedFile.State.TO_FETCH) > 0) {
      for (ManifestEntry file : plan.fetchedEarlier()) {
        add(file.uri().substring(file.uri().lastIndexOf('/') + 1), file.path(), true);
      }
    }
  }

  private void add(String fileName, String path, boolean earlier) {
    FileName name = FileName.parse(fileName);
    Place place = new Place(name, path.substring(0, path.lastIndexOf('/') + 1), earlier);
    if (name.program() != null && SUFFIX.equals(name.suffix())) {
      associations.add(place);
    } else if (name.exposure() != null && MEMBERS.contains(String.valueOf(name.suffix()))) {
      exposures
          .computeIfAbsent(name.program(), program -> new HashMap<>())
          .computeIfAbsent(name.obsnum(), observation -> new ArrayList<>())
          .add(place);
    }
  }

  /** What to say of those that are apart, if there are any. */
  Optional<String> note() {
    int now = 0;
    int earlier = 0;
    for (Place association : associations) {
      for (List<Place> members : members(association.name())) {
        List<Place> apart =
            members.stream().filter(member -> areTornApart(association, member)).toList();
        // Each exposure counts once, so it is looked at no more when it is found apart.
        members.removeAll(apart);
        int old =
            (int) apart.stream().filter(one -> one.earlier() || association.earlier()).count();
        earlier += old;
        now += apart.size() - old;
      }
    }
    if (now + earlier == 0) {
      return Optional.empty();
    }
    String exposed = Counts.of(now + earlier, "exposure", "exposures") + " that they may name";
    String beside = "the pipeline looks for exposures beside the association: ";
    return Optional.of(
        now > 0
            ? "associations (_asn.json) go into other folders than %s; %s--flat puts all into one"
                .formatted(exposed, beside)
            : "associations (_asn.json) and %s lie in other folders, since one of the two came earlier; %slink or copy them into one"
                .formatted(exposed, beside));
  }

  // What came earlier is no news of this plan.
  private static boolean areTornApart(Place association, Place member) {
    return !member.folder().equals(association.folder())
        && !(member.earlier() && association.earlier());
  }

  private Iterable<List<Place>> members(FileName association) {
    Map<String, List<Place>> program = exposures.getOrDefault(association.program(), Map.of());
    String candidate = String.valueOf(association.acid());
    if (!candidate.matches(ONE_OBSERVATION)) {
      return program.values();
    }
    List<Place> observed = program.get(candidate.replaceFirst(ONE_OBSERVATION, "$1"));
    return observed == null ? List.of() : List.of(observed);
  }
}
