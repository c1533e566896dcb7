package org.mastshell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mastshell.download.FileOutcome;
import org.mastshell.download.PlannedFile;
import org.mastshell.output.Counts;

/** Files with what is to be said of each; what holds for many of them is said once. */
final class Reasons {
  private final Map<String, List<String>> names = new LinkedHashMap<>();

  /** Those of planned files. */
  static Reasons of(Stream<PlannedFile> files) {
    Reasons reasons = new Reasons();
    files.forEach(file -> reasons.add(file.name(), file.note()));
    return reasons;
  }

  /** Those of files that have ended. */
  static Reasons of(List<FileOutcome> outcomes) {
    Reasons reasons = new Reasons();
    outcomes.forEach(outcome -> reasons.add(outcome.file().name(), outcome.message()));
    return reasons;
  }

  private void add(String name, String reason) {
    names.computeIfAbsent(reason, first -> new ArrayList<>()).add(name);
  }

  /** Whether there is nothing to say. */
  boolean isEmpty() {
    return names.isEmpty();
  }

  /**
   * In lines of talk.
   *
   * @param most so many files are named
   * @param rest where the others are found
   */
  List<String> lines(int most, String rest) {
    List<String> lines = new ArrayList<>();
    int room = most;
    int left = names.values().stream().mapToInt(List::size).sum();
    for (Map.Entry<String, List<String>> group : names.entrySet()) {
      if (room == 0) {
        break;
      }
      List<String> all = group.getValue();
      List<String> named = all.subList(0, Math.min(room, all.size()));
      room -= named.size();
      left -= named.size();
      if (all.size() == 1) {
        lines.add("    " + all.get(0) + ": " + group.getKey());
      } else {
        lines.add("    " + Counts.text(all.size()) + " files: " + group.getKey());
        lines.add("      " + String.join(", ", named));
      }
    }
    if (left > 0) {
      lines.add("    and " + Counts.text(left) + " more: " + rest);
    }
    return lines;
  }
}
