package org.mastshell.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.DownloadReport;
import org.mastshell.download.DownloadedFolder;
import org.mastshell.download.FileOutcome;
import org.mastshell.download.ManifestEntry;
import org.mastshell.download.TransferOptions;
import org.mastshell.download.VerificationReport;
import org.mastshell.download.VerifiedFile;
import org.mastshell.language.Arguments;
import org.mastshell.language.Quoting;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.Setting;

/** Fetches again what is damaged or missing in a folder, by what its manifest says. */
final class Repair {
  static final String OPTION = "repair";

  private static final Set<String> OPTIONS_TOO = Set.of(OPTION, "dir", "dry-run");

  private final LocalPaths paths;
  private final Settings settings;
  private final Transfers transfers;

  /** How transfers into a folder are to be done. */
  @FunctionalInterface
  interface Settings {
    TransferOptions into(Path folder, boolean flat);
  }

  /** Carries a plan out, asking for a token and for patience where that is needed. */
  @FunctionalInterface
  interface Transfers {
    DownloadReport run(DownloadPlan plan);
  }

  Repair(LocalPaths paths, Settings settings, Transfers transfers) {
    this.paths = paths;
    this.settings = settings;
    this.transfers = transfers;
  }

  CommandResult run(Arguments arguments, Work work) {
    refuseOthers(arguments);
    List<Part> parts = new ArrayList<>();
    ExitCode code = ExitCode.DONE;
    for (DownloadedFolder folder : folders(arguments, work)) {
      work.say("  " + folder.root());
      CommandResult result = repair(folder, arguments.has("dry-run"), work);
      parts.addAll(result.answer().parts());
      code = code == ExitCode.DONE ? result.code() : code;
      if (result.code() == ExitCode.INTERRUPTED) {
        break;
      }
    }
    return CommandResult.ended(code, parts);
  }

  private CommandResult repair(DownloadedFolder folder, boolean dry, Work work) {
    int drawn = work.session().settings().whole(Setting.LIMIT);
    VerificationReport found = VerifyCommand.check(folder, false, work);
    VerificationOutcome outcome = new VerificationOutcome(found, folder);
    found.notes().forEach(note -> work.say("  " + note));
    work.say("  " + outcome.headline());
    if (found.interrupted()) {
      return CommandResult.ended(ExitCode.INTERRUPTED, List.of());
    }
    List<ManifestEntry> again =
        found.bad().stream().filter(VerifiedFile::canBeFetched).map(VerifiedFile::entry).toList();
    List<Part> parts = new ArrayList<>();
    CommandResult fetched = CommandResult.done();
    if (again.isEmpty()) {
      parts.add(new Part.Talk("nothing to fetch again"));
    } else {
      DownloadPlan plan = DownloadPlan.again(folder, again, options(folder));
      PlanTime time = PlanTime.unknown();
      new PlanSummary(plan, time).lines().forEach(work::say);
      Function<List<FileOutcome>, String> retry = failed -> command(folder);
      fetched =
          dry
              ? CommandResult.done(new PlanRows(plan, time).part(work.style().format(), drawn))
              : new DownloadOutcome(
                      transfers.run(plan), retry, command(folder) + " goes on with them")
                  .result(drawn, false);
      parts.addAll(fetched.answer().parts());
    }
    int left = found.bad().size() - again.size();
    if (left > 0) {
      parts.add(new Part.Talk("  " + leftAlone(left)));
    }
    boolean allWell = fetched.code() == ExitCode.DONE && left == 0;
    ExitCode code = fetched.code() == ExitCode.DONE ? ExitCode.DOWNLOADS : fetched.code();
    return CommandResult.ended(allWell ? ExitCode.DONE : code, parts);
  }

  private TransferOptions options(DownloadedFolder folder) {
    Path place =
        folder
            .downloadFolder()
            .orElseThrow(
                () ->
                    new CommandException(
                        ExitCode.FAILED,
                        "download writes into folders called mastDownload with a manifest.csv, and "
                            + folder.root()
                            + " is called otherwise",
                        "give the folder back its name, and repair it then"));
    return settings.into(place, !folder.nested());
  }

  private List<DownloadedFolder> folders(Arguments arguments, Work work) {
    Function<String, Optional<Word>> word =
        name -> Optional.ofNullable(arguments.options().get(name));
    boolean named = arguments.has(OPTION) && !isFlag(arguments);
    Optional<Word> where = named ? word.apply(OPTION) : word.apply("dir");
    if (where.isEmpty()) {
      return VerifyCommand.ofSettings(paths, work);
    }
    Path place = paths.resolve(where.get().text());
    if (Files.notExists(place)) {
      throw where
          .get()
          .fault(
              arguments.command().line(),
              "there is no " + where.get().text(),
              "name a folder with downloaded files; looked for " + place);
    }
    return DownloadedFolder.at(place);
  }

  // Without a value the option has its own word.
  private static boolean isFlag(Arguments arguments) {
    return arguments.options().get(OPTION).text().startsWith("-");
  }

  private static void refuseOthers(Arguments arguments) {
    boolean chosen = arguments.rows().isPresent() || !arguments.criteria().isEmpty();
    Optional<String> option =
        arguments.options().keySet().stream().filter(name -> !OPTIONS_TOO.contains(name)).findAny();
    if (chosen || option.isPresent()) {
      throw new CommandException(
          ExitCode.USAGE,
          "--repair goes by what is on the disk, and takes no "
              + option.map(name -> "--" + name).orElse("rows or criteria"),
          "download --repair    download --repair DIR");
    }
  }

  private static String command(DownloadedFolder folder) {
    return "download --repair " + Quoting.quote(folder.root().toString());
  }

  private static String leftAlone(int count) {
    return Counts.text(count)
        + (count == 1 ? " bad file is" : " bad files are")
        + " in no manifest, or outside of the folder, and left alone: verify names "
        + (count == 1 ? "it" : "them");
  }
}
