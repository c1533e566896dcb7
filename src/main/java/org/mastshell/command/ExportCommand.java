package org.mastshell.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.mastshell.download.ScriptFile;
import org.mastshell.download.ShellWord;
import org.mastshell.handover.HandoverPlan;
import org.mastshell.handover.NotExpressibleException;
import org.mastshell.handover.ProgramLanguage;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Secrets;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.output.Transcript;
import org.mastshell.session.Setting;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.NearestWords;
import org.mastshell.vocabulary.SetKind;

/** Writes a program that makes the current set again. */
public final class ExportCommand implements ShellCommand {
  private static final String SCRIPT = "script";
  private static final String STANDARD_OUTPUT = "-";
  private static final List<String> LANGUAGES = List.of("script", "python", "curl");
  private static final int SHORTEST_TOKEN = 8;

  private final ArchiveAccess archive;
  private final Logins logins;
  private final Fields fields;
  private final RecipeReader recipes;
  private final LocalPaths paths;
  private final Clock clock;
  private final String version;

  /**
   * @param archive knows how it is asked, and where named objects are
   * @param logins the token, which must be in no program
   * @param fields what columns are called
   * @param criteria understands those of the commands
   * @param commands all commands, by which those of the past are read
   * @param paths what file names stand for
   * @param clock tells when the program is written
   * @param version of this shell
   */
  public ExportCommand(
      ArchiveAccess archive,
      Logins logins,
      Fields fields,
      CriteriaReader criteria,
      Supplier<List<CommandInfo>> commands,
      LocalPaths paths,
      Clock clock,
      String version) {
    this.archive = archive;
    this.logins = logins;
    this.fields = fields;
    this.recipes = new RecipeReader(criteria, commands, paths);
    this.paths = paths;
    this.clock = clock;
    this.version = version;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "export",
        List.of(),
        Groups.TAKE,
        "write a program that makes the current set again",
        "script [FILE] [--as script|python|curl] [--force]",
        """
        export script FILE writes the shortest script of this shell that makes the current set again; \
        without FILE, or with -, it goes to standard output. What was tried and left is not in it. \
        Dates like -30d are those that they were, rows that were picked by number are named by what \
        they hold, and short lists from files stand in it.

        --as python writes a program for astroquery, --as curl a bash script of plain HTTP calls that \
        needs curl and jq. Both write the obsid of each observation, or the data URI of each product. \
        What they cannot express is named, and nothing is written: none of them makes another set.

        A file that is there stays as it is without --force. No program holds a token.\
        """,
        new ArgumentSpec(
            false,
            false,
            true,
            List.of(
                OptionSpec.valued("as", String.join("|", LANGUAGES), "the language of the program"),
                OptionSpec.flag("force", "replace a file that is there"))),
        List.of(
            new Example(
                "search program=1073 filters=F277W; products; unique; filter suffix=uncal",
                "first make a set"),
            new Example("export script", "show its script"),
            new Example("export script uncal.mast", "save it"),
            new Example("export script uncal.py --as python", "the same for astroquery"),
            new Example("export script uncal.sh --as curl", "the same for curl and jq")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    requireScript(arguments);
    String language = language(arguments);
    WorkingSet set = work.session().requireCurrent();
    List<ReadSet> sets = recipes.read(set, work.session());
    sets.forEach(ExportCommand::requireNoToken);
    String text = write(language, set, sets, work);
    requireNoToken(text, work);
    String target = arguments.values().size() < 2 ? STANDARD_OUTPUT : file(arguments).text();
    if (target.equals(STANDARD_OUTPUT)) {
      return CommandResult.done(new Part.Text(text));
    }
    Path saved = save(paths.resolve(target), text, arguments.has("force"));
    return CommandResult.talk(
        "saved: " + saved + "   (" + how(language, target) + ")",
        "  it makes again: " + SetLine.text(set));
  }

  private static String how(String language, String target) {
    // The system's shell knows a home folder by ~ only outside of quotes.
    String word =
        target.startsWith("~/")
            ? "~/" + ShellWord.of(target.substring(2))
            : ShellWord.ofFile(target);
    return switch (language) {
      case "python" -> "python3 " + word;
      case "curl" -> "bash " + word;
      default -> "mastshell " + word;
    };
  }

  private static Word file(Arguments arguments) {
    Word file = arguments.values().get(1);
    if (file.text().isBlank()) {
      throw file.fault(arguments.command().line(), "a file needs a name", "export script lmc.mast");
    }
    return file;
  }

  private static void requireScript(Arguments arguments) {
    SpareWords.refuse(arguments, 2, "export script takes one file");
    if (arguments.values().isEmpty()) {
      throw MissingWord.behind(
          arguments, "export needs to know what", "export script    export script lmc.mast");
    }
    Word what = arguments.values().get(0);
    if (!what.text().equalsIgnoreCase(SCRIPT)) {
      boolean near = !NearestWords.to(what.text(), List.of(SCRIPT)).isEmpty();
      throw what.fault(
              arguments.command().line(),
              "export cannot write " + what.text(),
              near ? "did you mean script?" : "did you mean export script " + what.raw() + "?")
          .rightWith(near ? SCRIPT : SCRIPT + " " + what.raw());
    }
  }

  private static String language(Arguments arguments) {
    String language = arguments.option("as").orElse(SCRIPT).toLowerCase(Locale.ROOT);
    if (!LANGUAGES.contains(language)) {
      throw OptionChoices.fault(arguments, "as", "script, python or curl", LANGUAGES);
    }
    return language;
  }

  private String write(String language, WorkingSet set, List<ReadSet> sets, Work work) {
    if (language.equals(SCRIPT)) {
      return script(set, sets);
    }
    HandoverPlan plan =
        new HandoverPlan(
            heading(set),
            set.server(),
            set.kind() == SetKind.PRODUCTS ? ProductRules.URI : Observations.ID,
            new HandoverSteps(fields, archive.client(work.session().settings()), work).of(sets));
    try {
      return ProgramLanguage.valueOf(language.toUpperCase(Locale.ROOT)).program(plan);
    } catch (NotExpressibleException what) {
      throw new CommandException(
          ExitCode.FAILED,
          "no program --as " + language + " makes this set: it cannot express " + what.getMessage(),
          "export script writes it for this shell");
    }
  }

  private String script(WorkingSet set, List<ReadSet> sets) {
    RecipeScript script = new RecipeScript();
    List<String> lines = script.lines(sets);
    WrittenScript text = new WrittenScript();
    heading(set).forEach(text::remark);
    script.remarks().forEach(text::remark);
    lines.forEach(text::command);
    return "#!/usr/bin/env mastshell\n" + text.text();
  }

  private List<String> heading(WorkingSet set) {
    List<String> heading = new ArrayList<>();
    heading.add(
        "Makes again "
            + Counts.text(set.size())
            + " "
            + set.kind().word(set.size())
            + " of "
            + set.server()
            + ", as of "
            + set.made().truncatedTo(ChronoUnit.SECONDS));
    heading.add(
        "Written by MastShell "
            + version
            + " on "
            + clock.instant().truncatedTo(ChronoUnit.SECONDS));
    if (!set.server().equals(Setting.SERVER.standard())) {
      heading.add(
          "That is not the archive that is asked by default: run it with the same one, by "
              + "--server or --demo (mastshell), MAST_SERVER (curl) or [mast] server in astroquery.cfg");
    }
    return heading;
  }

  private void requireNoToken(String text, Work work) {
    String token = logins.token(work.host()).map(String::new).orElse("").strip();
    if (token.length() >= SHORTEST_TOKEN && text.contains(token)) {
      throw WrittenScript.secret("your token");
    }
  }

  private static void requireNoToken(ReadSet read) {
    if (Secrets.looksLikeToken(read.set().command())) {
      throw WrittenScript.secret("what looks like a token");
    }
  }

  private static Path save(Path file, String text, boolean replaces) {
    try {
      ScriptFile.write(file, text, replaces);
      return file;
    } catch (FileAlreadyExistsException there) {
      throw new CommandException(
          ExitCode.FAILED, file + " is there already", "choose another name, or add --force");
    } catch (IOException refused) {
      throw new CommandException(
          ExitCode.FAILED,
          file + " cannot be written: " + Transcript.reason(refused),
          "choose a file in a folder that is there");
    }
  }
}
