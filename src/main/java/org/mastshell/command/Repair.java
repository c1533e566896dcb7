package org.mastshell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mastshell.download.CheckedPlace;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.DownloadedFolder;
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

  private static final Set<String> OPTIONS_TOO =
      Set.of(OPTION, "dir", "dry-run", FormatOption.SPEC.name());

  private final LocalPaths paths;
  private final Settings settings;
  private final Consumer<DownloadPlan> confirmation;
  private final ForegroundTransfer transfer;

  /** How transfers into a folder are to be done. */
  @FunctionalInterface
  interface Settings {
    TransferOptions into(Path folder, boolean flat);
  }

  /**
   * @param confirmation refuses a plan that a person does not want
   * @param transfer carries plans out
   */
  Repair(
      LocalPaths paths,
      Settings settings,
      Consumer<DownloadPlan> confirmation,
      ForegroundTransfer transfer) {
    this.paths = paths;
    this.settings = settings;
    this.confirmation = confirmation;
    this.transfer = transfer;
  }

  CommandResult run(Arguments arguments, Work work) {
    refuseOthers(arguments);
    List<Part> parts = new ArrayList<>();
    List<Outlook> dry = new ArrayList<>();
    ExitCode code = ExitCode.DONE;
    for (CheckedPlace place : places(arguments, work)) {
      work.say(PlacesToCheck.heading(place));
      Found found = found(place, work);
      CommandResult result =
          arguments.has("dry-run") ? planned(found, dry, work) : mended(found, work);
      parts.addAll(result.answer().parts());
      code = code == ExitCode.DONE ? result.code() : code;
      if (result.code() == ExitCode.INTERRUPTED) {
        break;
      }
    }
    if (!dry.isEmpty()) {
      int drawn = work.session().settings().whole(Setting.LIMIT);
      parts.addAll(0, PlanRows.parts(dry, work.style().format(), drawn));
    }
    return CommandResult.ended(code, JoinedRows.of(parts));
  }

  /**
   * What verifying a folder has brought.
   *
   * @param again files that can be fetched again
   * @param left how many bad files cannot
   * @param lost what to do about records that are lost, so that more may be missing; may be empty
   */
  private record Found(
      CheckedPlace place,
      List<ManifestEntry> again,
      int left,
      List<String> lost,
      boolean interrupted) {

    DownloadedFolder folder() {
      return place.folder();
    }
  }

  private static Found found(CheckedPlace place, Work work) {
    VerificationReport report = VerifyCommand.check(place, false, work);
    report.notes().forEach(note -> work.say("  " + note));
    VerificationOutcome outcome = new VerificationOutcome(report, place);
    work.say("  " + outcome.headline());
    List<ManifestEntry> again =
        report.bad().stream().filter(VerifiedFile::canBeFetched).map(VerifiedFile::entry).toList();
    int left = report.bad().size() - again.size();
    return new Found(place, again, left, outcome.whatIsLost(), report.interrupted());
  }

  private CommandResult planned(Found found, List<Outlook> plans, Work work) {
    if (found.interrupted() || found.again().isEmpty()) {
      return ended(found, nothing());
    }
    Outlook outlook =
        transfer.outlook(plan(found), work.session().settings().clientOptions(), work);
    PlanSummary summary = new PlanSummary(outlook);
    summary.lines().forEach(work::say);
    summary.obstacles().forEach(work::say);
    summary.shortage().ifPresent(work::say);
    plans.add(outlook);
    return ended(found, CommandResult.ended(outlook.code(), List.of()));
  }

  private CommandResult mended(Found found, Work work) {
    if (found.interrupted() || found.again().isEmpty()) {
      return ended(found, nothing());
    }
    Outlook outlook = transfer.ready(plan(found), work.session().settings().clientOptions(), work);
    new PlanSummary(outlook).lines().forEach(work::say);
    confirmation.accept(outlook.plan());
    Retry retry = Retry.of(command(found.place()));
    return ended(found, transfer.carryOut(outlook, JobRun.unkept(), retry, work));
  }

  private static CommandResult nothing() {
    return CommandResult.talk("nothing to fetch again");
  }

  private static CommandResult ended(Found found, CommandResult fetched) {
    if (found.interrupted()) {
      return CommandResult.ended(ExitCode.INTERRUPTED, List.of());
    }
    if (found.left() == 0 && found.lost().isEmpty()) {
      return fetched;
    }
    List<Part> parts = new ArrayList<>(fetched.answer().parts());
    if (found.left() > 0) {
      parts.add(new Part.Talk("  " + leftAlone(found.left())));
    }
    found.lost().forEach(line -> parts.add(new Part.Talk(line)));
    ExitCode code = fetched.code() == ExitCode.DONE ? ExitCode.DOWNLOADS : fetched.code();
    return CommandResult.ended(code, parts);
  }

  private DownloadPlan plan(Found found) {
    return DownloadPlan.again(found.place(), found.again(), options(found.folder()));
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

  private List<CheckedPlace> places(Arguments arguments, Work work) {
    Function<String, Optional<Word>> word =
        name -> Optional.ofNullable(arguments.options().get(name));
    Optional<Word> where = isNamed(arguments) ? word.apply(OPTION) : word.apply("dir");
    return where.isEmpty()
        ? PlacesToCheck.ofSettings(paths, work)
        : PlacesToCheck.named(where.get(), false, arguments, paths);
  }

  // Without a value the option has its own word.
  private static boolean isNamed(Arguments arguments) {
    return !arguments.options().get(OPTION).text().startsWith("-");
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
    if (isNamed(arguments) && arguments.has("dir")) {
      throw arguments
          .options()
          .get("dir")
          .fault(
              arguments.command().line(),
              "--repair names the folder already",
              "download --repair " + Quoting.quote(arguments.options().get(OPTION).text()));
    }
  }

  private static String command(CheckedPlace place) {
    return "download --repair " + Quoting.quote(place.place().toString());
  }

  private static String leftAlone(int count) {
    return Counts.text(count)
        + (count == 1 ? " bad file is" : " bad files are")
        + " in no manifest, or outside of the folder, and left alone: verify names "
        + (count == 1 ? "it" : "them");
  }
}
