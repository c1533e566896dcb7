package org.mastshell.vocabulary;

import java.util.List;
import java.util.Set;
import org.mastshell.table.Subject;

/**
 * A field that criteria, columns and sort keys can name.
 *
 * @param name the archive's own name, or for a field read from names the word that people use
 * @param aliases other words for it
 * @param sets the kinds of set whose rows have it
 * @param kind what its values are
 * @param unit as in {@code deg}, {@code s}, {@code nm}, {@code MJD}; empty if there is none
 * @param label a short title
 * @param meaning one sentence
 * @param example a value, as typed
 * @param subject where it stands in a table
 * @param content the word of the Virtual Observatory for what it holds (UCD1+, {@code
 *     pos.eq.ra;meta.main}); empty if there is none
 */
public record Field(
    String name,
    List<String> aliases,
    Set<SetKind> sets,
    ValueKind kind,
    String unit,
    String label,
    String meaning,
    String example,
    Subject subject,
    String content) {

  /** A field for which the Virtual Observatory has no word. */
  public Field(
      String name,
      List<String> aliases,
      Set<SetKind> sets,
      ValueKind kind,
      String unit,
      String label,
      String meaning,
      String example,
      Subject subject) {
    this(name, aliases, sets, kind, unit, label, meaning, example, subject, "");
  }

  /** A column that the archive has and the dictionary knows no other word for. */
  public static Field column(
      String name,
      SetKind set,
      ValueKind kind,
      String unit,
      String label,
      String meaning,
      String example) {
    return new Field(
        name, List.of(), Set.of(set), kind, unit, label, meaning, example, Subject.column(name));
  }
}
