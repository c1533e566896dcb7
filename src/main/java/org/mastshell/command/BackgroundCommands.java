package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.mastshell.download.DownloadException;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.DownloadReport;
import org.mastshell.download.Downloader;
import org.mastshell.download.HeldJob;
import org.mastshell.download.KeptJob;
import org.mastshell.formats.Format;
import org.mastshell.language.Arguments;
import org.mastshell.output.Answer;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.table.Table;

/** What commands and the shell have to do with downloads in the background, and say of them. */
public final class BackgroundCommands {
  /** The option that asks for one. */
  static final String OPTION = "background";

  private final DownloadJobs jobs;
  private final BackgroundDownloads background;
  private final Transfer transfer;
  private final Queue<Part> events = new ConcurrentLinkedQueue<>();
  // Of those that were begun with one of their own, by number.
  private final Map<Integer, Format> formats = new HashMap<>();

  /**
   * @param jobs that are kept
   * @param background where they are carried out
   * @param transfer knows the token that they need
   */
  public BackgroundCommands(DownloadJobs jobs, BackgroundDownloads background, Transfer transfer) {
    this.jobs = jobs;
    this.background = background;
    this.transfer = transfer;
  }

  /**
   * Goes on only if no format was asked for, or if the script will wait for what it is to have: at
   * a prompt one that ends is told of in words.
   *
   * @throws org.mastshell.language.SyntaxException if one was
   */
  static void refuseFormat(Arguments arguments, Work work) {
    Optional<String> format = arguments.option(FormatOption.SPEC.name());
    if (format.isPresent() && arguments.has(OPTION) && work.console().interactive()) {
      throw arguments
          .options()
          .get(FormatOption.SPEC.name())
          .fault(
              arguments.command().line(),
              "at a prompt it is told in words how a download in the background has ended",
              "leave --format away, or --background");
    }
  }

  /**
   * Begins one. Without a place to keep it there is none: it could be lost without a word.
   *
   * @throws DownloadException if it cannot be kept, or what it is to fetch cannot be written;
   *     nothing is kept then
   */
  CommandResult begin(Outlook outlook, Table products, String command, Work work) {
    Downloader.refuseHopeless(outlook.plan());
    HeldJob held = jobs.keep(outlook.plan(), products, command, work);
    return goOn(held, outlook.roads(), true, work);
  }

  /**
   * Goes on with one that this shell has taken.
   *
   * @throws DownloadException if what it is to fetch cannot be written
   */
  CommandResult goOn(HeldJob held, Work work) {
    FileRoads roads = FileRoads.of(held.job().order(), work.session().settings());
    roads.since(held.job().order()).ifPresent(line -> work.say("  " + line));
    return goOn(held, roads, false, work);
  }

  private CommandResult goOn(HeldJob held, FileRoads roads, boolean planned, Work work) {
    PreparedJob job;
    try {
      job = jobs.prepare(held, work.session().settings(), roads);
      DownloadPlan plan = job.plan();
      Downloader.refuseHopeless(plan);
      // Here a person waits who can be asked to open the keyring.
      transfer.login(plan, job.client(), work);
      if (!planned) {
        Outlook outlook = transfer.outlook(plan, job.client(), roads);
        new PlanSummary(outlook).lines().forEach(work::say);
      }
    } catch (RuntimeException notHere) {
      held.close();
      throw notHere;
    }
    formats.put(job.number(), work.style().format());
    List<Integer> ahead = background.numbers();
    int before = background.add(job, events(job, work));
    return CommandResult.talk(
        "  download "
            + job.number()
            + (planned ? " begins" : " goes on")
            + " in the background"
            + after(before, ahead)
            + " · jobs shows it, jobs pause "
            + (before == 0 ? "" : job.number() + " ")
            + "stops it");
  }

  private static String after(int before, List<Integer> ahead) {
    if (before == 0 || ahead.isEmpty()) {
      return "";
    }
    return before == 1
        ? " after download " + ahead.get(ahead.size() - 1)
        : " after " + Counts.text(before) + " other downloads";
  }

  // At a prompt they would stand in the line that a person types.
  private DownloadEvents events(PreparedJob job, Work work) {
    boolean followed = work.style().format() == Format.JSONL && !work.console().interactive();
    return followed
        ? DownloadEvents.of(OptionalInt.of(job.number()), events::add)
        : DownloadEvents.none();
  }

