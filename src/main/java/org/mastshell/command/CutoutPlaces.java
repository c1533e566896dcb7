package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.SkyCircle;
import org.mastshell.language.Arguments;
import org.mastshell.language.Position;
import org.mastshell.output.Part;

/**
 * The places around which something is to be cut out.
 *
 * @param all the places; one that is empty for a moving object
 * @param isList whether they were given as a list, so that each has a name
 * @param placeless what rows of the list without a position are called; these are no places
 * @param unknown names that the resolver does not know
 * @param unanswered names that it did not answer for
 */
record CutoutPlaces(
    List<Optional<CutoutWish.Place>> all,
    boolean isList,
    List<String> placeless,
    List<String> unknown,
    List<String> unanswered) {
  private static final String UNKNOWN_NAME =
      "coordinates=\"10h46m03s -59d52m\" needs no name; moving=NAME is for asteroids and comets"
          + " (tess)";

  /** Finds out where they are; names are asked for. */
  static CutoutPlaces of(CutoutWish wish, ArchiveClient client, Arguments arguments, Work work) {
    if (wish.position().isEmpty()) {
      return single(Optional.empty());
    }
    Position position = wish.position().get();
    if (TargetSearch.isMany(position)) {
      LocatedTargets located = LocatedTargets.of(position, client, arguments, work);
      return new CutoutPlaces(
          located.targets().stream()
              .map(one -> Optional.of(new CutoutWish.Place(one.name(), one.ra(), one.dec())))
              .toList(),
          true,
          located.placeless(),
          located.unknown(),
          located.unanswered());
    }
    SkyCircle circle =
        new QueryReader(client, ResolverOption.of(arguments), work, UNKNOWN_NAME).circle(position);
    return single(Optional.of(new CutoutWish.Place("", circle.ra(), circle.dec())));
  }

  private static CutoutPlaces single(Optional<CutoutWish.Place> place) {
    return new CutoutPlaces(List.of(place), false, List.of(), List.of(), List.of());
  }

  /** The questions around all of them, those around a place together. */
  List<CutoutWish.Errand> errands(CutoutWish wish) {
    return all.stream().flatMap(place -> wish.errands(place).stream()).toList();
  }

  /** Whether it is known of each name where it is, or that nobody knows it. */
  boolean areAllAnswered() {
    return unanswered.isEmpty();
  }

  /** What a person is told of names without a place. */
  List<String> notFound() {
    List<String> lines = new ArrayList<>(nowhere());
    unansweredLine().ifPresent(lines::add);
    return lines;
  }

  /** The same, where names that nobody answered for make the answer a failed one. */
  List<Part> notFoundParts() {
    List<Part> parts = new ArrayList<>();
    nowhere().forEach(line -> parts.add(new Part.LeftOut(line)));
    unansweredLine().map(Part.Failed::new).ifPresent(parts::add);
    return parts;
  }

  /** The names that the resolver did not answer for, in a line. */
  Optional<String> unansweredLine() {
    return unanswered.isEmpty()
        ? Optional.empty()
        : Optional.of("  the resolver did not answer for " + PlacesByReason.joined(unanswered));
  }

  private List<String> nowhere() {
    List<String> lines = new ArrayList<>();
    if (!placeless.isEmpty()) {
      lines.add("  without a position: " + PlacesByReason.joined(placeless));
    }
    if (!unknown.isEmpty()) {
      lines.add("  no position is known for " + PlacesByReason.joined(unknown));
    }
    return lines;
  }

  /** Rows and names of the list that are no places. */
  Leftovers leftovers() {
    return TargetLeftovers.of(
        all.size() + unknown.size() + unanswered.size(), placeless, unknown, unanswered);
  }
}
