package org.mastshell.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mastshell.download.DownloadedFolder;
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
        "[DIR|MANIFEST] [--quick]",
        """
        Reads the manifest that download keeps, in DIR or else in the folder of the setting \
        download_dir, and compares each file with it: is it there, has it its length and its \
        SHA-256, and is its content whole. FITS files are gone through HDU by HDU, with CHECKSUM and \
        DATASUM where they have them; gzip, zip, tar, JSON, JPEG, PNG, GIF, PDF and ECSV by their own \
        rules. Files that no manifest knows are judged by their content alone. Beside a flat \
        download they are a person's own: a broken one is a warning and no more.

        --quick compares existence and length only. Nothing is written or asked of the archive. The \
        code is 5 when a file is damaged or missing; download --repair fetches those again.\
        """,
        new ArgumentSpec(
            false,
            false,
            true,
            List.of(OptionSpec.flag("quick", "compare existence and length, read no file"))),
        List.of(
            new Example(
                "search program=1073 filters=F277W; products suffix=i2d obsnum=1; unique; download",
                "fetch files"),
            new Example("verify", "are they still what was fetched?"),
            new Example("verify mastDownload/manifest.csv --quick", "are they all there?")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    SpareWords.refuse(arguments, 1, "verify    verify DIR    verify DIR/mastDownload/manifest.csv");
    List<DownloadedFolder> folders = folders(arguments, work);
    List<Part> parts = new ArrayList<>();
    ExitCode code = ExitCode.DONE;
    for (DownloadedFolder folder : folders) {
      work.say("  " + folder.root());
      VerificationReport report = check(folder, arguments.has("quick"), work);
      VerificationOutcome outcome = new VerificationOutcome(report, folder);
      if (folders.size() > 1) {
        parts.add(new Part.Talk("  " + folder.root()));
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

  /** Checks a folder, with a line that says how far it is. */
  static VerificationReport check(DownloadedFolder folder, boolean quick, Work work) {
    try (Watch watch = work.watch("verifying")) {
      return Verification.of(folder).run(quick, watch, work.cancellation());
    }
  }

  private List<DownloadedFolder> folders(Arguments arguments, Work work) {
    if (arguments.values().isEmpty()) {
      return ofSettings(paths, work);
    }
    Word word = arguments.values().get(0);
    if (word.text().isBlank()) {
      throw word.fault(
          arguments.command().line(),
          "this folder has no name",
          "verify . takes the one that you are in");
    }
    Path place = paths.resolve(word.text());
    if (Files.notExists(place)) {
      throw word.fault(
          arguments.command().line(),
          "there is no " + word.text(),
          "verify takes a folder or the manifest in it; looked for " + place);
    }
    return DownloadedFolder.at(place);
  }

  /**
   * The folders that downloads have made in the folder of the settings.
   *
   * @throws CommandException if there are none
   */
  static List<DownloadedFolder> ofSettings(LocalPaths paths, Work work) {
    Path place = paths.resolve(work.session().settings().get(Setting.DOWNLOAD_DIR));
    List<DownloadedFolder> folders = DownloadedFolder.at(place);
    if (!folders.get(0).isOfDownload()) {
      throw new CommandException(
          ExitCode.FAILED,
          "nothing was downloaded into " + place,
          "name the folder: verify DIR, or the manifest: verify DIR/mastDownload/manifest.csv");
    }
    return folders;
  }
}
