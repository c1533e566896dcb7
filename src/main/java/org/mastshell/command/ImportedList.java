package org.mastshell.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mastshell.formats.FileRow;
import org.mastshell.language.Quoting;
import org.mastshell.output.CleanText;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/** Lines of single values: data URIs, obsids or names of observations. */
final class ImportedList {
  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S+");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");

  // What the archive's names are made of; with the signs that stand for others in a criterion.
  private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z0-9])[!-~&&[^<>\\\\{}|\"^`]]+");
  private static final int SHOWN = 40;
  private static final String MAST = "mast:";
  private static final String NAMES = "obs_id";

  private final List<String> values;
  private final Optional<String> key;

  private ImportedList(List<String> values, Optional<String> key) {
    this.values = values;
    this.key = key;
  }

  /**
   * Looks at the lines.
   *
   * @param file its name, for messages
   * @throws CommandException if they are of several kinds
   */
  static ImportedList of(List<FileRow> lines, String file) {
    if (lines.isEmpty()) {
      throw refused(file, "it holds nothing but comments");
    }
    List<String> values = lines.stream().map(line -> line.cells().get(0)).toList();
    if (URI.matcher(values.get(0)).matches()) {
      requireAll(lines, URI.asMatchPredicate(), "data URI", file);
      return new ImportedList(values, Optional.empty());
    }
    if (NUMBER.matcher(values.get(0)).matches()) {
      requireAll(lines, NUMBER.asMatchPredicate(), "obsid", file);
      return new ImportedList(values, Optional.of(Observations.ID));
    }
    requireAll(lines, value -> !URI.matcher(value).matches(), "name", file);
    requireNames(lines, file);
    return new ImportedList(values, Optional.of(NAMES));
  }

  /** How many values there are. */
  int size() {
    return values.size();
  }

  /** The column of observations that the values are looked up in; empty for data URIs. */
  Optional<String> key() {
    return key;
  }

  /** The data URIs as products, with what a URI tells: its collection and the file's name. */
  Table products() {
    TableBuilder builder = new TableBuilder();
    int mission = builder.column("obs_collection", ColumnType.TEXT);
    int uri = builder.column(ProductRules.URI, ColumnType.TEXT);
    int name = builder.column("productFilename", ColumnType.TEXT);
    for (String value : values) {
      builder.set(uri, value);
      String path = value.substring(value.indexOf(':') + 1);
      int slash = path.indexOf('/');
      if (value.startsWith(MAST) && slash > 0) {
        builder.set(mission, path.substring(0, slash));
      }
      String last = path.substring(path.lastIndexOf('/') + 1);
      builder.set(name, last.isEmpty() ? null : last);
      builder.endRow();
    }
    return builder.build();
  }

  private static void requireAll(
      List<FileRow> lines, Predicate<String> kind, String what, String file) {
    for (FileRow line : lines) {
      if (!kind.test(line.cells().get(0))) {
        throw refused(
            file, "line " + line.number() + " is no " + what + ", as the lines before it are");
      }
    }
  }

  // What else a file holds, such as a letter, is nothing that the archive should be told.
  private static void requireNames(List<FileRow> lines, String file) {
    for (FileRow line : lines) {
      String text = line.cells().get(0);
      if (!NAME.matcher(text).matches()) {
        String word = Quoting.quote("@" + file);
        throw new CommandException(
            ExitCode.FAILED,
            file
                + " cannot be imported: line "
                + line.number()
                + " is no name of an observation: "
                + shortened(CleanText.oneLine(text)),
            "names of targets go by search target="
                + word
                + " or object="
                + word
                + "; a table by import "
                + Quoting.quote(file)
                + " --kind rows");
      }
    }
  }

  private static String shortened(String text) {
    int end = text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())));
    return end < text.length() ? text.substring(0, end) + "…" : text;
  }

  private static CommandException refused(String file, String why) {
    return new CommandException(
        ExitCode.FAILED,
        file + " cannot be imported: " + why,
        "a list has data URIs, obsids or names of observations, one a line");
  }
}
