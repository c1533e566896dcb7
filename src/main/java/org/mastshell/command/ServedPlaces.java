package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mastshell.archive.SkyTarget;

/**
 * Which places of a list got cutouts, and why others got none. Several questions may be about one
 * place; a single file is enough for it.
 */
final class ServedPlaces {
  private final Set<CutoutWish.Place> served = new HashSet<>();
  private final Set<CutoutWish.Place> failed = new HashSet<>();
  private final Set<CutoutWish.Place> unasked = new HashSet<>();

  /** A file has come for it. */
  void addServed(CutoutWish.Errand errand) {
    errand.at().ifPresent(served::add);
  }

  /** A question about it has no answer. */
  void addFailed(CutoutWish.Errand errand) {
    errand.at().ifPresent(failed::add);
  }

  /** Questions about it were not put any more. */
  void addUnasked(List<CutoutWish.Errand> errands) {
    errands.forEach(errand -> errand.at().ifPresent(unasked::add));
  }

  /** The places without a file, beside rows and names that are no places. */
  Leftovers leftovers(CutoutPlaces places) {
    List<SkyTarget> without = new ArrayList<>();
    List<SkyTarget> unanswered = new ArrayList<>();
    List<SkyTarget> left = new ArrayList<>();
    places.all().stream()
        .flatMap(Optional::stream)
        .filter(place -> !served.contains(place))
        .forEach(
            place ->
                (failed.contains(place) ? unanswered : unasked.contains(place) ? left : without)
                    .add(new SkyTarget(place.name(), place.ra(), place.dec())));
    return places
        .leftovers()
        .add("no match", "no cutout for", TargetLeftovers.cells(without))
        .add("no answer", "no answer for", TargetLeftovers.cells(unanswered))
        .add("not asked", "not asked for", TargetLeftovers.cells(left));
  }
}
