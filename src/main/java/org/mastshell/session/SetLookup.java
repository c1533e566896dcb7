package org.mastshell.session;

import java.util.List;
import java.util.Optional;
import org.mastshell.vocabulary.NearestWords;
import org.mastshell.vocabulary.SetKind;

/** Finds sets by what a person calls them, and says what to type where there is none. */
record SetLookup(SetHistory history) {
  private static final String HOW_TO_SEARCH = "search mission=JWST program=1073    help search";

  WorkingSet current() {
    return history
        .current()
        .orElseThrow(
            () -> new NoSuchSetException("there is no set yet: search first", HOW_TO_SEARCH));
  }

  /** The observations or datasets that the current set is, or whose products it holds. */
  WorkingSet owners() {
    return history
        .current()
        .map(this::ownersOf)
        .orElseThrow(
            () ->
                new NoSuchSetException(
                    "there is no set of observations yet: search first", HOW_TO_SEARCH));
  }

  /** The set of a number, a name in any case, or {@code _} for the current one. */
  WorkingSet find(String name) {
    if (name.equals("_")) {
      return current();
    }
    return number(name)
        .flatMap(history::set)
        .or(
            () ->
                history.sets().stream()
                    .filter(set -> set.name().filter(name::equalsIgnoreCase).isPresent())
                    .findFirst())
        .orElseThrow(() -> new NoSuchSetException("there is no set " + name, nearest(name)));
  }

  private String nearest(String name) {
    List<WorkingSet> sets = history.sets();
    if (sets.isEmpty()) {
      return "there are no sets yet: search first";
    }
    List<String> names = sets.stream().flatMap(set -> set.name().stream()).toList();
    return NearestWords.to(name, names).stream()
        .findFirst()
        .map(word -> "did you mean " + word + "? results lists them")
        .orElse(
            sets.size() == 1
                ? "there is set " + sets.get(0).word() + ": results"
                : "sets are numbered "
                    + sets.get(0).number()
                    + " to "
                    + sets.get(sets.size() - 1).number()
                    + ": results");
  }

  private WorkingSet ownersOf(WorkingSet set) {
    if (set.kind() == SetKind.CATALOG) {
      throw new NoSuchSetException(
          "set " + set.word() + " holds rows of a catalogue, not observations",
          "search coordinates=@" + set.word() + " radius=5arcsec finds what was observed there");
    }
    if (set.kind() != SetKind.PRODUCTS && set.kind() != SetKind.ROWS) {
      return set;
    }
    if (set.kind().hasOwnColumns()) {
      throw new NoSuchSetException(
          "set " + set.word() + " holds plain rows, not observations",
          "sql SELECT obsid, … gives observations; undo goes back, results lists the sets");
    }
    int number = set.observations().orElseThrow(() -> noObservations(set));
    return history
        .set(number)
        .orElseThrow(
            () ->
                new NoSuchSetException(
                    "set " + number + " with the observations of these products was dropped",
                    "search for them again; refresh makes the products anew as they are"));
  }

  private NoSuchSetException noObservations(WorkingSet set) {
    return isImported(set)
        ? new NoSuchSetException(
            "set " + set.word() + " came from a file, without the observations of its products",
            "search for them: search obsid=…    the column obsID or parent_obsid may tell")
        : new NoSuchSetException(
            "set " + set.word() + " holds products of several sets of observations",
            "results lists them; use goes to one, union puts some together");
  }

  private boolean isImported(WorkingSet set) {
    return set.kind() == SetKind.PRODUCTS
        && set.parents().stream()
            .allMatch(parent -> history.set(parent).filter(this::isImported).isPresent());
  }

  private static Optional<Integer> number(String name) {
    String digits = name.startsWith("#") ? name.substring(1) : name;
    try {
      return Optional.of(Integer.valueOf(digits));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
