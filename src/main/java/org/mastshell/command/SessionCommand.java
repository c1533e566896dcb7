package org.mastshell.command;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Quoting;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.SavedSessions;
import org.mastshell.session.SessionKeeper;
import org.mastshell.session.SessionName;
import org.mastshell.vocabulary.NearestWords;

/** Lists the sessions that are kept, and keeps, opens, deletes and takes them elsewhere. */
public final class SessionCommand implements ShellCommand {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final SessionKeeper keeper;
  private final SavedSessions saved;
  private final LocalPaths paths;
  private final CommandForms forms =
      new CommandForms("session")
          .with("list", "what is kept", this::list)
          .with("save NAME", "keep this session under a name", this::save)
          .with("load SESSION", "go on with a session", this::load)
          .with("delete SESSION", "remove a session", this::delete)
          .with("export SESSION FILE", "write one file to be taken elsewhere", this::export)
          .with("import FILE NAME", "keep such a file as a session", this::importFrom);

  /**
   * @param keeper keeps the session of this shell
   * @param paths where files are that a person names
   */
  public SessionCommand(SessionKeeper keeper, LocalPaths paths) {
    this.keeper = keeper;
    this.saved = keeper.saved();
    this.paths = paths;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
            "session",
            List.of(),
            Groups.SHELL,
            "keep this session, or open another one",
            "",
            """
        Sets, their names, undo and changed settings are on disk after each command, so that nothing \
        is lost when the program or the machine ends. A shell without a name keeps them as last (and \
        what was there before as previous); mastshell --session NAME and session load NAME go on with \
        a session, session save NAME keeps this one under a name. session alone says where this one \
        is kept.

        A file that is exported holds no token. A session is open in one shell at a time.\
        """,
            new ArgumentSpec(false, false, true, List.of()),
            List.of(
                new Example("session list", "what is kept"),
                new Example("search program=1073; session save lmc", "keep this under a name")))
        .choosing(forms.all());
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return arguments.values().isEmpty()
        ? CommandResult.talk(here(work))
        : forms.run(arguments, work);
  }

  private String here(Work work) {
    String count = count(work.session().sets().size());
    return keeper
        .name()
        .map(name -> "session " + name.text() + " · " + count + " · " + onDisk())
        .orElse(count + " · not kept on disk: session save NAME keeps it");
  }

  private String onDisk() {
    return keeper
        .trouble()
        .map(reason -> "not on disk: " + reason)
        .orElse("on disk after each command");
  }

  private CommandResult list(Arguments arguments, Work work) {
    AnswerTable table =
        new AnswerTable()
            .text("session", "its name")
            .text("open", "where it is open")
            .text("saved", "when it last changed, UTC")
            .size("size", "of its file");
    Optional<SessionName> own = keeper.name();
    for (SavedSessions.Listed one : saved.list()) {
      boolean here = one.open() && own.filter(one.name()::equals).isPresent();
      String open = one.open() ? (here ? "here" : "in another shell") : "";
      table.row(one.name().text(), open, TIME.format(one.saved()), one.bytes());
    }
    List<Part> parts = new ArrayList<>(List.of(table.part()));
    if (table.isEmpty()) {
      parts.add(new Part.Talk("no session is kept yet: session save NAME keeps this one"));
    }
    return CommandResult.done(parts);
  }

  private CommandResult save(Arguments arguments, Work work) {
    keeper.saveAs(name(arguments, 1));
    return CommandResult.talk(here(work));
  }

  private CommandResult load(Arguments arguments, Work work) {
    SessionName name = name(arguments, 1);
    requireThere(name);
    int lost = keeper.name().isEmpty() ? work.session().sets().size() : 0;
    keeper.load(name);
    List<Part> parts = new ArrayList<>();
    if (lost > 0) {
      parts.add(
          new Part.Talk(
              "note: "
                  + count(lost)
                  + " from before "
                  + (lost == 1 ? "was" : "were")
                  + " not kept"));
    }
    parts.add(new Part.Talk(here(work)));
    Map<String, String> settings = work.session().changedSettings();
    if (!settings.isEmpty()) {
      String all =
          settings.entrySet().stream()
              .map(one -> one.getKey() + " " + Quoting.quote(one.getValue()))
              .collect(Collectors.joining(", "));
      parts.add(new Part.Talk("set in this session: " + all));
    }
    work.session()
        .current()
        .ifPresent(set -> parts.add(new Part.Talk("current: " + SetLine.text(set))));
    return CommandResult.done(parts);
  }

  private static String count(int sets) {
    return Counts.text(sets) + (sets == 1 ? " set" : " sets");
  }

  private CommandResult delete(Arguments arguments, Work work) {
    SessionName name = name(arguments, 1);
    requireThere(name);
    saved.delete(name);
    return CommandResult.talk("session " + name.text() + " is deleted");
  }

  private CommandResult export(Arguments arguments, Work work) {
    SessionName name = name(arguments, 1);
    requireThere(name);
    Path target = paths.writable(arguments.values().get(2).text());
    keeper.export(name, target);
    return CommandResult.talk(
        "session " + name.text() + " is in " + target + ": session import there");
  }

  private CommandResult importFrom(Arguments arguments, Work work) {
    SessionName name = name(arguments, 2);
    saved.importFrom(paths.resolve(arguments.values().get(1).text()), name);
    return CommandResult.talk(
        "session " + name.text() + " is here: session load " + name.text() + " opens it");
  }

  private void requireThere(SessionName name) {
    List<String> names = saved.list().stream().map(one -> one.name().text()).toList();
    if (!names.contains(name.text())) {
      throw new CommandException(
          ExitCode.FAILED,
          "there is no session " + name.text(),
          UnknownWords.advice(NearestWords.to(name.text(), names), "session list"));
    }
  }

  private static SessionName name(Arguments arguments, int place) {
    Word word = arguments.values().get(place);
    try {
      return new SessionName(word.text());
    } catch (IllegalArgumentException unfit) {
      throw new SyntaxException(
          word.text() + " cannot be the name of a session",
          arguments.command().line(),
          word.start(),
          word.end(),
          "names hold letters, digits, _, - and ., as in lmc-2026");
    }
  }
}
