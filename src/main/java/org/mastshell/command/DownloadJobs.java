package org.mastshell.command;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mastshell.download.DownloadException;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.HeldJob;
import org.mastshell.download.JobFolder;
import org.mastshell.download.JobGlance;
import org.mastshell.download.JobOrder;
import org.mastshell.download.JobPlaces;
import org.mastshell.download.JobTally;
import org.mastshell.download.KeptJob;
import org.mastshell.download.PlannedFile.State;
import org.mastshell.download.TransferOptions;
import org.mastshell.language.Quoting;
import org.mastshell.language.SyntaxException;
import org.mastshell.output.Counts;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Fields;

/** Downloads that have not ended: begun here, or left by an earlier shell. */
public final class DownloadJobs {
  private final JobFolder folder;
  private final JobServers servers;
  private final LayoutReader layouts;
  private final Clock clock;

  /**
   * @param folder where they are kept
   * @param embedded the address of the embedded archive, where this program has one
   * @param fields what a layout can name
   * @param clock tells when one was begun
   */
  public DownloadJobs(JobFolder folder, Set<URI> embedded, Fields fields, Clock clock) {
    this.folder = folder;
    this.servers = new JobServers(embedded);
    this.layouts = new LayoutReader(fields);
    this.clock = clock;
  }

  JobFolder folder() {
    return folder;
  }

  /**
   * Keeps a download that begins. One that cannot be kept is carried out nevertheless, and that is
   * said.
   */
  JobRun begin(DownloadPlan plan, Table products, String command, Work work) {
    if (!hasWork(plan)) {
      return JobRun.unkept();
    }
    try {
      return JobRun.first(keep(plan, products, command, work), folder);
    } catch (DownloadException unwritable) {
      work.say("note: " + unwritable.getMessage() + ": resume will not know of it");
      return JobRun.unkept();
    }
  }

  /** Whether a plan asks the archive for anything, or has files that do not come as it is. */
  static boolean hasWork(DownloadPlan plan) {
    return plan.count(State.TO_FETCH) > 0 || plan.count(State.BLOCKED) > 0 || plan.isUpdating();
  }

  /**
   * Keeps a download, and takes it for this shell.
   *
   * @throws DownloadException if it cannot be kept
   */
  HeldJob keep(DownloadPlan plan, Table products, String command, Work work) {
    Settings settings = work.session().settings();
    String server = archiveInUse(settings);
    String source = settings.get(Setting.SOURCE);
    return folder.begin(JobOrder.of(plan, products, server, source, command, clock.instant()));
  }

  /**
   * What it takes to go on with one.
   *
   * @throws CommandException if its archive is not the one in use: no other is ever asked, nor
   *     given a token, since it was not this one that a person meant then
   */
  PreparedJob prepare(HeldJob held, Settings settings) {
    return prepare(held, settings, FileRoads.of(held.job().order(), settings));
  }

  /**
   * The same, where it is known already which way its files come.
   *
   * @throws CommandException if its archive is not the one in use
   */
  PreparedJob prepare(HeldJob held, Settings settings, FileRoads roads) {
    KeptJob job = held.job();
    URI server = servers.address(job.order().server(), job.number());
    if (!isOfArchiveInUse(job, settings)) {
      throw new CommandException(
          ExitCode.FAILED,
          "download %d is of another archive than the one in use: of %s"
              .formatted(job.number(), archive(job)),
          "set server %s; resume %d".formatted(Quoting.quote(server.toString()), job.number()));
    }
    return new PreparedJob(held, options(job), settings.clientOptions(), roads);
  }

  private TransferOptions options(KeptJob job) {
    return job.order()
        .options()
        .transfer(layouts.setting(job.order().options().layout()).layout(), DownloadPlaces.STALL);
  }

  /** What is to be done for one, as the disk is now; empty if its layout is not understood. */
  Optional<DownloadPlan> plan(KeptJob job) {
    try {
      return Optional.of(job.plan(options(job)));
    } catch (SyntaxException | IllegalArgumentException unknownToday) {
      return Optional.empty();
    }
  }

  /** Whether one can be gone on with here: its archive is to be had, its layout is understood. */
  boolean canGoOn(KeptJob job) {
    return servers.has(job.order().server()) && plan(job).isPresent();
  }

  /** The archive that the files of one come from. */
  String archive(KeptJob job) {
    return servers.name(job.order().server());
  }

  /** The archive that the files of one come from, and what to type to go on with it there. */
  String howToReach(KeptJob job) {
    return servers.howToReach(job.order().server(), job.number());
  }

  /** Whether that is the archive in use. */
  boolean isOfArchiveInUse(KeptJob job, Settings settings) {
    return archiveInUse(settings).equals(job.order().server());
  }

  private String archiveInUse(Settings settings) {
    return servers.word(settings.clientOptions().server());
  }

  /** Where files go by such options, and that they come from the archive in use. */
  JobPlaces places(TransferOptions options, Settings settings) {
    return JobPlaces.of(options, archiveInUse(settings));
  }

