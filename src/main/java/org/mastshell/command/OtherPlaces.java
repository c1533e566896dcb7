package org.mastshell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mastshell.download.CopyElsewhere;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.PlannedFile;
import org.mastshell.download.PlannedFile.State;
import org.mastshell.download.ReadManifests;
import org.mastshell.language.Quoting;
import org.mastshell.output.Counts;
import org.mastshell.output.Sizes;
import org.mastshell.table.Table;

/**
 * The places of this shell's downloads. By them, by the setting download_dir and by the usual
 * layouts it is told that files are here which a plan would fetch a second time, and which options
 * find them.
 */
final class OtherPlaces {
  // The latest first.
  private final List<DownloadPlaces> used = new ArrayList<>();

  /** Files have gone to these places. */
  void remember(DownloadPlaces places) {
    used.removeIf(places::arePlacesOf);
    used.add(0, places.leavingAll());
  }

  /**
   * What to say of files of a plan that are here in other places.
   *
   * @param places those of the plan
   * @param products what the plan was made of
   * @param manifests what has been read for it
   */
  Optional<String> note(
      DownloadPlan plan,
      DownloadPlaces places,
      Table products,
      ParentValues parents,
      ReadManifests manifests) {
    if (plan.count(State.TO_FETCH) == 0) {
      return Optional.empty();
    }
    List<DownloadPlaces> others = others(places);
    Set<Path> folders = new LinkedHashSet<>();
    folders.add(plan.options().folder());
    others.forEach(one -> folders.add(one.options().folder()));
    List<CopyElsewhere> all = CopyElsewhere.of(plan, folders, manifests);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Map<String, CopyElsewhere> copies = new LinkedHashMap<>();
    all.forEach(copy -> copies.putIfAbsent(copy.dataUri(), copy));
    Table rows = rows(products, copies);
    Map<DownloadPlaces, List<CopyElsewhere>> byPlaces = new LinkedHashMap<>();
    for (DownloadPlaces one : others) {
      if (mayHave(one, all)) {
        Table complete = parents.with(one.ofObservations(), rows);
        List<CopyElsewhere> found =
            DownloadPlan.of(complete, one.options(), manifests).files().stream()
                .filter(PlannedFile::isThere)
                .map(file -> copies.get(file.file().dataUri()))
                .toList();
        byPlaces.put(one, found);
        if (found.size() == copies.size()) {
          break;
        }
      }
    }
    return byPlaces.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        // Of those that find as many the first.
        .reduce((best, next) -> next.getValue().size() > best.getValue().size() ? next : best)
        .map(best -> note(plan, best.getValue(), places, best.getKey()))
        .or(() -> Optional.of(note(plan, copies.values())));
  }

  private List<DownloadPlaces> others(DownloadPlaces places) {
    List<DownloadPlaces> others = new ArrayList<>(used);
    others.addAll(places.usual());
    List<DownloadPlaces> distinct = new ArrayList<>();
    for (DownloadPlaces one : others) {
      boolean known = one.arePlacesOf(places) || distinct.stream().anyMatch(one::arePlacesOf);
      if (!known) {
        distinct.add(one);
      }
    }
    return distinct;
  }

  private static boolean mayHave(DownloadPlaces places, Collection<CopyElsewhere> copies) {
    Path folder = places.options().dataFolder();
    return copies.stream().anyMatch(copy -> copy.place().startsWith(folder));
  }

  private static Table rows(Table products, Map<String, CopyElsewhere> copies) {
    return products.select(
        IntStream.range(0, products.size())
            .filter(row -> copies.containsKey(products.text(row, ProductRules.URI)))
            .toArray());
  }

  private static String note(
      DownloadPlan plan, List<CopyElsewhere> copies, DownloadPlaces places, DownloadPlaces other) {
    List<String> options = new ArrayList<>();
    Path folder = other.options().folder();
    String where = " already, in another layout";
    if (!folder.equals(plan.options().folder())) {
      options.add("--dir " + Quoting.quote(folder.toString()));
      where = " already, below " + folder;
    }
    if (!other.layout().equals(places.layout())) {
      options.add("--layout " + Quoting.quote(other.layout().word()));
    }
    // No command: what was chosen of the products, and how, is not known here.
    return "%s here%s: %s finds %s"
        .formatted(which(plan, copies), where, String.join(" ", options), them(copies));
  }

  // By a layout that nobody remembers.
  private static String note(DownloadPlan plan, Collection<CopyElsewhere> copies) {
    return "%s here already, in other places, such as %s: the --dir and --layout of that time find %s"
        .formatted(which(plan, copies), copies.iterator().next().place(), them(copies));
  }

  private static String them(Collection<CopyElsewhere> copies) {
    return copies.size() == 1 ? "it" : "them";
  }

  private static String which(DownloadPlan plan, Collection<CopyElsewhere> copies) {
    long bytes = copies.stream().mapToLong(CopyElsewhere::bytes).sum();
    return "%s to fetch (%s) %s"
        .formatted(
            count(copies.size(), plan.count(State.TO_FETCH)),
            Sizes.text(bytes),
            copies.size() == 1 ? "is" : "are");
  }

  private static String count(int some, int all) {
    String files = Counts.of(all, "file", "files");
    if (some < all) {
      return Counts.text(some) + " of the " + files;
    }
    return all == 1 ? "the file" : all == 2 ? "both files" : "all " + files;
  }
}
