package org.mastshell.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mastshell.vocabulary.NearestWords;

/**
 * Finds columns of a file by their names. Case, blanks, hyphens, underlines and a unit in brackets
 * do not count: {@code RA (deg)} is {@code ra}.
 */
final class FileColumns {
  private static final int MOST_LISTED = 20;
  private static final Pattern BRACKETS = Pattern.compile("[(\\[][^)\\]]*[)\\]]");

  private final List<ValueFile.Column> columns;

  FileColumns(List<ValueFile.Column> columns) {
    this.columns = List.copyOf(columns);
  }

  int size() {
    return columns.size();
  }

  ValueFile.Column at(int place) {
    return columns.get(place);
  }

  /** The column of a name; one that is written just so comes first. */
  Optional<Integer> find(String name) {
    Optional<Integer> exact =
        IntStream.range(0, columns.size())
            .filter(place -> columns.get(place).name().equals(name))
            .boxed()
            .findFirst();
    return exact.or(() -> places(name).stream().findFirst());
  }

  /** The first of the names that a column has. */
  Optional<Integer> findAny(List<String> names) {
    return names.stream().flatMap(name -> find(name).stream()).findFirst();
  }

  /** The column whose content the file describes by a word that begins so. */
  Optional<Integer> holding(String content) {
    return IntStream.range(0, columns.size())
        .filter(place -> key(columns.get(place).content()).startsWith(key(content)))
        .boxed()
        .findFirst();
  }

  /** What to say where a column is not there: the nearest ones, and which there are. */
  String advice(String name) {
    List<String> near = NearestWords.to(name, names());
    String all = "it has " + listed();
    return near.isEmpty() ? all : "did you mean " + String.join(", ", near) + "? " + all;
  }

  /** The names, for a message. */
  String listed() {
    List<String> names = names();
    List<String> shown = new ArrayList<>(names.subList(0, Math.min(MOST_LISTED, names.size())));
    int more = names.size() - shown.size();
    return (names.size() == 1 ? "the column " : "the columns ")
        + String.join(", ", shown)
        + (more > 0 ? " and " + more + " more" : "");
  }

  private List<String> names() {
    return columns.stream().map(ValueFile.Column::name).toList();
  }

  private List<Integer> places(String name) {
    return IntStream.range(0, columns.size())
        .filter(place -> key(columns.get(place).name()).equals(key(name)))
        .boxed()
        .toList();
  }

  private static String key(String name) {
    String plain = BRACKETS.matcher(name).replaceAll("");
    return plain.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
  }
}
