package org.mastshell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mastshell.output.CleanText;
import org.mastshell.output.Counts;

/** Places of a list that got nothing, with what was said of them; several may have one name. */
final class PlacesByReason {
  private static final int SHOWN = 5;

  private final Map<String, List<String>> names = new LinkedHashMap<>();

  /** Takes notice of a place. */
  void add(String name, String reason) {
    names.computeIfAbsent(reason, unheard -> new ArrayList<>()).add(name);
  }

  /** Whether there is none. */
  boolean isEmpty() {
    return names.isEmpty();
  }

  /** What was said first. */
  String firstReason() {
    return names.keySet().iterator().next();
  }

  /** A line for each reason: what it is about, the names, and the reason. */
  List<String> lines(String about) {
    return names.entrySet().stream()
        .map(one -> about + joined(one.getValue()) + ": " + one.getKey())
        .toList();
  }

  /** The first of some names, and how many more there are. */
  static String joined(List<String> names) {
    int shown = names.size() <= SHOWN + 1 ? names.size() : SHOWN;
    String first =
        String.join(", ", names.subList(0, shown).stream().map(CleanText::oneLine).toList());
    return shown < names.size()
        ? first + " and " + Counts.text(names.size() - shown) + " more"
        : first;
  }
}
