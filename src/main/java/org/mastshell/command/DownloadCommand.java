package org.mastshell.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mastshell.archive.ArchiveException;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.DownloadReport;
import org.mastshell.download.Downloader;
import org.mastshell.download.TransferOptions;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.RowSelections;
import org.mastshell.output.Sizes;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.SetKind;

/** Fetches the files of the current products. */
public final class DownloadCommand implements ShellCommand {
  private static final long ASK_ABOVE_BYTES = 10_000_000_000L;
  private static final int SUGGEST_SCRIPT_ABOVE = 500;
  private static final Duration STALL = Duration.ofMinutes(1);

  private final ArchiveAccess archive;
  private final CriteriaReader criteriaReader;
  private final Logins logins;
  private final LoginPrompt loginPrompt;
  private final CurlScripts curlScripts;
  private final LocalPaths paths;

  /**
   * @param archive where files come from
   * @param criteriaReader understands criteria
   * @param logins the token in use
   * @param loginPrompt asks for one when files turn out to need it
   * @param curlScripts makes scripts in place of a download
   * @param paths what file names stand for
   */
  public DownloadCommand(
      ArchiveAccess archive,
      CriteriaReader criteriaReader,
      Logins logins,
      LoginPrompt loginPrompt,
      CurlScripts curlScripts,
      LocalPaths paths) {
    this.archive = archive;
    this.criteriaReader = criteriaReader;
    this.logins = logins;
    this.loginPrompt = loginPrompt;
    this.curlScripts = curlScripts;
    this.paths = paths;
  }

