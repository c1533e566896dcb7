package org.mastshell.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mastshell.table.Predicate;

/**
 * The criteria of a command, understood.
 *
 * @param all those that speak of fields, in the order typed
 * @param position where on the sky, if that was asked for
 * @param notes what a person should know about how they were understood
 */
public record Criteria(List<Criterion> all, Optional<Position> position, List<String> notes) {
  /** Keeps its own copies. */
  public Criteria {
    all = List.copyOf(all);
    notes = List.copyOf(notes);
  }

  /** The rows that fit every criterion; the position is not part of it. */
  public Predicate predicate() {
    return Predicate.all(all.stream().map(Criterion::predicate).toList());
  }

  /** Whether nothing was asked for. */
  public boolean isEmpty() {
    return all.isEmpty() && position.isEmpty();
  }

  /** Whether a criterion asks for values of a field, by its name; one to be left out does not. */
  public boolean asksFor(String field) {
    return wanted().anyMatch(criterion -> criterion.field().name().equals(field));
  }

  /** Whether the extension of file names is settled, by itself or with a suffix. */
  public boolean fixesExtension() {
    return asksFor(NamePartReader.EXTENSION)
        || wanted()
            .anyMatch(
                criterion ->
                    criterion.field().name().equals(NamePartReader.SUFFIX)
                        && criterion.text().indexOf('.') >= 0);
  }

  /** Whether a criterion asks for guide-star files by a piece of their names. */
  public boolean namesGuideStars() {
    return wanted()
        .anyMatch(criterion -> criterion.text().toLowerCase(Locale.ROOT).contains("gs-"));
  }

  private Stream<Criterion> wanted() {
    return all.stream().filter(criterion -> !criterion.negative());
  }
}
