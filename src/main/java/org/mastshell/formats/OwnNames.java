package org.mastshell.formats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The columns of a table that others made, each by a name of its own: here names that differ only
 * in the case of letters are one.
 *
 * @param names of the columns, in order; those that are free are as they were
 * @param notes what was called otherwise, a sentence each
 */
record OwnNames(List<String> names, List<String> notes) {

  /** Keeps its own copies. */
  OwnNames {
    names = List.copyOf(names);
    notes = List.copyOf(notes);
  }

  /** Names the columns that a file calls so. */
  static OwnNames of(List<String> said) {
    Set<String> all = new HashSet<>();
    said.forEach(name -> all.add(key(name)));
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (String name : said) {
      if (name.isBlank()) {
        String own = free("column" + (names.size() + 1), all, taken);
        notes.add("a column without a name is called " + own);
        names.add(own);
      } else if (taken.add(key(name))) {
        names.add(name);
      } else {
        String own = free(name, all, taken);
        notes.add("another column " + name + " is called " + own);
        names.add(own);
      }
    }
    return new OwnNames(names, notes);
  }

  private static String free(String name, Set<String> all, Set<String> taken) {
    String free = name;
    for (int next = 2; all.contains(key(free)) || taken.contains(key(free)); next++) {
      free = name + "_" + next;
    }
    taken.add(key(free));
    return free;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
