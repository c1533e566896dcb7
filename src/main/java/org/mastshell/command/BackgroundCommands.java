package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.archive.Cancellation;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.HeldJob;
import org.mastshell.download.KeptJob;
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

  /**
   * @param jobs that are kept
   * @param background where they are carried out
   */
  public BackgroundCommands(DownloadJobs jobs, BackgroundDownloads background) {
    this.jobs = jobs;
    this.background = background;
  }

  /** Begins one. Without a place to keep it there is none: it could be lost without a word. */
  CommandResult begin(DownloadPlan plan, Table products, String command, Work work) {
    return goOn(jobs.keep(plan, products, command, work), work);
  }

  /** Goes on with one that this shell has taken. */
  CommandResult goOn(HeldJob held, Work work) {
    PreparedJob job;
    try {
      job = jobs.prepare(held, work.session().settings());
    } catch (RuntimeException notHere) {
      held.close();
      throw notHere;
    }
    int before = background.add(job);
    return CommandResult.talk(
        "  download "
            + job.number()
            + (before == 0
                ? " goes on in the background"
                : " begins in the background when "
                    + Counts.of(before, "download", "downloads")
                    + " before it "
                    + (before == 1 ? "has" : "have")
                    + " ended")
            + " · jobs shows it, jobs pause stops it");
  }

  /** How downloads ended that nobody has been told of; empty if none did. */
  public Optional<Answer> news() {
    List<Part> parts = new ArrayList<>();
    background.takeEnded().forEach(end -> parts.addAll(told(end)));
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Answer(parts));
  }

  /** How one ended, in words. */
  static List<Part> told(BackgroundDownloads.Ended end) {
    List<Part> parts = new ArrayList<>();
    String name = "download " + end.job().number();
    if (end.trouble().isEmpty()) {
      parts.add(
          new Part.Talk(
              name
                  + (end.code() == ExitCode.DONE ? " is done" : " has stopped")
                  + ": "
                  + end.job().held().job().order().command()));
      String goesOn = end.job().retry() + " goes on, jobs shows them";
      end.report()
          .map(report -> new DownloadOutcome(report, files -> end.job().retry(), goesOn))
          .ifPresent(outcome -> parts.addAll(outcome.talk()));
    } else {
      parts.add(new Part.Talk(name + " has stopped: " + end.trouble()));
      parts.add(new Part.Talk("  then " + end.job().retry() + " goes on with it"));
    }
    return parts;
  }

  /**
   * Waits at the end of a script.
   *
   * @param cancellation stops them
   * @return how the script ends if nothing before has failed
   */
  public Waited await(Cancellation cancellation) {
    background.await(cancellation);
    List<Part> parts = new ArrayList<>();
    ExitCode code = ExitCode.DONE;
    for (BackgroundDownloads.Ended end : background.takeEnded()) {
      parts.addAll(told(end));
      code = code == ExitCode.DONE ? end.code() : code;
    }
    return new Waited(cancellation.isCancelled() ? ExitCode.INTERRUPTED : code, new Answer(parts));
  }

  /**
   * What waiting has brought.
   *
   * @param code how the downloads went, the first that failed first
   * @param answer what to say of them
   */
  public record Waited(ExitCode code, Answer answer) {}

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
                    + " left · in the next shell resume goes on"));
      }
    }
    return new Answer(parts);
  }
}