  /** How far one is that nobody is at. */
  JobTally tally(KeptJob job) {
    return tally(job, false);
  }

  /**
   * How far one is.
   *
   * @param underWay whether this shell or another one is at it
   */
  JobTally tally(KeptJob job, boolean underWay) {
    return plan(job).map(plan -> job.tally(plan, underWay)).orElseGet(job::tally);
  }

  /** The download of that number, if it is kept. */
  Optional<KeptJob> find(int number) {
    return folder.list().stream().filter(job -> job.number() == number).findFirst();
  }

  /** Those that somebody is at, here or in another shell; none where they cannot be read. */
  List<KeptJob> underWay() {
    try {
      return folder.underWay();
    } catch (DownloadException unreadable) {
      return List.of();
    }
  }

  /** Those that no shell is at work on. */
  List<KeptJob> paused(BackgroundDownloads background) {
    return folder.list().stream()
        .filter(job -> !background.has(job.number()))
        .filter(job -> folder.elsewhere(job.number()).isEmpty())
        .toList();
  }

  /**
   * Takes up one that may be taken; says why not else.
   *
   * @param command what it is taken up for, before its number
   */
  HeldJob take(int number, String command) {
    Optional<HeldJob> held = folder.take(number);
    if (held.isPresent()) {
      return held.get();
    }
    if (find(number).isEmpty()) {
      Optional<KeptJob> successor = successor(number);
      if (successor.isPresent()) {
        int other = successor.get().number();
        throw new CommandException(
            ExitCode.FAILED,
            "download %d is kept no more: download %d has its files".formatted(number, other),
            command + " " + other);
      }
      throw new CommandException(
          ExitCode.FAILED,
          "there is no download " + number + ": one whose files are all here is not kept",
          "jobs lists those that are left");
    }
    String owner = folder.elsewhere(number).map(pid -> " (process " + pid + ")").orElse("");
    throw new CommandException(
        ExitCode.FAILED,
        "download " + number + " runs in another shell" + owner,
        "jobs shows how far it is; stop it there first");
  }

  private Optional<KeptJob> successor(int number) {
    return folder.list().stream().filter(job -> job.replaced().contains(number)).findFirst();
  }

  /**
   * Of one that is kept no more, what has become of it; empty if it is kept. It may have come to
   * its end in another shell, or have been dropped there: the disk tells.
   *
   * @param before as it was kept
   */
  Optional<String> end(KeptJob before) {
    int number = before.number();
    if (find(number).isPresent()) {
      return Optional.empty();
    }
    Optional<KeptJob> successor = successor(number);
    if (successor.isPresent()) {
      return Optional.of(
          "download %d: download %d has its files".formatted(number, successor.get().number()));
    }
    int left = tally(before).left();
    return Optional.of(
        left == 0
            ? "download " + number + ": all here"
            : "download %d is kept no more; %s of its files %s not here"
                .formatted(number, Counts.text(left), left == 1 ? "is" : "are"));
  }

  /** What a person should know of jobs when a shell begins. */
  public List<String> welcome(Settings settings) {
    List<String> lines = new ArrayList<>();
    try {
      String inUse = archiveInUse(settings);
      Map<Boolean, List<JobGlance>> paused =
          folder.glance().stream()
              .filter(job -> job.left() > 0 && folder.elsewhere(job.number()).isEmpty())
              .collect(Collectors.partitioningBy(job -> job.places().server().equals(inUse)));
      folder.takeNotes().forEach(note -> lines.add("note: " + note));
      List<JobGlance> near = paused.get(true);
      if (!near.isEmpty()) {
        lines.add(
            pausedLine(
                near,
                "",
                near.size() == 1
                    ? "resume goes on, jobs shows it"
                    : "resume all goes on, jobs shows them"));
      }
      // Resume would leave them alone; jobs says how each is reached.
      List<JobGlance> far = paused.get(false);
      if (!far.isEmpty()) {
        lines.add(
            pausedLine(
                far,
                far.size() == 1 ? " of another archive" : " of other archives",
                far.size() == 1 ? "jobs shows it" : "jobs shows them"));
      }
    } catch (DownloadException unreadable) {
      lines.add("note: " + unreadable.getMessage());
    }
    return lines;
  }

  private String pausedLine(List<JobGlance> paused, String origin, String commands) {
    LeftFiles left = LeftFiles.of(paused, folder);
    return Counts.of(paused.size(), "download", "downloads")
        + origin
        + (paused.size() == 1 ? " has" : " have")
        + " not ended: "
        + Counts.text(left.left())
        + " of "
        + Counts.of(left.files(), "file", "files")
        + " left · "
        + commands;
  }

  /** The numbers of those that are kept, each with its command, to choose from. */
  public List<KeptJob> kept() {
    try {
      return folder.list();
    } catch (DownloadException unreadable) {
      return List.of();
    }
  }
}
