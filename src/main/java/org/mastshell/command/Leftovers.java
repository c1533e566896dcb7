package org.mastshell.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.mastshell.formats.DataColumn;
import org.mastshell.formats.Format;
import org.mastshell.formats.TableWriters;
import org.mastshell.language.Arguments;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.CleanText;
import org.mastshell.output.Counts;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/**
 * Entries of a list that are not in the result, and why: the first ones are shown, all are saved
 * where a person asks for it.
 */
final class Leftovers {
  /** The option that saves them. */
  static final String OPTION = "unmatched";

  private static final int SHOWN = 8;
  private static final DataColumn WHY = new DataColumn("why", "", "Why it is not in the result");

  private final String ofAll;
  private final List<DataColumn> columns;
  private final List<Group> groups = new ArrayList<>();

  /** One reason, and the entries that it holds for. */
  private record Group(String why, String headline, String ofAll, List<List<String>> entries) {}

  /**
   * @param ofAll of how many what ({@code of 300 targets}), behind a number
   * @param columns what an entry consists of; the first is its name
   */
  Leftovers(String ofAll, List<DataColumn> columns) {
    this.ofAll = ofAll;
    this.columns = List.copyOf(columns);
  }

  /**
   * Adds entries.
   *
   * @param why the reason as it is saved, in a word or two
   * @param headline the reason as it is shown, before the number ({@code no match for})
   * @param entries a text for each column, empty where there is none
   */
  Leftovers add(String why, String headline, List<List<String>> entries) {
    return add(why, headline, ofAll, entries);
  }

  /**
   * Adds entries that are none of those that were counted.
   *
   * @param what they are, behind their number
   */
  Leftovers add(String why, String headline, String what, List<List<String>> entries) {
    if (!entries.isEmpty()) {
      groups.add(new Group(why, headline, what, entries));
    }
    return this;
  }

  /** Lines for the person, who may have all of them saved. */
  List<String> lines() {
    return lines(" (--" + OPTION + " FILE saves all)");
  }

  /** Lines for the person, of a command that saves none. */
  List<String> linesOnly() {
    return lines("");
  }

  private List<String> lines(String advice) {
    List<String> lines = new ArrayList<>();
    for (Group group : groups) {
      int count = group.entries().size();
      lines.add("  " + group.headline() + " " + Counts.text(count) + " " + group.ofAll() + ":");
      int shown = count <= SHOWN + 1 ? count : SHOWN;
      group.entries().subList(0, shown).forEach(entry -> lines.add("    " + line(entry)));
      if (shown < count) {
        lines.add("    … and " + Counts.text(count - (long) shown) + " more" + advice);
      }
    }
    return lines;
  }

  // A target without a name of its own is called by its position.
  private static String line(List<String> entry) {
    String name = CleanText.oneLine(entry.get(0));
    String rest = String.join(" ", entry.subList(1, entry.size())).strip();
    return rest.isEmpty() || name.equals(rest) ? name : name + "  " + rest;
  }

  /**
   * Writes all of them as CSV, so that {@code @FILE} can stand for them.
   *
   * @param harmless whether no text in it may be taken for a formula by a spreadsheet;
   *     {@code @FILE} stands for the same entries then where the setting that demands it is still
   *     on
   * @throws CommandException if the file cannot be written
   */
  void save(Path file, boolean harmless) {
    try {
      Path draft = file.resolveSibling(file.getFileName() + ".part");
      try {
        try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
          TableWriters.of(Format.CSV, harmless).write(table(), allColumns(), writer);
        }
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException trouble) {
      throw unwritable(file, trouble.getMessage());
    }
  }

  /**
   * Goes on only if there will be something to save: of a list, with its whole result.
   *
   * @param list whether there is a list
   * @param counted whether a count tells of its entries, too
   * @throws SyntaxException if they are to be saved all the same
   */
  static void requireSense(Arguments arguments, boolean list, boolean counted) {
    Word option = arguments.options().get(OPTION);
    if (option == null) {
      return;
    }
    String line = arguments.command().line();
    if (!list && AtWords.in(arguments).findAny().isPresent()) {
      throw option.fault(
          line,
          "--unmatched is for a list that is looked for, value by value",
          "target=@FILE looks for its values, and target!=@FILE leaves them out; of more than "
              + Counts.text(ListedValues.MOST_PATTERNS)
              + " ranges or wildcards none is followed");
    }
    if (!list) {
      throw option.fault(
          line,
          "--unmatched is for a list, and there is none",
          "a list is coordinates=@targets.csv, object=@names.txt or target=@FILE");
    }
    if (arguments.has("limit") || (arguments.has("count") && !counted)) {
      throw option.fault(
          line,
          "--unmatched needs the whole result",
          "take --" + (arguments.has("limit") ? "limit" : "count") + " away");
    }
  }

  /**
   * Goes on only if the file can be written, as far as that can be seen beforehand.
   *
   * @throws CommandException if it cannot
   */
  static void requireWritable(Path file) {
    if (!Files.isDirectory(folder(file))) {
      throw unwritable(file, "there is no such folder");
    }
    if (Files.isDirectory(file)) {
      throw unwritable(file, "it is a folder");
    }
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().getParent();
  }

  private static CommandException unwritable(Path file, String why) {
    return new CommandException(
        ExitCode.FAILED,
        file + " cannot be written: " + why,
        "--" + OPTION + " takes the name of a file in a folder that is there");
  }

  private List<DataColumn> allColumns() {
    List<DataColumn> all = new ArrayList<>(columns);
    all.add(WHY);
    return all;
  }

  private Table table() {
    TableBuilder rows = new TableBuilder();
    allColumns().forEach(column -> rows.column(column.name(), ColumnType.TEXT));
    for (Group group : groups) {
      for (List<String> entry : group.entries()) {
        for (int i = 0; i < columns.size(); i++) {
          rows.set(i, entry.get(i).isEmpty() ? null : entry.get(i));
        }
        rows.set(columns.size(), group.why());
        rows.endRow();
      }
    }
    return rows.build();
  }
}
