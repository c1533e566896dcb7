package org.mastshell.language;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the values that {@code @FILE} and {@code @FILE:COLUMN} stand for. */
final class FileValues {
  private final ValueFiles files;
  private final List<String> notes;

  /**
   * @param files what reads files
   * @param notes is told how many values there were, for people
   */
  FileValues(ValueFiles files, List<String> notes) {
    this.files = files;
    this.notes = notes;
  }

  /**
   * A value of a file.
   *
   * @param place where it stands, for messages: {@code tic.csv line 17}
   * @param row its number, from 1
   * @param text the value, as if it stood in quotes where the file is named
   */
  record FileValue(String place, long row, ValueText text) {}

  /**
   * Values of a file.
   *
   * @param rowWord what the numbers of its rows count: {@code line} or {@code row}
   * @param list in the order of the file
   */
  record Content(String rowWord, List<FileValue> list) {}

  /**
   * The values, in the order of the file; rows without one are passed over.
   *
   * @param typed speaks of a file
   * @param names what a column with such values is called; taken where none is named
   * @throws SyntaxException if there are none; it points at the value
   */
  Content read(ValueText typed, List<String> names) {
    FileReference reference = FileReference.of(typed, files);
    ValueFile file = reference.open(typed, files);
    if (file.isEmptySet()) {
      throw typed.fault(
          reference.name() + " has no rows, so that there are no values",
          "leave it out, or take another set: sets lists them");
    }
    try {
      Optional<Chosen> column = column(typed, reference, file, names);
      ValueFile.Rows rows =
          column.isPresent() ? file.rows(List.of(column.get().place())) : file.lines();
      List<FileValue> values = new ArrayList<>();
      for (ValueFile.Row row : rows.list()) {
        String cell = row.cells().get(0);
        if (!cell.isBlank()) {
          String place = reference.name() + " " + file.rowWord() + " " + row.number();
          values.add(new FileValue(place, row.number(), typed.quoted(cell.strip())));
        }
      }
      if (values.isEmpty()) {
        throw typed.fault(reference.name() + " holds no values", "it needs one value a line");
      }
      note(reference, column, values.size(), rows.list().size(), rows.comments());
      return new Content(file.rowWord(), values);
    } catch (IOException trouble) {
      throw reference.unreadable(typed, trouble);
    }
  }

  /** A column of a file. */
  private record Chosen(int place, String name) {}

  // Empty where the lines themselves are the values.
  private static Optional<Chosen> column(
      ValueText typed, FileReference reference, ValueFile file, List<String> names)
      throws IOException {
    if (reference.column().isEmpty() && !file.isTable()) {
      return Optional.empty();
    }
    FileColumns columns = new FileColumns(file.columns());
    Optional<Integer> place;
    if (reference.column().isPresent()) {
      place = Optional.of(named(typed, reference, columns));
    } else if (columns.size() == 1) {
      place = Optional.of(0);
    } else {
      place = columns.findAny(names);
    }
    if (place.isEmpty()) {
      throw typed.fault(
          reference.name()
              + " has "
              + columns.size()
              + " columns, and none is called "
              + names.get(0),
          "write @" + reference.path() + ":COLUMN; it has " + columns.listed());
    }
    return place.map(found -> new Chosen(found, columns.at(found).name()));
  }

  /** The place of the column that is named. */
  static int named(ValueText typed, FileReference reference, FileColumns columns) {
    String wanted = reference.column().orElseThrow();
    return columns
        .find(wanted)
        .orElseThrow(
            () ->
                typed.fault(reference.name() + " has no column " + wanted, columns.advice(wanted)));
  }

  private void note(
      FileReference reference, Optional<Chosen> column, int values, int rows, int comments) {
    StringBuilder note = new StringBuilder();
    note.append(reference.name()).append(": ").append(counted(values, "value"));
    column.ifPresent(chosen -> note.append(" of the column ").append(chosen.name()));
    if (rows > values) {
      note.append(", ").append(counted(rows - values, "row")).append(" without one");
    }
    notes.add(note.append(leftOut(comments)).toString());
  }

  /** What stands behind a note about the lines that were taken for comments; may be empty. */
  static String leftOut(int comments) {
    if (comments == 0) {
      return "";
    }
    String begin = comments == 1 ? " that begins with #" : " that begin with #";
    return ", " + counted(comments, "line") + begin + " left out";
  }

  static String counted(int count, String word) {
    return String.format(Locale.ROOT, "%,d %s%s", count, word, count == 1 ? "" : "s");
  }
}
