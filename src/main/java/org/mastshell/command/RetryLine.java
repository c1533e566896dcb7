package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mastshell.download.FileOutcome;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Quoting;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;

/**
 * The command that fetches some files of a download once more and nothing else: their rows by
 * number, and the places as they were, whatever the settings will be.
 */
final class RetryLine {
  private final WorkingSet set;
  private final Arguments arguments;
  private final DownloadPlaces places;
  private final Set<String> needless;

  /**
   * @param set whose rows are numbered
   * @param arguments of the download
   * @param places where its files go
   */
  RetryLine(WorkingSet set, Arguments arguments, DownloadPlaces places) {
    this.set = set;
    this.arguments = arguments;
    this.places = places;
    // Rows that are given by number need not be chosen again.
    List<OptionSpec> said = new ArrayList<>(ProductFilter.OPTIONS);
    said.addAll(DownloadPlaces.OPTIONS);
    this.needless = said.stream().map(OptionSpec::name).collect(Collectors.toSet());
  }

  /** The command for files that did not come. */
  String of(List<FileOutcome> outcomes) {
    Set<String> uris =
        outcomes.stream().map(o -> o.file().file().dataUri()).collect(Collectors.toSet());
    List<String> words = new ArrayList<>();
    words.add("download");
    words.add(rows(uris));
    words.add(places.typed());
    arguments.options().entrySet().stream()
        .filter(option -> !needless.contains(option.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            option -> {
              boolean flag = option.getValue().raw().startsWith("--" + option.getKey());
              String value = flag ? "" : " " + Quoting.quote(option.getValue().text());
              words.add("--" + option.getKey() + value);
            });
    return String.join(" ", words);
  }

  // 1,4-6: of each file the first row.
  private String rows(Set<String> uris) {
    Column cells = set.table().column(Subject.column(ProductRules.URI));
    Set<String> wanted = new HashSet<>(uris);
    TreeSet<Integer> numbers = new TreeSet<>();
    for (int row = 0; row < cells.size(); row++) {
      if (wanted.remove(cells.text(row))) {
        numbers.add(row + 1);
      }
    }
    List<String> ranges = new ArrayList<>();
    for (Integer first = numbers.isEmpty() ? null : numbers.first(); first != null; ) {
      int last = first;
      while (numbers.contains(last + 1)) {
        last++;
      }
      ranges.add(last == first ? first.toString() : first + "-" + last);
      first = numbers.higher(last);
    }
    return String.join(",", ranges);
  }
}
