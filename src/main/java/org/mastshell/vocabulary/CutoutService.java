package org.mastshell.vocabulary;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mastshell.table.Subject;

/** A service of the archive that cuts small pieces out of its large images (API.md, section 8). */
public enum CutoutService {
  /** Full-frame images of TESS: a target-pixel file for each sector. */
  TESS("tesscut", "TESS", "full-frame images of TESS: a target-pixel file for each sector"),
  /** Deep fields. */
  ZCUT("zcut", "deep fields", "deep fields of Hubble, by survey: FITS, or pictures"),
  /** Images of Hubble's advanced products. */
  HAP("hapcut", "HAP", "images of the Hubble Advanced Products (HAP)");

  private static final String FILE = "cutouts.tsv";
  private static final int CELLS = 7;
  private static final long UNKNOWN = -1;
  private static final String OTHERS = "…";

  private final String path;
  private final String title;
  private final String meaning;

  CutoutService(String path, String title, String meaning) {
    this.path = path;
    this.title = title;
    this.meaning = meaning;
  }

  /** The word that is typed for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The first part of its path below the archive's address. */
  public String path() {
    return path;
  }

  /** A short title. */
  public String title() {
    return title;
  }

  /** What it cuts, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** The words of all of them, the most asked for first. */
  public static List<String> words() {
    return Arrays.stream(values()).map(CutoutService::word).toList();
  }

  /** The one of a word, or of the archive's own name, in any case. */
  public static Optional<CutoutService> find(String word) {
    return Arrays.stream(values())
        .filter(one -> one.word().equalsIgnoreCase(word) || one.path().equalsIgnoreCase(word))
        .findFirst();
  }

  /** What it takes, in the place of the columns of a table, with the values that are known. */
  public ServiceTable parameters() {
    List<List<String>> rows = rows();
    Map<String, List<KnownValue>> values = new LinkedHashMap<>();
    for (List<String> row : rows) {
      List<String> known = values(row);
      if (!known.isEmpty()) {
        values.put(
            row.get(1), known.stream().map(value -> new KnownValue(value, "", UNKNOWN)).toList());
      }
    }
    List<Field> fields = rows.stream().map(CutoutService::field).toList();
    return new ServiceTable(SetKind.ROWS, word(), "", title, meaning, fields, Set.of(), values);
  }

  /** The only values that a parameter takes; empty where there are others than those known. */
  public List<String> onlyValues(String parameter) {
    return rows().stream()
        .filter(row -> row.get(1).equalsIgnoreCase(parameter))
        .filter(row -> !row.get(6).contains(OTHERS))
        .findFirst()
        .map(CutoutService::values)
        .orElse(List.of());
  }

  private List<List<String>> rows() {
    return TabbedFile.read(FILE, CELLS).rows().stream()
        .filter(row -> List.of(row.get(0).split(",")).contains(word()))
        .toList();
  }

  private static List<String> values(List<String> row) {
    return Arrays.stream(row.get(6).split(","))
        .filter(value -> !value.isEmpty() && !value.equals(OTHERS))
        .toList();
  }

  private static Field field(List<String> cells) {
    ValueKind kind = ValueKind.valueOf(cells.get(3).toUpperCase(Locale.ROOT));
    return new Field(
        cells.get(1),
        cells.get(2).isEmpty() ? List.of() : List.of(cells.get(2).split(",")),
        Set.of(SetKind.ROWS),
        kind,
        kind == ValueKind.ANGLE ? "deg" : "",
        cells.get(1),
        cells.get(4),
        cells.get(5),
        Subject.column(cells.get(1)));
  }
}
