package org.mastshell.shell;

import java.util.Optional;
import org.mastshell.archive.Cancellation;
import org.mastshell.command.CommandResult;
import org.mastshell.command.ExitCode;
import org.mastshell.command.Work;
import org.mastshell.language.Correction;
import org.mastshell.language.Secrets;
import org.mastshell.output.Answer;
import org.mastshell.output.Console;
import org.mastshell.output.OutputClosedException;
import org.mastshell.output.Pager;
import org.mastshell.output.Part;
import org.mastshell.output.Presenter;
import org.mastshell.session.Session;
import org.mastshell.session.SessionKeeper;
import org.mastshell.session.SessionTrouble;
import org.springframework.shell.core.command.ExitStatus;

/**
 * What happens around each run of a command: interruption, the way it speaks, showing its answer.
 */
final class CommandRuns {
  /** The status that says that the shell is to end. */
  static final String LEAVE = "leave";

  /** The status that says that the script is to end. */
  static final String STOP = "stop";

  private final Session session;
  private final Consoles consoles;
  private final Interrupts interrupts;
  private final SessionKeeper keeper;
  private Pager pager;
  private boolean ended;
  private Optional<Correction> suggested = Optional.empty();
  private Optional<SessionTrouble> trouble = Optional.empty();
  private int steps;
  private String troubleSaid = "";

  CommandRuns(SessionKeeper keeper, Consoles consoles, Interrupts interrupts) {
    this.keeper = keeper;
    this.session = keeper.session();
    this.consoles = consoles;
    this.interrupts = interrupts;
  }

  Cancellation begin() {
    return interrupts.begin();
  }

  Console console() {
    return consoles.console();
  }

  void end() {
    interrupts.end();
  }

  Work work(Cancellation cancellation) {
    return new Work(session, consoles.console(), consoles.style(session.settings()), cancellation);
  }

  /** Does something that runs commands, and puts on disk what they did only when it is done. */
  void keepingAtEnd(Runnable work) {
    steps++;
    try {
      work.run();
    } finally {
      steps--;
      keep();
      sayTrouble();
    }
  }

  /** Puts what has changed on disk; where that fails the work goes on. */
  void keep() {
    if (steps > 0) {
      return;
    }
    try {
      keeper.keep();
      trouble = Optional.empty();
    } catch (SessionTrouble failure) {
      trouble = Optional.of(failure);
    }
  }

  /** Says that the session is not on disk, once as long as the reason is the same. */
  void sayTrouble() {
    keeper.takeNote().ifPresent(note -> presenter().warning(note));
    String message = trouble.map(SessionTrouble::getMessage).orElse("");
    if (!message.equals(troubleSaid)) {
      troubleSaid = message;
      trouble.ifPresent(failure -> presenter().warning(message, "  " + failure.advice()));
    }
  }

  /** Tries once more to put on disk what is not there yet, and says if it ends with the program. */
  void keepAtEnd() {
    if (ended) {
      return;
    }
    ended = true;
    keep();
    keeper.takeNote().ifPresent(note -> presenter().warning(note));
    if (trouble.isPresent()) {
      presenter().warning("the session ends without being on disk");
    }
  }

  /** Takes a line down before it is run, where a log is kept. */
  void takeDown(String line) {
    String shown = Secrets.mayHold(line) ? "(a line that may hold a token)" : line;
    consoles.transcript().typed(new Prompt(session).text(), shown);
  }

  /** Puts the log on disk; where it has ended by itself, says so once. */
  void keepLog() {
    consoles.transcript().flush();
    consoles
        .transcript()
        .takeTrouble()
        .ifPresent(
            why -> presenter().show(Answer.talk("warning: " + why, "  log FILE begins another")));
  }

  /** Shows the answer; the status carries how the run ended. */
  ExitStatus show(CommandResult result) {
    suggested = result.correction();
    show(result.answer(), result.code());
    return new ExitStatus(result.code().number(), description(result));
  }

  /**
   * Shows an answer. What there is to say is said even if nobody reads its data; of something that
   * failed the code counts.
   *
   * @throws OutputClosedException if nobody reads what went well
   */
  void show(Answer answer, ExitCode code) {
    boolean closed = false;
    Optional<OutputClosedException> unread = Optional.empty();
    for (Part part : answer.parts()) {
      if (closed && !part.isTalk()) {
        continue;
      }
      try {
        presenter().show(Answer.of(part));
      } catch (OutputClosedException nobodyReads) {
        closed = true;
        unread = code == ExitCode.DONE ? Optional.of(nobodyReads) : Optional.empty();
      }
    }
    if (unread.isPresent()) {
      throw unread.get();
    }
  }

  private static String description(CommandResult result) {
    if (result.leaves()) {
      return LEAVE;
    }
    return result.stops() ? STOP : result.code().name();
  }

  /** What the last answer suggests instead of its command; asked again, nothing. */
  Optional<Correction> takeSuggested() {
    Optional<Correction> taken = suggested;
    suggested = Optional.empty();
    return taken;
  }

  /** How a run ended that was called off. */
  static ExitStatus interrupted() {
    return new ExitStatus(ExitCode.INTERRUPTED.number(), ExitCode.INTERRUPTED.name());
  }

  /** From now on long tables go through a pager, where the settings want it. */
  void pageWith(Pager screenPager) {
    pager =
        (heading, lines, all) -> {
          if (consoles.transcript().file().isPresent()) {
            heading.forEach(line -> consoles.transcript().shown(line + "\n"));
            lines.forEach(line -> consoles.transcript().shown(line + "\n"));
          }
          consoles
              .asides()
              .whileTyping(
                  () -> {
                    screenPager.page(heading, lines, all);
                    return null;
                  });
        };
  }

  Presenter presenter() {
    return new Presenter(consoles.console(), consoles.style(session.settings()), pager);
  }

  static ExitCode codeOf(ExitStatus status) {
    for (ExitCode code : ExitCode.values()) {
      if (code.number() == status.code()) {
        return code;
      }
    }
    return ExitCode.FAILED;
  }
}
