package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.archive.ClientOptions;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.Downloader;
import org.mastshell.download.KeptJob;
import org.mastshell.download.ReadManifests;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.RowSelections;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.output.Sizes;
import org.mastshell.session.EmbeddedArchive;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** Fetches the files of the current products. */
public final class DownloadCommand implements ShellCommand {
  private static final long ASK_ABOVE_BYTES = 10_000_000_000L;

  private final Fields fields;
  private final CriteriaReader criteriaReader;
  private final ForegroundTransfer transfer;
  private final CurlScripts curlScripts;
  private final EngineScripts engines;
  private final DownloadJobs jobs;
  private final BackgroundCommands background;
  private final LocalPaths paths;
  private final EmbeddedArchive embedded;
  private final OtherPlaces otherPlaces = new OtherPlaces();

  /**
   * @param fields what a layout can name
   * @param criteriaReader understands criteria
   * @param transfer fetches files
   * @param curlScripts makes scripts in place of a download
   * @param engines makes scripts for other programs
   * @param jobs keeps downloads that have not ended
   * @param background carries them out while the shell is used
   * @param paths what file names stand for
   * @param embedded the archive that ends with this program
   */
  public DownloadCommand(
      Fields fields,
      CriteriaReader criteriaReader,
      ForegroundTransfer transfer,
      CurlScripts curlScripts,
      EngineScripts engines,
      DownloadJobs jobs,
      BackgroundCommands background,
      LocalPaths paths,
      EmbeddedArchive embedded) {
    this.fields = fields;
    this.criteriaReader = criteriaReader;
    this.transfer = transfer;
    this.curlScripts = curlScripts;
    this.engines = engines;
    this.jobs = jobs;
    this.background = background;
    this.paths = paths;
    this.embedded = embedded;
  }

