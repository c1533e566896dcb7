package org.mastshell.vocabulary;

import java.util.List;
import java.util.Optional;

/** The bundled dictionary of kinds of files: what a suffix of a mission's file names stands for. */
public final class Suffixes {
  static final String FILE = "suffixes.tsv";
  static final int CELLS = 9;

  private final TabbedFile file;

  private Suffixes(TabbedFile file) {
    this.file = file;
  }

  /** The dictionary as it is bundled. */
  public static Suffixes bundled() {
    return new Suffixes(TabbedFile.read(FILE, CELLS));
  }

  /**
   * A kind of files.
   *
   * @param mission as in {@code obs_collection}
   * @param group the archive's {@code productSubGroupDescription}; may be empty
   * @param suffix in small letters; may be empty
   * @param meaning what the files hold
   * @param makers what program makes them; may be empty. Several stand between {@code ;}, each with
   *     the stage or the instrument of which it is before a {@code =}
   * @param modes of which modes or targets there are such files; may be empty
   * @param purpose science, calibration, auxiliary, information or guide star; may be empty
   * @param source the page that says so; empty where it is seen in the archive alone
   */
  public record Kind(
      String mission,
      String group,
      String suffix,
      String meaning,
      String makers,
      String modes,
      String purpose,
      String source) {

    /**
     * What makes such a file.
     *
     * @param of its stage or its instrument; null or empty where that is not known
     * @return the one program; all of them, with what they are of, where it is not known of which
     *     it is; empty where none is known
     */
    public String maker(String of) {
      for (String maker : makers.split(";", -1)) {
        if (of != null && maker.startsWith(of + "=")) {
          return maker.substring(of.length() + 1);
        }
      }
      return makers.replaceAll("(\\w+)=([^;]+)", "$2 ($1)").replace(";", ", ");
    }
  }

  /** The day on which the dictionary was last checked, as {@code 2026-10-01}. */
  public String date() {
    return file.date();
  }

  /**
   * The kind of files that have a suffix, in any case.
   *
   * @param mission as in {@code obs_collection}, in any case
   */
  public Optional<Kind> ofSuffix(String mission, String suffix) {
    return find(mission, 2, suffix);
  }

  /** The kind of files that the archive's sub-group says, in any case. */
  public Optional<Kind> ofGroup(String mission, String group) {
    return find(mission, 1, group);
  }

  private Optional<Kind> find(String mission, int cell, String word) {
    return word.isEmpty()
        ? Optional.empty()
        : file.rows().stream()
            .filter(row -> row.get(0).equalsIgnoreCase(mission))
            .filter(row -> row.get(cell).equalsIgnoreCase(word))
            .findFirst()
            .map(Suffixes::kind);
  }

  private static Kind kind(List<String> row) {
    return new Kind(
        row.get(0),
        row.get(1),
        row.get(2),
        row.get(4),
        row.get(5),
        row.get(6),
        row.get(7),
        row.get(8));
  }
}