  /** How downloads ended that nobody has been told of; empty if none did. */
  public Optional<Answer> news() {
    List<Part> parts = new ArrayList<>();
    background.takeEnded().forEach(end -> parts.addAll(told(end, false)));
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Answer(parts));
  }

  /**
   * How one ended, in words.
   *
   * @param below whether they stand below its table
   */
  static List<Part> told(BackgroundDownloads.Ended end, boolean below) {
    List<Part> parts = new ArrayList<>();
    String name = "download " + end.job().number();
    if (end.trouble().isEmpty()) {
      parts.add(
          new Part.Talk(
              name
                  + (end.code() == ExitCode.DONE ? " is done" : " has stopped")
                  + ": "
                  + end.job().held().job().order().command()));
      end.report().ifPresent(report -> parts.addAll(outcome(end, report).talk(below)));
    } else {
      parts.add(new Part.Talk(name + " has stopped: " + end.trouble()));
      if (!end.advice().isEmpty()) {
        parts.add(new Part.Talk("  " + end.advice()));
      }
      parts.add(new Part.Talk("  then " + end.job().retry().command() + " goes on with it"));
    }
    return parts;
  }

  /**
   * Waits at the end of a script, and shows the events of the downloads as they come, where a
   * program follows them.
   *
   * @param work its cancellation stops them
   * @return how the script ends if nothing before has failed
   */
  public Waited await(Work work) {
    EventStream stream = new EventStream(work.console(), work.style());
    background.await(work.cancellation(), () -> tellEvents(stream));
    List<Part> parts = new ArrayList<>();
    ExitCode code = ExitCode.DONE;
    for (BackgroundDownloads.Ended end : background.takeEnded()) {
      Optional<Part> rows = rows(end, work);
      rows.ifPresent(parts::add);
      parts.addAll(told(end, rows.isPresent()));
      code = code == ExitCode.DONE ? end.code() : code;
    }
    boolean stopped = work.cancellation().isCancelled();
    return new Waited(stopped ? ExitCode.INTERRUPTED : code, new Answer(JoinedRows.of(parts)));
  }

  private void tellEvents(EventStream stream) {
    for (Part event = events.poll(); event != null; event = events.poll()) {
      stream.show(event);
    }
  }

  // The rows that the same download has in the foreground: a quiet script has no other word of it.
  private Optional<Part> rows(BackgroundDownloads.Ended end, Work work) {
    Format usual = work.style().format();
    Format format = formats.getOrDefault(end.job().number(), usual);
    Work within = work.in(format);
    return end.report()
        .flatMap(
            report ->
                outcome(end, report)
                    .rows(DownloadOutcome.drawn(within), DownloadOutcome.Wanted.of(report, within)))
        .map(
            rows ->
                format == usual ? rows : new Part.InFormat(format, work.style().harmless(), rows));
  }

  private static DownloadOutcome outcome(BackgroundDownloads.Ended end, DownloadReport report) {
    return new DownloadOutcome(report, end.job().retry(), end.job().roads().areTwo(), false);
  }

  /**
   * What waiting has brought.
   *
   * @param code how the downloads went, the first that failed first
   * @param answer what to say of them
   */
  public record Waited(ExitCode code, Answer answer) {}

  /** The numbers of those that wait for their turn. */
  Set<Integer> waiting() {
    return background.numbers().stream()
        .filter(number -> !background.isRunning(number))
        .collect(Collectors.toSet());
  }

  /** Whether something is running or has not been told of. */
  public boolean isBusy() {
    return !background.numbers().isEmpty() || !background.status().isEmpty();
  }

  /** Stops all, since the shell is left, and says how to go on with them. */
  public Answer leave() {
    List<Integer> numbers = background.numbers();
    // Those that wait go first, so that none of them begins.
    for (int place = numbers.size() - 1; place >= 0; place--) {
      var unused = background.pause(numbers.get(place));
    }
    List<Part> parts = new ArrayList<>();
    news().ifPresent(answer -> parts.addAll(answer.parts()));
    for (KeptJob job : jobs.kept()) {
      if (numbers.contains(job.number())) {
        parts.add(
            new Part.Talk(
                "download "
                    + job.number()
                    + " is paused: "
                    + Counts.text(job.left())
                    + " of "
                    + Counts.of(job.files(), "file", "files")
                    + " left · in the next shell resume "
                    + job.number()
                    + " goes on"));
      }
    }
    return new Answer(parts);
  }
}