  @Override
  public CommandInfo info() {
    List<OptionSpec> options = new ArrayList<>(ProductFilter.OPTIONS);
    options.add(OptionSpec.valued("dir", "DIR", "another folder than the setting download_dir"));
    options.add(OptionSpec.flag("flat", "all files in that folder, without folders below it"));
    options.add(OptionSpec.flag("dry-run", "only say what would be done"));
    options.add(
        new OptionSpec(
            "curl", '\0', "FILE", true, "save the archive's script for curl in place of it"));
    options.add(
        new OptionSpec(
            Repair.OPTION,
            '\0',
            "DIR",
            true,
            "fetch again what is damaged or missing in a folder, whatever the current set is"));
    return new CommandInfo(
        "download",
        List.of(),
        Groups.TAKE,
        "fetch the files of the current products",
        "[ROWS] [CRITERION…] [--dir DIR] [--flat] [--dry-run] [--curl [FILE]] [--repair [DIR]]",
        """
        Fetches each file once, several at a time (setting parallel), into \
        mastDownload/<mission>/<obs_id>/<file> below the download folder. A file gets its name only \
        when it is complete; one that is there already is not fetched again. ROWS and criteria choose \
        among the current products, as in filter.

        What became of each file is shown and kept in a manifest. A file that needs a login makes the \
        shell ask for a token; a script says so and ends with code 4 or 5.

        --repair needs no products: it checks the files of a folder as verify does, and fetches again \
        those of its manifest that are damaged or missing. What is there stays until the new file is \
        whole and checked.

        --curl saves the script that the archive itself offers, to be run elsewhere; it holds no token.\
        """,
        new ArgumentSpec(true, true, false, options),
        List.of(
            new Example(
                "search program=1073 filters=F277W; products; unique", "first list products"),
            new Example("filter suffix=i2d extension=fits obsnum=1", "and thin them"),
            new Example("download --dry-run", "what would be fetched, and where to"),
            new Example("download", "fetch them"),
            new Example("download --repair", "later: fetch again what is damaged or missing"),
            new Example("download --curl", "or have curl do it")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    if (arguments.has(Repair.OPTION)) {
      return repair(arguments, work);
    }
    WorkingSet set = work.session().requireCurrent();
    if (set.kind() != SetKind.PRODUCTS) {
      throw new CommandException(
          ExitCode.FAILED,
          "the current set holds observations, not files: list their products first",
          "products    then download");
    }
    Criteria criteria = criteriaReader.readForRows(arguments, SetKind.PRODUCTS);
    Settings settings = work.session().settings();
    Chosen chosen = chosen(arguments, criteria, settings, set);
    criteria.notes().forEach(note -> work.say("  " + note));
    if (!chosen.leftOut().isEmpty()) {
      work.say("  left out: " + chosen.leftOut());
    }
    if (arguments.has("curl")) {
      return curlScripts.save(chosen.products(), arguments, work);
    }
    TransferOptions options = options(arguments, settings);
    DownloadPlan plan = DownloadPlan.of(chosen.products(), options);
    PlanSummary summary = new PlanSummary(plan);
    summary.lines().forEach(work::say);
    if (plan.files().size() > SUGGEST_SCRIPT_ABOVE) {
      work.say("  for so many files there is also: download --curl");
    }
    if (arguments.has("dry-run")) {
      return CommandResult.done(summary.table(settings.whole(Setting.LIMIT)));
    }
    confirmSize(plan, work);
    DownloadReport report = transfer(plan, options, work);
    return new DownloadOutcome(report).result(settings.whole(Setting.LIMIT));
  }

  private CommandResult repair(Arguments arguments, Work work) {
    Settings settings = work.session().settings();
    Repair repair =
        new Repair(
            paths,
            (folder, flat) -> options(folder, flat, settings),
            (plan, options) -> {
              confirmSize(plan, work);
              return transfer(plan, options, work);
            });
    return repair.run(arguments, work);
  }

  private record Chosen(Table products, String leftOut) {}

  private static Chosen chosen(
      Arguments arguments, Criteria criteria, Settings settings, WorkingSet set) {
    Table rows =
        arguments
            .rows()
            .map(
                numbers ->
                    set.table()
                        .select(
                            RowSelections.resolve(numbers, set.size(), arguments.command().line())))
            .orElse(set.table());
    if (!ProductFilter.asked(arguments, criteria)) {
      return new Chosen(rows, "");
    }
    ProductFilter.Outcome outcome = ProductFilter.of(arguments, criteria, settings).apply(rows);
    return new Chosen(outcome.kept(), outcome.leftOut());
  }

  private TransferOptions options(Arguments arguments, Settings settings) {
    String dir = arguments.option("dir").orElse(settings.get(Setting.DOWNLOAD_DIR));
    boolean flat = arguments.has("flat") || settings.get(Setting.LAYOUT).equals("flat");
    return options(paths.resolve(dir), flat, settings);
  }

  private static TransferOptions options(Path folder, boolean flat, Settings settings) {
    return new TransferOptions(
        folder, flat, settings.whole(Setting.PARALLEL), settings.whole(Setting.RETRIES), STALL);
  }

  private static void confirmSize(DownloadPlan plan, Work work) {
    long bytes = plan.bytesToFetch();
    if (bytes > ASK_ABOVE_BYTES
        && work.console().interactive()
        && !work.console().confirm("Fetch " + Sizes.text(bytes) + "?")) {
      throw new CommandException(
          ExitCode.FAILED, "not downloaded", "download --dry-run says what it would be");
    }
  }

  private DownloadReport transfer(DownloadPlan plan, TransferOptions options, Work work) {
    if (plan.exclusive() > 0) {
      logins.load(work.host());
    }
    DownloadReport report = fetch(plan, options, work);
    if (report.refused().isEmpty() || !work.console().interactive() || report.interrupted()) {
      return report;
    }
    work.say(new DownloadOutcome(report).refusal());
    try {
      loginPrompt.ask(work);
    } catch (CommandException | ArchiveException notLoggedIn) {
      // What was fetched already must still be told.
      work.say("  " + notLoggedIn.getMessage());
      return report;
    }
    return report.updatedBy(fetch(plan.only(report.refused()), options, work));
  }

  private DownloadReport fetch(DownloadPlan plan, TransferOptions options, Work work) {
    try (Watch watch = work.watch("downloading")) {
      return new Downloader(archive.client(work.session().settings()).files(), options)
          .run(plan, watch, work.cancellation());
    }
  }
}
