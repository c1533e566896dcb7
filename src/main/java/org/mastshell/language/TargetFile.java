package org.mastshell.language;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the targets of a file: of a table with columns for right ascension and declination, of one
 * column that holds both, or of lines with a position each.
 */
final class TargetFile {
  /** Names of columns for the two coordinates, in pairs; the likeliest first. */
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("ra", "dec"),
          List.of("s_ra", "s_dec"),
          List.of("_RAJ2000", "_DEJ2000"),
          List.of("raj2000", "decj2000"),
          List.of("ra_icrs", "de_icrs"),
          List.of("ra_icrs", "dec_icrs"),
          List.of("radeg", "dedeg"),
          List.of("radeg", "decdeg"),
          List.of("ra2000", "dec2000"),
          List.of("ra_deg", "de_deg"),
          List.of("ra", "decl"),
          List.of("ra", "de"),
          List.of("targ_ra", "targ_dec"),
          List.of("right ascension", "declination"));

  private static final List<List<String>> CONTENTS =
      List.of(List.of("pos.eq.ra", "pos.eq.dec"), List.of("POS_EQ_RA", "POS_EQ_DEC"));

  private static final List<String> WHOLE =
      List.of("coordinates", "coords", "position", "pos", "radec", "skycoord");

  /** Names of columns for names, the likeliest first. */
  static final List<String> NAMES =
      List.of(
          "name",
          "target",
          "target_name",
          "object",
          "objname",
          "main_id",
          "designation",
          "id",
          "source",
          "source_id",
          "star",
          "galaxy",
          "tic",
          "tic_id",
          "match_name",
          "obs_id");

  /** What is said of a set without rows. */
  static final String NO_ROWS = " has no rows, so that there are no targets";

  private static final Pattern WITH_EXPONENT =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)[eE][+-]?\\d{1,2}");
  private static final Pattern PARTS = Pattern.compile("[+\\-\u2212]?\\d+(\\s+[\\d.]+){1,2}");
  private static final double DEGREES_AN_HOUR = 15;

  private final ValueText typed;
  private final FileReference reference;
  private final ValueFile file;
  private final Set<Target> targets = new LinkedHashSet<>();
  private final FaultyRows faulty;
  private final List<String> placeless = new ArrayList<>();
  private int twice;
  private int comments;

  private TargetFile(ValueText typed, FileReference reference, ValueFile file) {
    this.typed = typed;
    this.reference = reference;
    this.file = file;
    this.faulty = new FaultyRows(typed, file.rowWord());
  }

  /**
   * What a file holds.
   *
   * @param targets each once, in the order of the file; none of a set without rows
   * @param placeless what rows without a position are called, in the order of the file: by their
   *     names, or where they stand ({@code t.csv line 4})
   */
  record Content(List<Target> targets, List<String> placeless) {}

  /**
   * The targets, and the rows that are none since they have no position.
   *
   * @param typed speaks of a file
   * @param notes is told what was read, for people
   * @throws SyntaxException if a line holds no position, with its number; it points at the value
   */
  static Content read(ValueText typed, ValueFiles files, List<String> notes) {
    FileReference reference = FileReference.of(typed, files);
    ValueFile file = reference.open(typed, files);
    if (file.isEmptySet()) {
      notes.add(reference.name() + NO_ROWS);
      return new Content(List.of(), List.of());
    }
    return new TargetFile(typed, reference, file).content(notes);
  }

  private Content content(List<String> notes) {
    String columns;
    try {
      columns = reference.column().isEmpty() && isBare() ? readLines() : readTable();
    } catch (IOException trouble) {
      throw reference.unreadable(typed, trouble);
    }
    faulty.requireNone(names());
    if (targets.isEmpty()) {
      throw typed.fault(
          reference.name() + " holds no positions",
          "it needs a line with a position for each target");
    }
    notes.add(note(columns));
    return new Content(List.copyOf(targets), List.copyOf(placeless));
  }

  // A list without any position may well be one of names.
  private String names() {
    return targets.isEmpty() && reference.column().isEmpty()
        ? "; names of objects are object=@" + reference.path()
        : "";
  }

  private String note(String columns) {
    StringBuilder note = new StringBuilder();
    note.append(reference.name()).append(": ");
    note.append(FileValues.counted(targets.size(), "target")).append(columns);
    if (!placeless.isEmpty()) {
      note.append(", ")
          .append(FileValues.counted(placeless.size(), "row"))
          .append(" without a position");
    }
    if (twice > 0) {
      note.append(", ").append(FileValues.counted(twice, "row")).append(" that came before");
    }
    return note.append(FileValues.leftOut(comments)).toString();
  }

  // Text without names of columns has no columns that could be told apart.
  private boolean isBare() throws IOException {
    return !file.hasHeader()
        || (!file.isTable() && pair(new FileColumns(file.columns())).isEmpty());
  }

  private List<ValueFile.Row> taken(ValueFile.Rows rows) {
    comments = rows.comments();
    return rows.list();
  }

  private String readLines() throws IOException {
    for (ValueFile.Row row : taken(file.lines())) {
      add(row, "", () -> PositionLine.read(typed, row.cells().get(0)));
    }
    return "";
  }

  private String readTable() throws IOException {
    FileColumns columns = new FileColumns(file.columns());
    Optional<Integer> name = columns.findAny(NAMES);
    if (reference.column().isPresent()) {
      return readWhole(columns, name, FileValues.named(typed, reference, columns));
    }
    Optional<List<Integer>> pair = pair(columns);
    if (pair.isPresent()) {
      return readPair(columns, name, pair.get());
    }
    Optional<Integer> whole = columns.size() == 1 ? Optional.of(0) : columns.findAny(WHOLE);
    return readWhole(
        columns,
        name,
        whole.orElseThrow(
            () ->
                typed.fault(
                    reference.name() + " has no columns ra and dec",
                    "write @"
                        + reference.path()
                        + ":COLUMN for a column that holds both; it has "
                        + columns.listed())));
  }

  static Optional<List<Integer>> pair(FileColumns columns) {
    for (List<String> pair : PAIRS) {
      Optional<Integer> ra = columns.find(pair.get(0));
      Optional<Integer> dec = columns.find(pair.get(1));
      if (ra.isPresent() && dec.isPresent()) {
        return Optional.of(List.of(ra.get(), dec.get()));
      }
    }
    for (List<String> pair : CONTENTS) {
      Optional<Integer> ra = columns.holding(pair.get(0));
      Optional<Integer> dec = columns.holding(pair.get(1));
      if (ra.isPresent() && dec.isPresent()) {
        return Optional.of(List.of(ra.get(), dec.get()));
      }
    }
    return Optional.empty();
  }

  private String readPair(FileColumns columns, Optional<Integer> name, List<Integer> pair)
      throws IOException {
    ValueFile.Column ra = columns.at(pair.get(0));
    ValueFile.Column dec = columns.at(pair.get(1));
    Scale raScale = scale(ra);
    Scale decScale = scale(dec);
    List<Integer> places = new ArrayList<>(pair);
    name.ifPresent(places::add);
    for (ValueFile.Row row : taken(file.rows(places))) {
      String first = row.cells().get(0);
      String second = row.cells().get(1);
      if (first.isBlank() && second.isBlank()) {
        placeless.add(called(row, name(row, 2)));
      } else {
        add(row, name(row, 2), () -> point(raScale.degrees(first), decScale.degrees(second)));
      }
    }
    return " (columns " + named(columns, name) + ra.name() + ", " + dec.name() + ")";
  }

  private String readWhole(FileColumns columns, Optional<Integer> name, int whole)
      throws IOException {
    Optional<Integer> other = name.filter(place -> place != whole);
    List<Integer> places = new ArrayList<>(List.of(whole));
    other.ifPresent(places::add);
    for (ValueFile.Row row : taken(file.rows(places))) {
      String text = row.cells().get(0);
      if (text.isBlank()) {
        placeless.add(called(row, name(row, 1)));
      } else {
        add(row, name(row, 1), () -> point(text));
      }
    }
    return " (columns " + named(columns, other) + columns.at(whole).name() + ")";
  }

  private static String named(FileColumns columns, Optional<Integer> name) {
    return name.map(place -> columns.at(place).name() + ", ").orElse("");
  }

  private static String name(ValueFile.Row row, int place) {
    return row.cells().size() > place ? row.cells().get(place) : "";
  }

  private String called(ValueFile.Row row, String name) {
    return name.isBlank() ? where(row) : name.strip();
  }

  private String where(ValueFile.Row row) {
    return reference.name() + " " + file.rowWord() + " " + row.number();
  }

  private Target point(String ra, String dec) {
    if (ra.isBlank() || dec.isBlank()) {
      throw typed.fault(
          ra.isBlank() ? "there is no right ascension" : "there is no declination",
          "a position has both");
    }
    return point(joined(ra) + " " + joined(dec));
  }

  private Target point(String text) {
    Position.Coordinates at = SkyCoordinates.read(typed, text, 1);
    return new Target("", at.ra(), at.dec());
  }

  // 10 46 03 is one coordinate where it stands in a column of its own.
  static String joined(String coordinate) {
    String text = coordinate.strip();
    return PARTS.matcher(text).matches()
        ? text.replaceAll("\\s+", ":")
        : text.replaceAll("\\s+", "");
  }

  /** Makes a target of a row. */
  @FunctionalInterface
  private interface Reading {
    Target read();
  }

  private void add(ValueFile.Row row, String name, Reading reading) {
    try {
      Target target = reading.read();
      String own = name.isBlank() ? target.name() : name.strip();
      Target whole =
          new Target(
              own.isEmpty() ? place(target.ra(), target.dec()) : own, target.ra(), target.dec());
      if (!targets.add(whole)) {
        twice++;
      }
    } catch (SyntaxException wrong) {
      String who = name.isBlank() ? "" : " (" + name.strip() + ")";
      faulty.add(where(row) + who, row.number(), wrong);
    }
  }

  /** What a target without a name is called. */
  static String place(double ra, double dec) {
    return String.format(Locale.ROOT, "%.5f %+.5f", ra, dec);
  }

  /** How the numbers of a column become degrees. */
  @FunctionalInterface
  private interface Scale {
    String degrees(String cell);
  }

  private Scale scale(ValueFile.Column column) {
    String unit = column.unit().toLowerCase(Locale.ROOT).replaceAll("[\\s\"']", "");
    return switch (unit) {
      case "", "deg", "degree", "degrees", "d", "\u00b0", "d:m:s", "h:m:s", "dms", "hms" ->
          TargetFile::plain;
      case "h", "hr", "hour", "hours", "hourangle" -> cell -> scaled(cell, DEGREES_AN_HOUR);
      case "rad", "radian", "radians" -> cell -> scaled(cell, Math.toDegrees(1));
      default ->
          throw typed.fault(
              "the column " + column.name() + " of " + reference.name() + " is in " + column.unit(),
              "positions are read in degrees, hours or radians");
    };
  }

  // The grammar of coordinates knows no exponents; programs write them.
  private static String plain(String cell) {
    String text = cell.strip();
    return WITH_EXPONENT.matcher(text).matches() ? new BigDecimal(text).toPlainString() : text;
  }

  private static String scaled(String cell, double factor) {
    try {
      return BigDecimal.valueOf(Double.parseDouble(cell.strip()) * factor).toPlainString();
    } catch (NumberFormatException sexagesimal) {
      return cell;
    }
  }
}
