package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/** Rows of keywords as the products that they are: each is a file. */
final class KeywordProducts {
  private static final String URI = "dataURI";
  private static final String NAME = "filename";
  private static final Pattern EXPOSURE = Pattern.compile("jw\\d{11}_\\d{5}_\\d{5}");

  private KeywordProducts() {}

  /**
   * The files, with the columns that products have, and the MD5 of each.
   *
   * @throws CommandException if rows do not say which file they are
   */
  static Table of(Table keywords) {
    if (!keywords.has(URI) || !keywords.has(NAME)) {
      throw new CommandException(
          ExitCode.FAILED,
          "these rows do not say which files they are of",
          "they need " + NAME + " and " + URI + ": keywords finds them anew");
    }
    List<String> names = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    add(names, columns, "obs_collection", text(keywords, row -> "JWST"));
    add(names, columns, "obs_id", text(keywords, row -> observation(cell(keywords, NAME, row))));
    add(names, columns, "productFilename", text(keywords, row -> cell(keywords, NAME, row)));
    add(names, columns, URI, text(keywords, row -> cell(keywords, URI, row)));
    add(names, columns, "productType", text(keywords, row -> "SCIENCE"));
    add(names, columns, "calib_level", levels(keywords));
    add(
        names,
        columns,
        "productSubGroupDescription",
        text(keywords, row -> suffix(cell(keywords, NAME, row))));
    keywords.find("fileSize").ifPresent(size -> add(names, columns, "size", size));
    keywords
        .find("isRestricted")
        .ifPresent(
            closed ->
                add(
                    names,
                    columns,
                    "dataRights",
                    text(
                        keywords,
                        row ->
                            closed.isMissing(row)
                                ? ""
                                : "true".equalsIgnoreCase(closed.text(row))
                                    ? "EXCLUSIVE_ACCESS"
                                    : "PUBLIC")));
    add(names, columns, "proposal_id", text(keywords, row -> cell(keywords, "program", row)));
    add(names, columns, "filters", text(keywords, row -> cell(keywords, "filter", row)));
    add(names, columns, "checksum", text(keywords, row -> cell(keywords, "checksum", row)));
    return Table.of(names, columns, keywords.size());
  }

  /** The name of the observation to which a file belongs, as the common model has it. */
  static String observation(String file) {
    int end = file.lastIndexOf('_');
    String stem = end < 0 ? file : file.substring(0, end);
    // What was cleaned with others names their association before its suffix.
    return EXPOSURE.matcher(stem).lookingAt() ? stem.replaceFirst("_[oac]\\d{3,4}$", "") : stem;
  }

  /** The name that a file has in common with others of its set; other names stay. */
  static String withoutSuffix(String name) {
    return name.indexOf('.') < 0 ? name : observation(name);
  }

  private static String suffix(String file) {
    String stem = file.replaceFirst("\\..*$", "");
    return stem.substring(stem.lastIndexOf('_') + 1).toUpperCase(Locale.ROOT);
  }

  // The stage begins with the level: 1b, 2a, 2b, 3.
  private static Column levels(Table keywords) {
    TableBuilder table = new TableBuilder();
    int place = table.column("", ColumnType.INTEGER);
    for (int row = 0; row < keywords.size(); row++) {
      String stage = cell(keywords, "productLevel", row);
      if (!stage.isEmpty() && Character.isDigit(stage.charAt(0))) {
        table.set(place, (long) (stage.charAt(0) - '0'));
      }
      table.endRow();
    }
    return table.build().columnAt(0);
  }

  private static void add(List<String> names, List<Column> columns, String name, Column column) {
    names.add(name);
    columns.add(column);
  }

  private static String cell(Table rows, String column, int row) {
    String text = rows.column(Subject.column(column)).text(row);
    return text == null ? "" : text;
  }

  /** The text of a row; empty where there is none. */
  @FunctionalInterface
  private interface Cells {
    String of(int row);
  }

  private static Column text(Table rows, Cells cells) {
    TableBuilder table = new TableBuilder();
    int place = table.column("", ColumnType.TEXT);
    for (int row = 0; row < rows.size(); row++) {
      String text = cells.of(row);
      if (!text.isEmpty()) {
        table.setText(place, text);
      }
      table.endRow();
    }
    return table.build().columnAt(0);
  }
}
