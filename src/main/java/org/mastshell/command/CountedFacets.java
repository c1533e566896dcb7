package org.mastshell.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mastshell.vocabulary.SetKind;

/** The lines that {@code facets} printed last, by whose numbers a person goes on. */
public final class CountedFacets {
  private Counted counted;

  private record Counted(SetKind kind, List<FacetLine> lines) {}

  /**
   * A line that can be named.
   *
   * @param number from 1
   * @param criterion that it stands for
   * @param count of the rows when they were counted
   */
  public record Choice(int number, String criterion, int count) {}

  /** From now on these are meant. */
  void keep(SetKind kind, List<FacetLine> lines) {
    counted = new Counted(kind, List.copyOf(lines));
  }

  /** Of what the lines are, if any were printed. */
  Optional<SetKind> kind() {
    return Optional.ofNullable(counted).map(Counted::kind);
  }

  /** The lines, the first one first. */
  List<FacetLine> lines() {
    return counted == null ? List.of() : counted.lines();
  }

  /** The lines that can be named while the current set holds rows of a kind. */
  public List<Choice> choices(SetKind kind) {
    List<FacetLine> lines = kind().filter(kind::equals).isPresent() ? lines() : List.of();
    return IntStream.range(0, lines.size())
        .mapToObj(
            place -> new Choice(place + 1, lines.get(place).criterion(), lines.get(place).count()))
        .toList();
  }
}
