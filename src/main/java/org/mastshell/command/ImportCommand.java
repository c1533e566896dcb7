package org.mastshell.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mastshell.formats.ReadFile;
import org.mastshell.formats.ReadTable;
import org.mastshell.formats.TypedFiles;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Quoting;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.output.Transcript;
import org.mastshell.session.SetName;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** Reads a file as a set, or looks up what it lists. */
public final class ImportCommand implements ShellCommand {
  static final String NAME = "import";
  private static final String KIND = "kind";
  private static final List<String> KINDS =
      Arrays.stream(SetKind.values()).map(ImportCommand::word).toList();

  private final Fields fields;
  private final LocalPaths paths;
  private final Commands commands;

  /**
   * @param fields what columns are called, and what they hold
   * @param paths what file names stand for
   * @param commands of the shell, one of which looks up what a file lists
   */
  public ImportCommand(Fields fields, LocalPaths paths, Commands commands) {
    this.fields = fields;
    this.paths = paths;
    this.commands = commands;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        NAME,
        List.of(),
        Groups.TAKE,
        "read a table from a file as a set, or look up the names in it",
        "FILE [NAME] [--kind KIND] [--safe-csv]",
        """
        A table becomes a set like any other: CSV, TSV, JSON, JSON Lines, Markdown, ECSV, VOTable, \
        FITS or SQLite, packed by gzip or not, whatever its name; files that export wrote, and others \
        whose columns are called as in the archive. With mission_search or keyword_table it is \
        datasets or rows of keywords, else with dataURI or productFilename products, \
        else with obsid or obs_id observations, else plain rows, as sql makes them; VOTable, FITS, ECSV \
        and SQLite that export wrote say themselves what they hold. --kind decides otherwise. Columns \
        of observations and products that are called by an alias (ra, exptime) become the archive's \
        (s_ra, t_exptime) where their values fit, which is said. Nothing \
        is asked of the archive. Comments and cells that have no place here are counted and said.

        A list has one value a line. Of data URIs (mast:…) it becomes products that download can \
        fetch. Numbers are obsids, other words names of observations: they are searched for, as by \
        search obsid=@FILE and search obs_id=@FILE; a file with a line that is no such name, such as one \
        with blanks, is refused, and nothing of it is sent. For targets: search target=@FILE. With --kind rows \
        a file of single values is a table, too, whose first line names the column.

        NAME names the set. A file that is broken or too large (1,000,000 rows, 256 MiB unpacked) \
        changes nothing. refresh reads the file again. --safe-csv takes the apostrophes away that \
        export --safe-csv has put before what would be formulas.\
        """,
        new ArgumentSpec(
            false,
            false,
            true,
            List.of(
                OptionSpec.valued(KIND, String.join("|", KINDS), "what the rows are"),
                OptionSpec.flag(
                    TableExport.SAFE_CSV, "the file was written with --safe-csv: undo that"))),
        List.of(
            new Example("search program=1073 filters=F277W; products; filter suffix=i2d", "a set"),
            new Example("export files.vot --force", "to a file"),
            new Example("import files.vot", "and back, maybe on another day"),
            new Example("import files.vot mine", "under a name")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    SpareWords.refuse(arguments, 2, "import takes a file, and a name for the set");
    if (arguments.values().isEmpty()) {
      throw MissingWord.behind(
          arguments, "import needs a file", "import jwst.csv    import uris.txt mine");
    }
    Optional<SetKind> kind = kind(arguments);
    Optional<SetName> name =
        arguments.values().size() < 2
            ? Optional.empty()
            : Optional.of(NameCommand.read(arguments, arguments.values().get(1)));
    Word file = arguments.values().get(0);
    ReadFile read =
        read(paths.resolve(file.text()), file.text(), kind, arguments.has(TableExport.SAFE_CSV));
    if (arguments.has(TableExport.SAFE_CSV)) {
      requireDelimited(read, file.text());
    }
    CommandResult result =
        read.table().isPresent()
            ? keep(read.table().get(), kind, arguments, work)
            : list(read, kind, arguments, work);
    if (name.isPresent() && result.code() == ExitCode.DONE) {
      work.session().name(work.session().requireCurrent(), name.get());
    }
    return result;
  }

  // What the current set has of its own says nothing about a file.
  private Fields archive() {
    return fields.ofArchive();
  }

  private static Optional<SetKind> kind(Arguments arguments) {
    return arguments
        .option(KIND)
        .map(
            word -> {
              return Arrays.stream(SetKind.values())
                  .filter(
                      one -> Stream.of(word(one), one.plural()).anyMatch(word::equalsIgnoreCase))
                  .findFirst()
                  .orElseThrow(
                      () -> OptionChoices.fault(arguments, KIND, String.join(", ", KINDS), KINDS));
            });
  }

  // One word, as it is typed; sets are told of by their plural, which may be two.
  private static String word(SetKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static void requireDelimited(ReadFile read, String typed) {
    String format = read.table().map(ReadTable::format).orElse("CSV");
    if (!format.equals("CSV") && !format.equals("TSV")) {
      throw new CommandException(
          ExitCode.FAILED,
          typed + " is " + format + ", and --" + TableExport.SAFE_CSV + " is for CSV and TSV",
          "leave it out");
    }
  }

  private ReadFile read(Path file, String typed, Optional<SetKind> kind, boolean released) {
    boolean rows = kind.filter(SetKind.ROWS::equals).isPresent();
    try {
      return new TypedFiles(ImportedTable.types(kind, archive())).read(file, rows, released);
    } catch (NoSuchFileException missing) {
      String advice =
          new NearFiles(paths)
              .meant(typed)
              .map(near -> "did you mean " + near + "?")
              .orElse("relative names begin in " + paths.folder());
      throw new CommandException(ExitCode.FAILED, "there is no file " + file, advice);
    } catch (IOException unreadable) {
      throw new CommandException(
          ExitCode.FAILED,
          file + " cannot be imported: " + Transcript.reason(unreadable),
          "it takes tables and lists: help import");
    }
  }

  private CommandResult keep(
      ReadTable read, Optional<SetKind> kind, Arguments arguments, Work work) {
    ImportedTable imported = ImportedTable.of(read, kind, archive());
    Optional<String> lookedUp = imported.onlyKey();
    if (kind.isEmpty() && lookedUp.isPresent()) {
      imported.notes().forEach(note -> work.say("  note: " + note));
      Column keys = imported.table().columnAt(0);
      int values =
          (int) IntStream.range(0, keys.size()).filter(row -> !keys.isMissing(row)).count();
      if (values == 0) {
        throw new CommandException(
            ExitCode.FAILED,
            arguments.values().get(0).text() + " holds no values of " + lookedUp.get(),
            "a value that begins with # needs quotes; with --kind it is a set without rows");
      }
      return lookUp(lookedUp.get(), ":" + lookedUp.get(), values, arguments, work);
    }
    return keep(
        imported.kind(),
        imported.table(),
        Counts.of(imported.table().columns().size(), "column", "columns") + " of " + read.format(),
        notes(imported, read, arguments),
        arguments,
        work);
  }

  private static List<String> notes(ImportedTable imported, ReadTable read, Arguments arguments) {
    List<String> notes = new ArrayList<>(imported.notes());
    if (imported.namesAlone().isPresent()) {
      String file = arguments.values().get(0).text();
      String column = read.columns().get(imported.namesAlone().getAsInt()).name();
      notes.add(
          "they are without obsid, by which products are asked for: search obs_id="
              + Quoting.quote("@" + file + ":" + column)
              + " finds them in the archive");
    }
    return notes;
  }

  private CommandResult list(
      ReadFile read, Optional<SetKind> kind, Arguments arguments, Work work) {
    ImportedList list = ImportedList.of(read.list(), arguments.values().get(0).text());
    if (list.key().isPresent()) {
      if (kind.isPresent()) {
        throw arguments
            .options()
            .get(KIND)
            .fault(
                arguments.command().line(),
                "the lines of a list tell themselves what they are",
                "leave out --" + KIND);
      }
      read.notes().forEach(note -> work.say("  note: " + note));
      return lookUp(list.key().get(), "", list.size(), arguments, work);
    }
    return keep(SetKind.PRODUCTS, list.products(), "data URIs", read.notes(), arguments, work);
  }

  private CommandResult lookUp(
      String field, String column, int size, Arguments arguments, Work work) {
    String file = arguments.values().get(0).text();
    String line = "search " + field + "=" + Quoting.quote("@" + file + column);
    work.say(
        Counts.of(size, "value", "values")
            + " of "
            + field
            + " in "
            + file
            + ", looked up: "
            + line);
    return commands.run(commands.read(line), work);
  }

  private static CommandResult keep(
      SetKind kind, Table table, String what, List<String> notes, Arguments arguments, Work work) {
    WorkingSet set = work.session().addImported(kind, table, arguments.command().text());
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Talk(SetLine.text(set)));
    parts.add(new Part.Talk("  from " + what));
    notes.forEach(note -> parts.add(new Part.LeftOut("  note: " + note)));
    return CommandResult.done(parts);
  }
}
