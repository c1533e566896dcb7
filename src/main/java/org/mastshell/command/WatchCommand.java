package org.mastshell.command;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mastshell.archive.Progress;
import org.mastshell.language.ArgumentParser;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.CommandLines;
import org.mastshell.language.CommandText;
import org.mastshell.language.OptionSpec;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.NoSuchSetException;
import org.mastshell.session.Recipe;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** Repeats a command, and runs another one on what is new. */
public final class WatchCommand implements ShellCommand {
  private static final Duration POLITE = Duration.ofMinutes(1);
  private static final String REFRESH = "refresh";

  private final Supplier<InnerLines> lines;
  private final Fields fields;
  private final Clock clock;

  /**
   * @param lines runs the commands
   * @param fields what columns are called
   * @param clock tells when a round begins
   */
  public WatchCommand(Supplier<InnerLines> lines, Fields fields, Clock clock) {
    this.lines = lines;
    this.fields = fields;
    this.clock = clock;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "watch",
        List.of(),
        Groups.SCRIPTS,
        "repeat a command, and act on what is new",
        "INTERVAL COMMAND [--then COMMAND] [--times N]",
        """
        Runs COMMAND (refresh, searches run NAME, source FILE, or any text in quotes), waits for \
        INTERVAL (30min, 1h, 1d; at least a minute, but for an archive on this computer), and so on, \
        until Ctrl-C (code 130) or after N rounds, with the code of the last round. A round that \
        fails, because the archive is down for instance, is reported, leaves the sets as they were, \
        and the next one comes in its time.

        Rows are new if the set that is current after a round has them and the one before had not. \
        Before the first round that is the current set, if refresh made the new one of it or the \
        same commands made both; else the first round only looks what is there. --then runs a \
        command when rows are new, with them as the current set; afterwards the whole set is current \
        again. Where that command fails, the rows count as new once more in the next round. A round \
        without a difference leaves no sets behind.

        From cron: mastshell --session lmc -c 'watch 1h refresh --times 1 --then "download"' does one \
        round and compares with what the session had.\
        """,
        new ArgumentSpec(
            false,
            false,
            true,
            List.of(
                OptionSpec.valued(WatchLine.THEN, "COMMAND", "run on new rows"),
                OptionSpec.valued(WatchLine.TIMES, "N", "end after so many rounds"))),
        List.of(
            new Example("search program=1073 filters=F277W; products suffix=i2d", "what there is"),
            new Example(
                "watch 1h refresh --times 1 --then \"download --dry-run\"", "what is new")));
  }

  @Override
  public boolean takesCommands() {
    return true;
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    Duration shortest =
        work.session().settings().clientOptions().isLoopback() ? Duration.ZERO : POLITE;
    return new Rounds(WatchLine.read(arguments, lines.get(), shortest), work).run();
  }

  /** One watch from its beginning to its end. */
  private final class Rounds {
    private final WatchLine line;
    private final Work work;
    private final Session session;
    private Optional<WorkingSet> known = Optional.empty();
    private int round;
    private int withNews;
    private int failed;
    private boolean looked;
    private ExitCode last = ExitCode.DONE;
    private Optional<CommandResult> end = Optional.empty();

    Rounds(WatchLine line, Work work) {
      this.line = line;
      this.work = work;
      this.session = work.session();
    }

    CommandResult run() {
      known = session.current();
      while (end.isEmpty()) {
        round++;
        work.say(
            "round " + round + " · " + MinuteText.of(clock.instant()) + " · " + line.command());
        // New rows that were not acted on to the end are new again in another shell.
        lines.get().asOneStep(this::goRound);
        if (end.isEmpty() && line.times().filter(times -> times <= round).isPresent()) {
          end = Optional.of(CommandResult.ended(last, List.of(summary())));
        }
        if (end.isEmpty() && !work.cancellation().isCancelled()) {
          pause();
        }
        if (work.cancellation().isCancelled()) {
          end = Optional.of(CommandResult.ended(ExitCode.INTERRUPTED, List.of(summary())));
        }
      }
      return end.get();
    }

    private void goRound() {
      Session.Checkpoint before = session.checkpoint();
      if (runs(line.command())) {
        known = look(before);
      } else {
        failed++;
        session.backTo(before);
      }
    }

    // Whether the line did what it was to do; exit and stop end the watch as well.
    private boolean runs(String command) {
      CommandResult ended = lines.get().runInside(command);
      last = ended.code();
      if (ended.leaves()) {
        end = Optional.of(ended);
      } else if (ended.stops()) {
        end = Optional.of(CommandResult.ended(last, List.of(summary())));
      }
      return last == ExitCode.DONE;
    }

    // What to compare with in the next round.
    private Optional<WorkingSet> look(Session.Checkpoint before) {
      Optional<WorkingSet> after = session.current();
      if (after.isEmpty()) {
        return known;
      }
      boolean first = known.isEmpty() || !comparable(known.get(), after.get());
      looked = true;
      if (first) {
        work.say("  news will be what comes after this: " + SetLine.text(after.get()));
        return after;
      }
      SetComparison comparison =
          new SetComparison(known.get(), after.get(), key(known.get().kind()), fields);
      if (comparison.isEmpty()) {
        session.backTo(before);
        return known;
      }
      return tell(new News(comparison), before, after.get());
    }

    // Rows are compared as refresh itself compares them.
    private Field key(SetKind kind) {
      SetKeys keys = new SetKeys(fields);
      return refresh()
          .map(arguments -> keys.read(arguments, kind))
          .orElseGet(() -> keys.usual(kind));
    }

    private Optional<WorkingSet> tell(News news, Session.Checkpoint before, WorkingSet after) {
      Optional<WorkingSet> fresh = news.keep(session);
      if (!isRefresh()) {
        work.say("  " + news.headline());
        work.say(news.where(fresh));
      }
      if (fresh.isEmpty()) {
        return Optional.of(after);
      }
      withNews++;
      if (line.then().isEmpty()) {
        return Optional.of(after);
      }
      Session.Checkpoint arrived = session.checkpoint();
      session.use(Integer.toString(fresh.get().number()));
      if (runs(line.then().get())) {
        session.goBackTo(arrived);
        return Optional.of(after);
      }
      // As if the round had not been: the next one finds these rows, and makes their sets once.
      work.say("  these rows stay new, since the command failed that was to be run on them");
      session.backTo(before);
      goTo(known.orElseThrow());
      return known;
    }

    // The command may have dropped it, or loaded another session.
    private void goTo(WorkingSet set) {
      if (session.sets().contains(set)) {
        session.use(Integer.toString(set.number()));
      }
    }

    private boolean isRefresh() {
      return refresh().isPresent();
    }

    private Optional<Arguments> refresh() {
      List<CommandText> commands = CommandLines.split(line.command());
      return commands.size() == 1 && commands.get(0).name().text().equalsIgnoreCase(REFRESH)
          ? Optional.of(ArgumentParser.parse(commands.get(0), RefreshCommand.ARGUMENTS))
          : Optional.empty();
    }

    private boolean comparable(WorkingSet known, WorkingSet after) {
      return known.kind() == after.kind() && (looked || isRefresh() || sameWay(known, after));
    }

    private boolean sameWay(WorkingSet known, WorkingSet after) {
      try {
        return Recipe.of(known, session).lines().equals(Recipe.of(after, session).lines());
      } catch (NoSuchSetException dropped) {
        // How the older one was made is not known any more.
        return false;
      }
    }

    private void pause() {
      String next =
          "round "
              + (round + 1)
              + " at "
              + MinuteText.of(clock.instant().plus(line.interval()))
              + " UTC";
      if (work.console().talkIsTerminal()) {
        try (Watch status = work.watch("watching")) {
          status.update(new Progress.Step(0, 0, "", next + " · Ctrl-C ends"));
          new Pause(work.cancellation()).until(clock, line.interval());
        }
        return;
      }
      work.say("  " + next);
      new Pause(work.cancellation()).until(clock, line.interval());
    }

    private Part summary() {
      return new Part.Talk(
          "watched for "
              + Counts.of(round, "round", "rounds")
              + ", "
              + Counts.text(withNews)
              + " with new rows"
              + (failed == 0 ? "" : ", " + Counts.text(failed) + " failed"));
    }
  }
}
