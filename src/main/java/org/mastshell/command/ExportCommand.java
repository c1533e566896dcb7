package org.mastshell.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Word;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.NearestWords;

/** Writes the current set to a file, or a program that makes it again. */
public final class ExportCommand implements ShellCommand {
  private static final String SCRIPT = "script";
  private static final Pattern PROGRAM = Pattern.compile("(?i).+\\.(mast|py|sh)");
  private static final List<String> OF_SCRIPTS = List.of("as");
  private static final List<String> OF_TABLES =
      List.of("format", "serialization", "columns", "sort", "where", TableExport.SAFE_CSV);

  private final ScriptExport scripts;
  private final TableExport tables;
  private final ColumnChoice choice;
  private final RowChoice rowChoice;

  /**
   * @param archive knows how it is asked, and where named objects are
   * @param logins the token, which must be in no program
   * @param fields what columns are called
   * @param criteria understands those of the commands
   * @param commands all commands, by which those of the past are read
   * @param paths what file names stand for
   * @param clock tells when the program is written
   * @param missions the searches that missions have of their own
   * @param version of this shell
   * @param origins tells whether rows are an archive's
   */
  public ExportCommand(
      ArchiveAccess archive,
      Logins logins,
      Fields fields,
      CriteriaReader criteria,
      Supplier<List<CommandInfo>> commands,
      LocalPaths paths,
      ServiceFields missions,
      Clock clock,
      String version,
      Origins origins) {
    this.choice = new ColumnChoice(fields);
    this.rowChoice = new RowChoice(fields, criteria);
    this.tables = new TableExport(paths, version, fields, origins);
    this.scripts =
        new ScriptExport(
            archive,
            logins,
            fields,
            new RecipeReader(criteria, fields, commands, paths, missions),
            missions,
            paths,
            clock,
            version);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "export",
        List.of(),
        Groups.TAKE,
        "write the current set to a file, or a program that makes it again",
        "FILE [ROWS] [COLUMN…] [--columns all|COLUMN,…] [--where CRITERION…] [--sort [-]COLUMN]"
            + " [--format F] [--safe-csv] [--force]"
            + " | script [FILE] [--as script|python|curl] [--force]",
        """
        export FILE writes the rows as what the name says: .csv .tsv .json .jsonl .md .ecsv .vot .fits \
        .sqlite, each but .sqlite packed with .gz behind it. Every column of the archive is written \
        with its exact values, or those that are named; --columns all with names adds columns read \
        from file names. ECSV, VOTable, FITS and SQLite also hold units, descriptions, the words of \
        the Virtual Observatory (UCDs), and the commands that made the set. import reads it back.

        --safe-csv, or set safe_csv on, is for files that go to a spreadsheet, which takes a text that \
        begins with = + - or @ for a formula and carries it out: in CSV and TSV an apostrophe stands \
        before it, which import FILE --safe-csv takes away again.

        export script FILE writes the shortest script of this shell that makes the current set again; \
        without FILE, or with -, it goes to standard output. What was tried and left is not in it. \
        Dates like -30d are those that they were, rows that were picked by number are named by what \
        they hold, and short lists from files stand in it.

        --as python writes a program for astroquery, --as curl a bash script of plain HTTP calls that \
        needs curl and jq. Both write the obsid of each observation, or the data URI of each product. \
        Sets that begin with keywords, catalog, datasets or service can be had as Python alone, \
        which writes what their rows are of: the data URI of a file, the name of a source or dataset. \
        So can those of crossmatch. The positions of a list or set stand in the program, all of them, \
        so that it needs no file beside it, and each is asked about by itself. \
        What they cannot express is named, and nothing is written: none of them makes another set.

        A file that is there stays as it is without --force. No program holds a token.\
        """,
        new ArgumentSpec(true, true, true, options()),
        List.of(
            new Example(
                "search program=1073 filters=F277W; products; unique; filter suffix=uncal",
                "first make a set"),
            new Example("export uncal.vot", "all of it, for TOPCAT and astropy"),
            new Example("export names.csv name size --sort -size", "two columns, largest first"),
            new Example("export sheet.csv --safe-csv", "for a spreadsheet, without any formula"),
            new Example(
                "export first.fits.gz 1-10 --force", "ten rows, packed, whatever was there"),
            new Example("export script", "show its script"),
            new Example("export script uncal.mast", "save it"),
            new Example("export script uncal.py --as python", "the same for astroquery"),
            new Example("export script uncal.sh --as curl", "the same for curl and jq")));
  }

  private static List<OptionSpec> options() {
    List<OptionSpec> options = new ArrayList<>();
    options.add(
        OptionSpec.valued(
            "as", String.join("|", ScriptExport.LANGUAGES), "the language of the program"));
    options.add(
        OptionSpec.valued("columns", "all|COLUMN,…", "every column and those named, or these"));
    options.add(RowChoice.SORT);
    options.add(RowChoice.WHERE);
    options.addAll(TableExport.OPTIONS);
    return options;
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    if (arguments.values().isEmpty()) {
      throw MissingWord.behind(
          arguments, "export needs to know where", "export jwst.csv    export script jwst.mast");
    }
    Word file = arguments.values().get(0);
    boolean script = file.text().equalsIgnoreCase(SCRIPT);
    refuseOptions(arguments, script);
    if (script) {
      return scripts.run(arguments, work);
    }
    if (file.text().indexOf('.') < 0
        && !arguments.has("format")
        && !NearestWords.to(file.text(), List.of(SCRIPT)).isEmpty()) {
      throw file.fault(
              arguments.command().line(),
              "nothing tells what " + file.text() + " is to be",
              "did you mean script?")
          .rightWith(SCRIPT);
    }
    if (!arguments.has("format") && PROGRAM.matcher(file.text()).matches()) {
      throw file.fault(
              arguments.command().line(),
              file.text() + " would be a program, not a table",
              "did you mean export script " + file.raw() + "?")
          .rightWith(SCRIPT + " " + file.raw());
    }
    TableExport.Target target = tables.target(file, arguments);
    WorkingSet set = work.session().requireCurrent();
    List<Field> columns = choice.behindFile(arguments, set, choice.all(set));
    Table rows = rowChoice.of(arguments, work, set).table();
    return tables.write(target, set, rows, columns, RowChoice.words(arguments), work);
  }

  private static void refuseOptions(Arguments arguments, boolean script) {
    String line = arguments.command().line();
    for (String option : script ? OF_TABLES : OF_SCRIPTS) {
      if (arguments.has(option)) {
        throw arguments
            .options()
            .get(option)
            .fault(
                line,
                "--" + option + " is for " + (script ? "tables" : "scripts"),
                script ? "leave it out" : "export script FILE --" + option + " …");
      }
    }
    if (script && arguments.rows().isPresent()) {
      throw arguments
          .rows()
          .get()
          .word()
          .fault(line, "a script makes the whole set", "pick rows first: pick 1-3");
    }
    if (script && !arguments.criteria().isEmpty()) {
      throw arguments
          .criteria()
          .get(0)
          .field()
          .fault(line, "a script makes the whole set", "filter first");
    }
  }
}
