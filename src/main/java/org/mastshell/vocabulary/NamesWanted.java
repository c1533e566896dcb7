package org.mastshell.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mastshell.table.Match;

/**
 * The missions or instruments that other criteria of a line ask for; none, if they ask for none.
 *
 * @param names as typed, with {@code *} for anything
 */
record NamesWanted(List<String> names) {
  private static final char MODE = '/';

  /** The names between commas, as typed. */
  static NamesWanted read(String typed) {
    List<String> names = new ArrayList<>();
    for (String name : typed.replace('%', '*').split(",", -1)) {
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
    return new NamesWanted(List.copyOf(names));
  }

  /**
   * Whether what goes with these goes with one of the names: everything does where nothing is said.
   * What goes with an instrument goes with each of its modes, and the other way round.
   */
  boolean fit(Set<String> known) {
    return names.isEmpty()
        || known.isEmpty()
        || known.stream().anyMatch(one -> names.stream().anyMatch(wanted -> fits(one, wanted)));
  }

  private static boolean fits(String known, String wanted) {
    return matches(known, wanted)
        || (isFamily(known) && matches(known, family(wanted)))
        || (isFamily(wanted) && matches(family(known), wanted));
  }

  private static boolean matches(String known, String wanted) {
    Match match = wanted.indexOf('*') < 0 ? new Match.Equal(wanted) : Match.Wildcard.of(wanted);
    return match.fits(known, Double.NaN);
  }

  private static boolean isFamily(String instrument) {
    return instrument.indexOf(MODE) < 0;
  }

  /** An instrument without its mode. */
  static String family(String instrument) {
    int slash = instrument.indexOf(MODE);
    return slash < 0 ? instrument : instrument.substring(0, slash);
  }
}