  @Override
  public CommandInfo info() {
    List<OptionSpec> options = new ArrayList<>(ProductFilter.OPTIONS);
    options.addAll(DownloadPlaces.OPTIONS);
    options.add(OptionSpec.flag("update", "fetch files again that are stale"));
    options.add(OptionSpec.flag(BackgroundCommands.OPTION, "fetch while the shell is used"));
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
    options.addAll(EngineScripts.OPTIONS);
    options.add(FormatOption.SPEC);
    return new CommandInfo(
        "download",
        List.of(),
        Groups.TAKE,
        "fetch the files of the current products",
        "[ROWS] [CRITERION…] [--dir DIR] [--layout LAYOUT] [--existing WHICH] [--update]"
            + " [--background] [--dry-run] [--repair [DIR]] [--curl [FILE]]"
            + " [--to ENGINE [FILE] [--shards N]] [--format FORMAT]",
        """
        Fetches each file once, several at a time (setting parallel), into \
        mastDownload/<mission>/<obs_id>/<file> below the download folder. A file gets its name only \
        when it is complete and on the disk; what came of one that was broken off, by Ctrl-C or a crash, \
        stays beside it as <file>.part, and resume, or the next download, goes on with it: Ctrl-C \
        pauses. ROWS and criteria \
        choose among the current products, as in filter.

        A file that is there already is not fetched again. If the archive has processed it anew since \
        (another version or size), it is stale: --update replaces it, and asks the archive about each \
        other file too, with a request that brings no bytes if nothing has changed. A file of which \
        the manifest has no record is here, but nobody knows of which version.

        --layout, or the setting, decides the folders: mast as above; program: \
        mastDownload/<program>/<obs_id>/<file>; flat: all files in the download folder; or a template \
        such as {proposal_id}/{instrument}/{filename}, of any fields of products, of their names or of \
        their observations. A file without a value goes to no-FIELD; a brace is {{; what the archive \
        sends never adds a folder (a / becomes _). Files that are here in another layout are fetched \
        a second time; the plan says so, and which layout finds them.

        Two files never share a place: the second one gets a number (x-2.fits). So does a new file where \
        one stands that has no record and another size. --existing overwrite fetches all anew and \
        replaces what is here once the new file is whole; --existing keep-both numbers the new ones.

        What does not fit the disk, or of which no file can be written, is refused before the first byte, \
        with code 1, which --dry-run has then too. The plan (--dry-run), the progress \
        and the outcomes are there for programs too: docs/formats.md.

        What became of each file is shown and kept in a manifest; what failed is named with the command \
        that tries just that again. A file that needs a login makes the \
        shell ask for a token; a script says so and ends with code 4 or 5.

        --repair needs no products: it checks the files of a folder, or one file, as verify does, and fetches again \
        those of its manifest that are damaged or missing. What is there stays until the new file is \
        whole and checked; what no download put there stays for good, and the new one goes beside it. \
        Of one file, or of a folder below that of the manifest, all that stood there is kept as \
        NAME.damaged: the manifest further up may have been written for something else.

        With --background the prompt comes back at once, a line below it shows how far it is, and how \
        it ended is told before the next prompt; jobs lists such downloads and pauses them. Several run \
        one after the other. A script waits for them at its end. Leaving the shell pauses them.

        --curl saves the script that the archive itself offers, to be run elsewhere; it holds no token.

        --to hands the plan to another program: FILE becomes a bash script that has curl, wget, aria2, \
        s5cmd (from the public cloud bucket) or the tasks of a Slurm array (by curl) fetch what is not \
        here yet, into the same folders. It can be run again: it goes on, checks sizes, refuses web pages \
        and ends with a code other than 0 until all is here; verify judges the contents then. --shards N makes N scripts, or tasks, of about \
        equal bytes. No script holds a token; for exclusive files it reads MAST_API_TOKEN.

        With set source auto, public files come from the archive's cloud bucket where that has them, with \
        set source cloud too, and it is said which it does not have.\
        """,
        new ArgumentSpec(true, true, true, options),
        List.of(
            new Example(
                "search program=1073 filters=F277W; products; unique", "first list products"),
            new Example("filter suffix=i2d extension=fits obsnum=1", "and thin them"),
            new Example("download --dry-run", "what would be fetched, and where to"),
            new Example(
                "download --dry-run --layout {program}/{detector}/{filename}", "in own folders"),
            new Example("download", "fetch them"),
            new Example("download --repair", "later: fetch again what is damaged or missing"),
            new Example("download --background", "fetch them meanwhile: jobs shows how far it is"),
            new Example("download --curl", "or have curl do it"),
            new Example("download --to slurm fetch.sh --shards 8", "or the tasks of a cluster")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return FormatOption.answer(arguments, work, within -> downloaded(arguments, within));
  }

  private CommandResult downloaded(Arguments arguments, Work work) {
    DownloadPlaces.refuseNameless(arguments);
    ScriptPlace.refuseNameless(Optional.ofNullable(arguments.options().get("curl")), arguments);
    if (arguments.has(Repair.OPTION)) {
      return repair(arguments, work);
    }
    WorkingSet set = work.session().requireCurrent();
    if (set.kind() == SetKind.ROWS) {
      CutoutFiles.refuseDownload(set);
    }
    if (set.kind() != SetKind.PRODUCTS) {
      throw new CommandException(
          ExitCode.FAILED,
          "the current set holds "
              + set.kind().plural()
              + ", not files: "
              + (set.kind() == SetKind.ROWS
                  ? "sql gives files where it gives dataURI"
                  : "list their products first"),
          set.kind() == SetKind.ROWS
              ? "sql SELECT dataURI, … FROM products    then download"
              : "products    then download");
    }
    OptionConflicts.ofDownload().refuse(arguments);
    BackgroundCommands.refuseFormat(arguments, work);
    Optional<EngineScripts.Wish> wish = EngineScripts.Wish.of(arguments);
    Criteria criteria = criteriaReader.readForRows(arguments, SetKind.PRODUCTS);
    Settings settings = work.session().settings();
    Chosen chosen = chosen(arguments, criteria, settings, set);
    criteria.notes().forEach(note -> work.say("  " + note));
    if (!chosen.leftOut().isEmpty()) {
      work.say("  left out: " + chosen.leftOut());
    }
    if (chosen.products().isEmpty()) {
      MistypedValues mistyped = MistypedValues.among(set.table());
      new EmptyFilter(set, criteria, mistyped).advice().forEach(work::say);
    }
    if (arguments.has("curl")) {
      return lasting(curlScripts.save(chosen.products(), arguments, work), work);
    }
    DownloadPlaces places = DownloadPlaces.of(arguments, settings, paths, fields);
    ParentValues parents = new ParentValues(work.session(), set);
    Table products = places.complete(chosen.products(), parents);
    // Asked before the disk is looked at: what they fetch meanwhile is theirs.
    List<KeptJob> others = jobs.underWay();
    FilesUnderWay underWay =
        FilesUnderWay.of(jobs.places(places.options(), settings), others, background.waiting());
    DownloadPlan plan =
        plan(products, places, underWay, arguments.has("update"), chosen.products(), parents);
    boolean dry = arguments.has("dry-run");
    Outlook outlook =
        outlook(plan, dry, wish.isPresent(), work)
            .beside(wish.isPresent() ? FilesUnderWay.none() : underWay);
    PlanSummary summary = new PlanSummary(outlook);
    if (dry) {
      List<Part> parts = new ArrayList<>();
      parts.add(new PlanRows(outlook).part(work.style().format(), settings.whole(Setting.LIMIT)));
      // Behind the table: a long one would push them off the screen.
      summary.obstacles().forEach(line -> parts.add(new Part.Talk(line)));
      summary.lines().forEach(line -> parts.add(new Part.Talk(line)));
      summary.next().ifPresent(line -> parts.add(new Part.Talk(line)));
      return CommandResult.ended(outlook.code(), parts);
    }
    summary.lines().forEach(work::say);
    summary.otherWays().ifPresent(line -> work.say("  " + line));
    if (wish.isPresent()) {
      summary.shortage().ifPresent(work::say);
      return lasting(engines.save(plan, wish.get(), arguments, work), work);
    }
    if (outlook.isBlocked()) {
      refuseBlocked(plan, summary, work);
    }
    confirmSize(plan, work);
    otherPlaces.remember(places);
    String command = arguments.command().text();
    if (arguments.has(BackgroundCommands.OPTION) && DownloadJobs.hasWork(plan)) {
      return background.begin(outlook, products, command, work);
    }
    try (JobRun job = jobs.begin(plan, products, command, work)) {
      return transfer.carryOut(outlook, job, job.retryOr(command), work);
    }
  }

  // Kept, it would be a download that goes on with nothing.
  private static void refuseBlocked(DownloadPlan plan, PlanSummary summary, Work work) {
    Downloader.refuseHopeless(plan);
    summary.obstacles().forEach(work::say);
    int files = plan.files().size();
    throw new CommandException(
        ExitCode.FAILED,
        files == 1
            ? "the file cannot be written"
            : "none of the %s files can be written".formatted(Counts.text(files)),
        "move away what stands in the way, then type the same again");
  }

  // Its address is another one when it is started again.
  private CommandResult lasting(CommandResult saved, Work work) {
    boolean isSaved = saved.answer().parts().stream().anyMatch(Part.Value.class::isInstance);
    if (!isSaved || !embedded.isAt(work.session().settings().get(Setting.SERVER))) {
      return saved;
    }
    List<Part> parts = new ArrayList<>(saved.answer().parts());
    parts.add(
        new Part.Talk(
            "  note: it works only while this shell runs, since its server is that of --demo;"
                + " mastshell --serve-demo 0 runs one that lasts"));
    return CommandResult.ended(saved.code(), parts);
  }

  private Outlook outlook(DownloadPlan plan, boolean dry, boolean elsewhere, Work work) {
    if (elsewhere) {
      return transfer.glance(plan, work);
    }
    ClientOptions client = work.session().settings().clientOptions();
    return dry ? transfer.outlook(plan, client, work) : transfer.ready(plan, client, work);
  }

  // What is read for it is forgotten before the transfer begins.
  private DownloadPlan plan(
      Table complete,
      DownloadPlaces places,
      FilesUnderWay underWay,
      boolean update,
      Table products,
      ParentValues parents) {
    ReadManifests manifests = new ReadManifests();
    DownloadPlan found = underWay.within(DownloadPlan.of(complete, places.options(), manifests));
    DownloadPlan planned = update ? found.updating() : found;
    return otherPlaces
        .note(planned, places, products, parents, manifests)
        .map(planned::noting)
        .orElse(planned);
  }

  private CommandResult repair(Arguments arguments, Work work) {
    Settings settings = work.session().settings();
    Repair repair =
        new Repair(
            paths,
            (folder, flat) -> DownloadPlaces.options(folder, flat, settings),
            plan -> confirmSize(plan, work),
            transfer);
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

  private static void confirmSize(DownloadPlan plan, Work work) {
    long bytes = plan.bytesToCome();
    if (bytes > ASK_ABOVE_BYTES
        && work.console().interactive()
        && !work.console().confirm("Fetch " + Sizes.text(bytes) + "?")) {
      throw new CommandException(
          ExitCode.FAILED, "not downloaded", "download --dry-run says what it would be");
    }
  }
}
