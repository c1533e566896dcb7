package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.download.CheckedPlace;
import org.mastshell.download.Verification;
import org.mastshell.download.VerificationReport;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.mastshell.session.Setting;

/** Checks downloaded files again. */
public final class VerifyCommand implements ShellCommand {
  private final LocalPaths paths;

  /**
   * @param paths what file names stand for
   */
  public VerifyCommand(LocalPaths paths) {
    this.paths = paths;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "verify",
        List.of(),
        Groups.TAKE,
        "check downloaded files again",
        "[DIR|MANIFEST|FILE] [--quick] [--format FORMAT]",
        """
        Reads the manifest that download keeps, in DIR or else in the folder of the setting \
        download_dir, and compares each file with it: is it there, has it its length and its \
        SHA-256, and is its content whole. FITS files are gone through HDU by HDU, with CHECKSUM and \
        DATASUM where they have them; gzip, zip, tar, JSON, JPEG, PNG, GIF, PDF and ECSV by their own \
        rules. Files that no manifest knows are judged by their content alone. Beside a flat \
        download they are a person's own: a broken one is a warning and no more.

        Of a folder in a download, or of one FILE, the nearest manifest above is taken that records \
        files there, and named; only these are checked. It counts only if it and each folder between \
        are yours and nobody else may write there, since it decides what --repair replaces; named \
        itself, or its folder, it always does. A FILE that no manifest records is judged by \
        its content, and refused where that tells nothing. If manifest.csv is damaged, manifest.json \
        beside it counts; if that is damaged too, each line that can be read does, and the code is \
        5, since nobody knows what else should be here. The next download keeps such a manifest as \
        manifest.csv.….lost-records, and the code stays 5 until you remove that.

        --quick compares existence and length only. Nothing is written or asked of the archive. The \
        code is 5 when a file is damaged or missing, which download --repair fetches again, and 1 where \
        no download has been.\
        """,
        new ArgumentSpec(
            false,
            false,
            true,
            List.of(
                OptionSpec.flag("quick", "compare existence and length, read no file"),
                FormatOption.SPEC)),
        List.of(
            new Example(
                "search program=1073 filters=F277W; products suffix=i2d obsnum=1; unique; download",
                "fetch files"),
            new Example("verify", "are they still what was fetched?"),
            new Example("verify mastDownload/JWST", "those of one mission"),
            new Example("verify mastDownload/manifest.csv --quick", "are they all there?")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return FormatOption.answer(arguments, work, within -> checked(arguments, within));
  }

  private CommandResult checked(Arguments arguments, Work work) {
    SpareWords.refuse(arguments, 1, "verify    verify DIR    verify FILE");
    boolean quick = arguments.has("quick");
    List<CheckedPlace> places = places(arguments, quick, work);
    List<Part> parts = new ArrayList<>();
    ExitCode code = ExitCode.DONE;
    for (CheckedPlace place : places) {
      work.say(PlacesToCheck.heading(place));
      VerificationReport report = check(place, quick, work);
      VerificationOutcome outcome = new VerificationOutcome(report, place);
      if (places.size() > 1) {
        parts.add(new Part.Talk("  " + place.place()));
      }
      int drawn = work.session().settings().whole(Setting.LIMIT);
      parts.addAll(outcome.parts(work.style().format(), drawn));
      code = code == ExitCode.DONE ? outcome.code() : code;
      if (report.interrupted()) {
        code = ExitCode.INTERRUPTED;
        break;
      }
    }
    return CommandResult.ended(code, JoinedRows.of(parts));
  }

  /** Checks files, with a line that says how far it is. */
  static VerificationReport check(CheckedPlace place, boolean quick, Work work) {
    try (Watch watch = work.watch("verifying")) {
      return Verification.of(place).run(quick, watch, work.cancellation());
    }
  }

  private List<CheckedPlace> places(Arguments arguments, boolean quick, Work work) {
    if (arguments.values().isEmpty()) {
      return PlacesToCheck.ofSettings(paths, work);
    }
    Word word = arguments.values().get(0);
    if (word.text().isBlank()) {
      throw word.fault(
          arguments.command().line(),
          "this folder has no name",
          "verify . takes the one that you are in");
    }
    return PlacesToCheck.named(word, quick, arguments, paths);
  }
}
