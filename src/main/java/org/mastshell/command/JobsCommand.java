package org.mastshell.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.HeldJob;
import org.mastshell.download.JobTally;
import org.mastshell.download.KeptJob;
import org.mastshell.download.PlannedFile;
import org.mastshell.formats.Format;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Word;
import org.mastshell.output.Console;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;

/** Lists downloads that have not ended, stops them and forgets them. */
public final class JobsCommand implements ShellCommand {
  private static final int MOST_NAMED = 5;
  private static final String ALL = "all";

  private final DownloadJobs jobs;
  private final BackgroundDownloads background;
  private final CommandForms forms =
      new CommandForms("jobs")
          .with("list", "what is left of downloads", this::list)
          .with("pause [JOB]", "stop one that runs in the background", this::pause)
          .with("drop JOB|all", "forget one, or all; what came stays", this::drop);

  /**
   * @param jobs that are kept
   * @param background those that are carried out
   */
  public JobsCommand(DownloadJobs jobs, BackgroundDownloads background) {
    this.jobs = jobs;
    this.background = background;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
            "jobs",
            List.of(),
            Groups.TAKE,
            "list downloads that have not ended",
            "",
            """
        A download is kept on disk until all its files are here: also when it was stopped by Ctrl-C, \
        or the program or the machine ended, and while some of its files could not be had. jobs alone \
        lists such downloads, those of other shells too, with what is here of them now: files that are \
        done, partly here, waiting, and failed. resume goes on with one, in any later shell.

        jobs pause stops the one that runs in the background, or the one of a number. jobs drop forgets \
        one, jobs drop all those that nobody is at; files and parts that came stay where they are.\
        """,
            new ArgumentSpec(false, false, true, List.of(FormatOption.SPEC)),
            List.of(
                new Example("jobs", "what is left of downloads"),
                new Example("jobs list", "the same")))
        .choosing(forms.all());
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return FormatOption.answer(arguments, work, within -> forms.run(arguments, within));
  }

  private CommandResult list(Arguments arguments, Work work) {
    List<JobRows.Row> rows = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (KeptJob job : jobs.folder().list()) {
      boolean underWay =
          background.isRunning(job.number()) || jobs.folder().elsewhere(job.number()).isPresent();
      JobTally tally = jobs.tally(job, underWay);
      String state = state(job, tally);
      if (tally.left() == 0 && state.equals("paused")) {
        forget(job);
      } else {
        rows.add(new JobRows.Row(job, state, tally, jobs.archive(job)));
        Path into = job.order().options().folder();
        if (job.hasBegun() && !Files.isDirectory(into)) {
          gone.add(
              "  download %d: there is no folder %s any more: mount its disk or put it back; resume %d makes it anew and fetches all"
                  .formatted(job.number(), into, job.number()));
        }
      }
    }
    List<Part> parts = new ArrayList<>();
    jobs.folder().takeNotes().forEach(note -> parts.add(new Part.Talk("note: " + note)));
    Console console = work.console();
    boolean drawn = work.style().format() == Format.TABLE;
    if (!drawn || !rows.isEmpty()) {
      int width = drawn && console.outIsTerminal() ? console.width() : 0;
      parts.add(new JobRows(rows).part(width));
    }
    gone.forEach(line -> parts.add(new Part.Talk(line)));
    if (rows.isEmpty()) {
      parts.add(new Part.Talk("no download is left to go on with"));
    }
    return CommandResult.done(parts);
  }

  private String state(KeptJob job, JobTally tally) {
    if (background.isRunning(job.number())) {
      return "running";
    }
    if (background.has(job.number())) {
      return "queued";
    }
    if (jobs.folder().elsewhere(job.number()).isPresent()) {
      return "in another shell";
    }
    return tally.failed() > 0 && tally.failed() == tally.left() ? "failed" : "paused";
  }

  // All came by another download.
  private void forget(KeptJob job) {
    Optional<HeldJob> taken = jobs.folder().take(job.number());
    if (taken.isPresent()) {
      try (HeldJob held = taken.get()) {
        held.forget();
      }
    }
  }

  private CommandResult pause(Arguments arguments, Work work) {
    List<Integer> numbers = background.numbers();
    int number;
    if (arguments.values().size() > 1) {
      number = JobNumber.of(arguments.values().get(1), arguments);
    } else if (numbers.isEmpty()) {
      throw new CommandException(
          ExitCode.FAILED, "no download runs in the background", "jobs lists what is left");
    } else {
      number = numbers.get(0);
    }
    if (!numbers.contains(number)) {
      throw new CommandException(
          ExitCode.FAILED,
          "download " + number + " does not run in the background of this shell",
          "jobs lists what is left");
    }
    Optional<BackgroundDownloads.Ended> end = background.pause(number);
    return end.map(it -> CommandResult.done(BackgroundCommands.told(it, false)))
        .orElseGet(
            () ->
                CommandResult.talk(
                    "  download " + number + " is paused · resume " + number + " goes on with it"));
  }

  private CommandResult drop(Arguments arguments, Work work) {
    Word word = arguments.values().get(1);
    return word.text().equalsIgnoreCase(ALL) ? dropAll() : drop(JobNumber.of(word, arguments));
  }

  // Those that somebody is at are not meant.
  private CommandResult dropAll() {
    List<Part> parts = new ArrayList<>();
    for (KeptJob job : jobs.paused(background)) {
      try {
        parts.addAll(drop(job.number()).answer().parts());
      } catch (CommandException takenMeanwhile) {
        parts.add(new Part.Talk("  " + takenMeanwhile.getMessage()));
      }
    }
    List<Part> running =
        jobs.folder().list().stream().map(this::stays).flatMap(Optional::stream).toList();
    if (parts.isEmpty()) {
      parts.add(
          new Part.Talk(
              running.isEmpty()
                  ? "  no download is left to forget"
                  : "  no download is forgotten: none is paused"));
    }
    parts.addAll(running);
    return CommandResult.done(parts);
  }

  private Optional<Part> stays(KeptJob job) {
    int number = job.number();
    if (background.has(number)) {
      String state = background.isRunning(number) ? "runs" : "waits for its turn";
      return Optional.of(
          new Part.Talk(
              "  download %d stays, it %s: jobs pause %d, then jobs drop %d"
                  .formatted(number, state, number, number)));
    }
    return jobs.folder()
        .elsewhere(number)
        .map(
            process ->
                new Part.Talk(
                    "  download %d stays, it runs in another shell (process %s)"
                        .formatted(number, process)));
  }

  private CommandResult drop(int number) {
    if (background.has(number)) {
      throw new CommandException(
          ExitCode.FAILED,
          "download " + number + " runs in the background",
          "jobs pause " + number + " stops it; then jobs drop " + number);
    }
    try (HeldJob held = jobs.take(number, "jobs drop")) {
      List<String> parts = parts(jobs.plan(held.job()));
      held.forget();
      return CommandResult.talk("  download " + number + " is forgotten" + stays(parts));
    }
  }

  private static List<String> parts(Optional<DownloadPlan> plan) {
    return plan.stream()
        .flatMap(it -> it.files().stream())
        .filter(file -> file.kept() > 0)
        .map(PlannedFile::target)
        .map(target -> target + ".part")
        .toList();
  }

  private static String stays(List<String> parts) {
    if (parts.isEmpty()) {
      return "; what it fetched stays";
    }
    int more = parts.size() - MOST_NAMED;
    return "; what it fetched stays, "
        + Counts.of(parts.size(), "part of a file", "parts of files")
        + " among it: "
        + String.join(", ", parts.subList(0, Math.min(MOST_NAMED, parts.size())))
        + (more > 0 ? " and " + Counts.text(more) + " more" : "");
  }
}
