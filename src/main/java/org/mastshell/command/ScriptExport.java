package org.mastshell.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mastshell.download.ScriptFile;
import org.mastshell.download.ShellWord;
import org.mastshell.handover.HandoverPlan;
import org.mastshell.handover.MadeSet;
import org.mastshell.handover.NotExpressibleException;
import org.mastshell.handover.ProgramLanguage;
import org.mastshell.language.Arguments;
import org.mastshell.language.Secrets;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.output.Transcript;
import org.mastshell.session.Setting;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.ColumnInfo;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** Writes a program that makes a set again. */
final class ScriptExport {
  private static final String SCRIPT = "script";
  private static final String STANDARD_OUTPUT = "-";

  /** What programs can be written in. */
  static final List<String> LANGUAGES = List.of("script", "python", "curl");

  private static final int SHORTEST_TOKEN = 8;

  private final ArchiveAccess archive;
  private final Logins logins;
  private final Fields fields;
  private final RecipeReader recipes;
  private final ServiceFields tables;
  private final LocalPaths paths;
  private final Clock clock;
  private final String version;

  /**
   * @param archive knows how it is asked, and where named objects are
   * @param logins the token, which must be in no program
   * @param fields what columns are called
   * @param recipes reads the commands of the past
   * @param tables those with columns of their own
   * @param paths what file names stand for
   * @param clock tells when the program is written
   * @param version of this shell
   */
  ScriptExport(
      ArchiveAccess archive,
      Logins logins,
      Fields fields,
      RecipeReader recipes,
      ServiceFields tables,
      LocalPaths paths,
      Clock clock,
      String version) {
    this.archive = archive;
    this.logins = logins;
    this.fields = fields;
    this.recipes = recipes;
    this.tables = tables;
    this.paths = paths;
    this.clock = clock;
    this.version = version;
  }

  /** Writes the program that the arguments ask for: {@code script [FILE]}. */
  CommandResult run(Arguments arguments, Work work) {
    SpareWords.refuse(arguments, 2, "export script takes one file");
    String language = language(arguments);
    WorkingSet set = work.session().requireCurrent();
    List<ReadSet> sets = recipes.read(set, work.session());
    sets.forEach(ScriptExport::requireNoToken);
    String text = write(language, set, sets, work);
    requireNoToken(text, work);
    String target = arguments.values().size() < 2 ? STANDARD_OUTPUT : file(arguments).text();
    if (target.equals(STANDARD_OUTPUT)) {
      return CommandResult.done(new Part.Text(text));
    }
    Path saved = save(paths.writable(target), text, arguments.has("force"));
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
        new HandoverPlan(heading(set), set.server(), key(set), steps(language, sets, work));
    try {
      return ProgramLanguage.valueOf(language.toUpperCase(Locale.ROOT)).program(plan);
    } catch (NotExpressibleException what) {
      throw inexpressible(language, what);
    }
  }

  private List<MadeSet> steps(String language, List<ReadSet> sets, Work work) {
    try {
      return new HandoverSteps(fields, tables, archive.client(work.session().settings()), work)
          .of(sets);
    } catch (NotExpressibleException what) {
      throw inexpressible(language, what);
    }
  }

  // What rows of their own columns are of comes first in them.
  private static String key(WorkingSet set) {
    if (set.kind() == SetKind.KEYWORDS || set.kind() == SetKind.PRODUCTS) {
      return ProductRules.URI;
    }
    return set.kind() == SetKind.OBSERVATIONS
        ? Observations.ID
        : set.table().columns().stream().map(ColumnInfo::name).findFirst().orElse(Observations.ID);
  }

  private static CommandException inexpressible(String language, NotExpressibleException what) {
    return new CommandException(
        ExitCode.FAILED,
        "no program --as " + language + " makes this set: it cannot express " + what.getMessage(),
        "export script writes it for this shell");
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
