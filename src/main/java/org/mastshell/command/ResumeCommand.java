package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mastshell.download.DownloadException;
import org.mastshell.download.HeldJob;
import org.mastshell.download.KeptJob;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Answer;
import org.mastshell.output.Part;
import org.mastshell.session.Settings;

/** Goes on with downloads that have not ended. */
public final class ResumeCommand implements ShellCommand {
  private static final String ALL = "all";

  private final DownloadJobs jobs;
  private final BackgroundDownloads running;
  private final BackgroundCommands background;
  private final ForegroundTransfer transfer;

  /**
   * @param jobs that are kept
   * @param running those that are carried out already
   * @param background carries them out while the shell is used
   * @param transfer carries them out while one waits
   */
  public ResumeCommand(
      DownloadJobs jobs,
      BackgroundDownloads running,
      BackgroundCommands background,
      ForegroundTransfer transfer) {
    this.jobs = jobs;
    this.running = running;
    this.background = background;
    this.transfer = transfer;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "resume",
        List.of(),
        Groups.TAKE,
        "go on with a download",
        "[JOB|all] [--background] [--format FORMAT]",
        """
        Without a number goes on with the latest download that was stopped or lost files, whichever \
        shell it was begun in; all goes on with all of them, one after the other. It looks anew at what \
        is on disk: files that are here are not fetched again, parts are built upon, and what failed is \
        tried again. Files come from where they came (setting source), unless that is set otherwise now. \
        No set is needed, and none is changed. Only the archive in use is asked (setting \
        server): downloads of other archives are left alone, and named. jobs lists what is left.\
        """,
        new ArgumentSpec(
            false,
            false,
            true,
            List.of(
                OptionSpec.flag(BackgroundCommands.OPTION, "fetch while the shell is used"),
                FormatOption.SPEC)),
        List.of(
            new Example("resume", "go on with the latest"),
            new Example("resume all --background", "go on with all meanwhile")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return FormatOption.answer(arguments, work, within -> resumed(arguments, within));
  }

  private CommandResult resumed(Arguments arguments, Work work) {
    SpareWords.refuse(arguments, 1, "resume takes one number, or all");
    BackgroundCommands.refuseFormat(arguments, work);
    List<Integer> numbers = numbers(arguments, work);
    jobs.folder().takeNotes().forEach(note -> work.say("note: " + note));
    if (numbers.isEmpty()) {
      return CommandResult.done(nothingLeft());
    }
    ExitCode code = ExitCode.DONE;
    Map<Integer, KeptJob> begun =
        jobs.folder().list().stream()
            .collect(Collectors.toMap(KeptJob::number, Function.identity()));
    EventStream told = new EventStream(work.console(), work.style());
    for (int number : numbers) {
      if (numbers.size() == 1) {
        return goOn(number, arguments, work);
      }
      CommandResult one = tried(number, Optional.ofNullable(begun.get(number)), arguments, work);
      code = code == ExitCode.DONE ? one.code() : code;
      // The first is told of before the second begins, which may take long.
      one.answer().parts().forEach(told::show);
      if (one.code() == ExitCode.INTERRUPTED) {
        return new CommandResult(Answer.none(), ExitCode.INTERRUPTED, false);
      }
    }
    return new CommandResult(Answer.none(), code, false);
  }

  // One of several: what stands before it does not stand before the others.
  private CommandResult tried(
      int number, Optional<KeptJob> before, Arguments arguments, Work work) {
    try {
      Optional<String> over = before.flatMap(jobs::end);
      return over.isPresent() ? CommandResult.talk(over.get()) : goOn(number, arguments, work);
    } catch (CommandException trouble) {
      return passedOver(number, trouble.code(), trouble.getMessage(), trouble.advice());
    } catch (DownloadException trouble) {
      return passedOver(number, ExitCode.FAILED, trouble.getMessage(), List.of(trouble.advice()));
    } catch (SyntaxException trouble) {
      return passedOver(
          number, ExitCode.FAILED, trouble.getMessage(), List.of("jobs drop " + number));
    }
  }

  private static CommandResult passedOver(
      int number, ExitCode code, String trouble, List<String> advice) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Talk("download " + number + " cannot be gone on with: " + trouble));
    advice.forEach(line -> parts.add(new Part.Talk("  " + line)));
    return CommandResult.ended(code, parts);
  }

  private List<Integer> numbers(Arguments arguments, Work work) {
    Optional<Word> word = arguments.values().stream().findFirst();
    if (word.isPresent() && !word.get().text().equalsIgnoreCase(ALL)) {
      int number = JobNumber.of(word.get(), arguments);
      if (running.has(number)) {
        throw new CommandException(
            ExitCode.FAILED,
            "download " + number + " runs in the background already",
            "jobs shows how far it is");
      }
      return List.of(number);
    }
    List<KeptJob> paused =
        jobs.paused(running).stream().filter(job -> jobs.tally(job).left() > 0).toList();
    Settings settings = work.session().settings();
    List<KeptJob> near =
        paused.stream().filter(job -> jobs.isOfArchiveInUse(job, settings)).toList();
    if (word.isPresent()) {
      if (!near.isEmpty()) {
        paused.stream().filter(job -> !near.contains(job)).map(this::leftAlone).forEach(work::say);
      }
      return near.stream().map(KeptJob::number).toList();
    }
    // Where none is possible, the latest says why.
    return Stream.of(near.stream().filter(jobs::canGoOn).toList(), near)
        .filter(some -> !some.isEmpty())
        .findFirst()
        .map(some -> List.of(some.get(some.size() - 1).number()))
        .orElse(List.of());
  }

  private CommandResult goOn(int number, Arguments arguments, Work work) {
    HeldJob held = jobs.take(number, "resume");
    if (arguments.has(BackgroundCommands.OPTION)) {
      work.say(heading(held.job()));
      return background.goOn(held, work);
    }
    try (JobRun run = JobRun.again(held, jobs.folder())) {
      PreparedJob job = jobs.prepare(held, work.session().settings());
      work.say(heading(held.job()));
      job.roads().since(held.job().order()).ifPresent(line -> work.say("  " + line));
      Outlook outlook = transfer.ready(job.plan(), job.client(), job.roads(), work);
      new PlanSummary(outlook).lines().forEach(work::say);
      return transfer.carryOut(outlook, run, job.retry(), work);
    }
  }

  // Many are begun by the same word.
  private static String heading(KeptJob job) {
    return "download %d: begun %s UTC by: %s"
        .formatted(job.number(), MinuteText.of(job.order().begun()), job.order().command());
  }

  // Those that nobody goes on with by a word are named, so that none is thought to be lost.
  private List<Part> nothingLeft() {
    List<KeptJob> others =
        jobs.paused(running).stream().filter(job -> jobs.tally(job).left() > 0).toList();
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Part.Talk(
            others.isEmpty()
                ? "no download is left to go on with"
                : "no download of the archive in use is left to go on with"));
    others.forEach(job -> parts.add(new Part.Talk(leftAlone(job))));
    for (KeptJob job : jobs.folder().list()) {
      String folder = job.order().options().folder().toString();
      String name = "  download " + job.number();
      if (running.has(job.number())) {
        parts.add(new Part.Talk(name + " runs in the background of this shell, into " + folder));
      } else {
        jobs.folder()
            .elsewhere(job.number())
            .ifPresent(
                process ->
                    parts.add(
                        new Part.Talk(
                            "%s runs in another shell (process %s), into %s"
                                .formatted(name, process, folder))));
      }
    }
    return parts;
  }

  private String leftAlone(KeptJob job) {
    return "  left alone: download %d, of %s".formatted(job.number(), jobs.howToReach(job));
  }
}
