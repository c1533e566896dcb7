package org.mastshell.command;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mastshell.archive.Progress;
import org.mastshell.formats.DataColumn;
import org.mastshell.formats.FileFormat;
import org.mastshell.formats.FileNote;
import org.mastshell.formats.FormatLosses;
import org.mastshell.formats.HarmlessTable;
import org.mastshell.formats.Serialization;
import org.mastshell.formats.TableDocument;
import org.mastshell.formats.TableFileWriter;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Secrets;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Sizes;
import org.mastshell.session.NoSuchSetException;
import org.mastshell.session.Recipe;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.NearestWords;
import org.mastshell.vocabulary.ValueKind;

/**
 * Writes rows of a set to a file that other programs open.
 *
 * @param paths what file names stand for
 * @param version of this shell
 * @param fields what columns are called, and what they hold
 * @param origins tells whether rows are an archive's
 */
record TableExport(LocalPaths paths, String version, Fields fields, Origins origins) {
  /** Keeps texts from being taken for formulas. */
  static final String SAFE_CSV = "safe-csv";

  /** The same as an option. */
  static final OptionSpec SAFE =
      OptionSpec.flag(SAFE_CSV, "no text that a spreadsheet would take for a formula");

  /** The options of a command that writes tables. */
  static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.valued(
              "format", String.join("|", FileFormat.words()), "what the name does not tell"),
          OptionSpec.valued(
              "serialization",
              String.join("|", Serialization.words()),
              "how a VOTable holds its cells"),
          SAFE,
          OptionSpec.flag("force", "replace a file that is there"));

  private static final String PARQUET = "parquet";
  private static final String QUERY = "query";

  /**
   * Where a table goes, and as what.
   *
   * @param file its place
   * @param format what it is written as
   * @param packed whether by gzip
   * @param serialization of a VOTable
   * @param harmless whether a person wants no text in it that a spreadsheet would take for a
   *     formula
   */
  record Target(
      WrittenFile file,
      FileFormat format,
      boolean packed,
      Serialization serialization,
      boolean harmless) {}

  /**
   * The place that a word and the {@link #OPTIONS} name.
   *
   * @throws SyntaxException if nothing tells the format
   */
  Target target(Word file, Arguments arguments) {
    String line = arguments.command().line();
    String name = file.text();
    if (name.isBlank()) {
      throw file.fault(line, "a file needs a name", "export jwst.csv");
    }
    if (name.equals("-")) {
      String command = arguments.command().name().text();
      throw file.fault(
          line,
          (arguments.has("output") ? command + " --output" : command) + " writes files",
          "show alone writes to standard output: mastshell --format csv -c '…; show'");
    }
    Optional<FileFormat> said = said(arguments);
    FileFormat format =
        said.or(() -> FileFormat.ofFile(name)).orElseThrow(() -> unknown(file, line));
    boolean packed = FileFormat.isPacked(name);
    if (packed && !format.canBePacked()) {
      throw file.fault(
          line,
          "a database is not packed: it is opened in its place",
          "leave out " + FileFormat.PACKED);
    }
    if (arguments.has(SAFE_CSV)) {
      requireSpreadsheet(arguments, format.isForSpreadsheets());
    }
    return new Target(
        new WrittenFile(paths.writable(name), arguments.has("force")),
        format,
        packed,
        serialization(arguments, format),
        arguments.has(SAFE_CSV));
  }

  /**
   * Goes on only if {@link #SAFE} has a meaning.
   *
   * @param spreadsheet whether the format is one that spreadsheets open
   * @throws SyntaxException if it is not
   */
  static void requireSpreadsheet(Arguments arguments, boolean spreadsheet) {
    if (!spreadsheet) {
      throw arguments
          .options()
          .get(SAFE_CSV)
          .fault(
              arguments.command().line(),
              "--" + SAFE_CSV + " is for CSV and TSV, which spreadsheets open",
              "leave it out, or add --format csv");
    }
  }

  /**
   * Writes the file, and tells.
   *
   * @param set that the rows are of
   * @param rows to write
   * @param fields the columns to write, in order
   * @param selection which rows of the set they are, for the file's own description; empty if all
   *     as they stand
   * @throws CommandException if it cannot be written; nothing has changed then
   */
  CommandResult write(
      Target target, WorkingSet set, Table rows, List<Field> fields, String selection, Work work) {
    TableDocument document = document(set, rows, fields, selection, work.session());
    TableFileWriter writer =
        new TableFileWriter(
            target.format(), target.packed(), target.serialization(), work.cancellation()::check);
    List<String> talk = new ArrayList<>();
    try (Watch watch = work.watch("writing " + target.file().place().getFileName())) {
      watch.update(new Progress.Step(0, rows.size(), "rows", target.format().word()));
      HarmlessTable safe = written(document, target, work);
      long bytes = target.file().write(draft -> writer.write(safe.document(), draft));
      talk.add(saved(target, set, rows, fields, bytes));
      if (safe.changed() > 0) {
        talk.add(
            "  note: "
                + Counts.of(safe.changed(), "cell or name", "cells or names")
                + " would be taken for formulas and begin with an apostrophe now: import … --"
                + SAFE_CSV
                + " takes it away");
      }
      FormatLosses.of(document, target.format()).forEach(loss -> talk.add("  note: " + loss));
    }
    return CommandResult.talk(talk.toArray(String[]::new));
  }

  private static HarmlessTable written(TableDocument document, Target target, Work work) {
    boolean wanted = target.harmless() || work.style().harmless();
    return wanted && target.format().isForSpreadsheets()
        ? HarmlessTable.of(document)
        : new HarmlessTable(document, 0);
  }

  /**
   * The rows with all that a file can say of them.
   *
   * @param set that the rows are of
   * @param fields the columns to write, in order
   * @param selection as in {@link #write}
   */
  TableDocument document(
      WorkingSet set, Table rows, List<Field> fields, String selection, Session session) {
    return new TableDocument(
        set.kind().plural(),
        typed(ColumnChoice.withDerived(rows, fields), fields),
        fields.stream().map(this::column).toList(),
        notes(set, selection, session));
  }

  private static String saved(
      Target target, WorkingSet set, Table rows, List<Field> fields, long bytes) {
    int all = set.table().columns().size();
    boolean some =
        fields.size() < all && fields.stream().noneMatch(one -> one.subject().isDerived());
    return "saved: "
        + target.file().place()
        + "   "
        + Counts.of(rows.size(), set.kind().word(1), set.kind().word(2))
        + ", "
        + (some
            ? Counts.text(fields.size()) + " of " + Counts.of(all, "column", "columns")
            : Counts.of(fields.size(), "column", "columns"))
        + ", "
        + Sizes.text(bytes);
  }

  private DataColumn column(Field field) {
    return new DataColumn(
        field.name(),
        ColumnLooks.of(field).unit(),
        ColumnLooks.description(field),
        field.content(),
        ImportedTable.type(field.name(), fields.ofArchive()).isEmpty());
  }

  // What is read from names comes as text.
  private static Table typed(Table rows, List<Field> fields) {
    Table typed = rows;
    for (Field field : fields) {
      if (field.subject().isDerived() && field.kind() == ValueKind.INTEGER) {
        TableBuilder numbers = new TableBuilder();
        int place = numbers.column(field.name(), ColumnType.INTEGER);
        for (int row = 0; row < rows.size(); row++) {
          numbers.set(place, rows.text(row, field.name()));
          numbers.endRow();
        }
        typed = typed.with(field.name(), numbers.build().columnAt(0));
      }
    }
    return typed;
  }

  private List<FileNote> notes(WorkingSet set, String selection, Session session) {
    List<FileNote> notes = new ArrayList<>();
    origins.archive(set, session).ifPresent(archive -> notes.add(new FileNote("archive", archive)));
    notes.add(new FileNote(QUERY, lineage(set, session)));
    if (!selection.isEmpty()) {
      notes.add(new FileNote("chosen", selection));
    }
    notes.add(new FileNote("made", set.made().truncatedTo(ChronoUnit.SECONDS).toString()));
    notes.add(new FileNote("program", "MastShell " + version));
    return notes;
  }

  private static String lineage(WorkingSet set, Session session) {
    String lines;
    try {
      lines = String.join("; ", Recipe.of(set, session).lines());
    } catch (NoSuchSetException gone) {
      lines = set.command();
    }
    return Secrets.without(lines);
  }

  private static Optional<FileFormat> said(Arguments arguments) {
    return arguments
        .option("format")
        .map(word -> FileFormat.of(word).orElseThrow(() -> refused(arguments)));
  }

  private static SyntaxException refused(Arguments arguments) {
    String formats = String.join(" ", FileFormat.words());
    Word said = arguments.options().get("format");
    return said.text().equalsIgnoreCase("table")
        ? said.fault(
            arguments.command().line(),
            "a table is drawn for a screen, which a file is not",
            "a file can be: " + formats + "    markdown is the most like it")
        : OptionChoices.fault(arguments, "format", formats, FileFormat.words());
  }

  private static Serialization serialization(Arguments arguments, FileFormat format) {
    Optional<String> word = arguments.option("serialization");
    if (word.isPresent() && format != FileFormat.VOTABLE) {
      Word option = arguments.options().get("serialization");
      throw option.fault(
          arguments.command().line(),
          "only a VOTable has a serialization",
          "leave it out, or add --format votable");
    }
    return word.map(
            one ->
                Serialization.of(one)
                    .orElseThrow(
                        () ->
                            OptionChoices.fault(
                                arguments,
                                "serialization",
                                String.join(" or ", Serialization.words()),
                                Serialization.words())))
        .orElse(Serialization.TABLEDATA);
  }

  private static SyntaxException unknown(Word file, String line) {
    String name = file.text();
    String plain = FileFormat.isPacked(name) ? name.substring(0, name.length() - 3) : name;
    String end = plain.substring(plain.lastIndexOf('.') + 1);
    if (end.equalsIgnoreCase(PARQUET)) {
      return file.fault(
          line,
          "Parquet is not written here",
          "export a .vot or .csv; astropy, pyarrow or duckdb make Parquet of it: docs/formats.md");
    }
    String known = "names end in " + FileFormat.usualExtensions() + " (and .gz), or add --format";
    if (end.equals(plain)) {
      return file.fault(line, "nothing tells what " + name + " is to be", known);
    }
    List<String> ends =
        Arrays.stream(FileFormat.values()).flatMap(one -> one.extensions().stream()).toList();
    Optional<String> meant = NearestWords.only(end, ends);
    SyntaxException fault =
        file.fault(
            line,
            "no format is known by ." + end,
            meant.map(word -> "did you mean ." + word + "? ").orElse("") + known);
    String head = plain.substring(0, plain.length() - end.length());
    String tail = name.substring(plain.length());
    return meant.isEmpty() ? fault : fault.rightWith(head + meant.get() + tail);
  }
}
