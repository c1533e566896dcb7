package org.mastshell.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.Recipe;
import org.mastshell.session.Session;
import org.mastshell.session.Setting;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;

/** Makes the current set once more of what the archive has today, and says what is new. */
public final class RefreshCommand implements ShellCommand {
  static final ArgumentSpec ARGUMENTS =
      new ArgumentSpec(false, false, false, List.of(SetKeys.OPTION));

  private final Commands commands;
  private final Fields fields;
  private final SetKeys keys;

  /**
   * @param commands that made the set
   * @param fields what columns are called
   */
  public RefreshCommand(Commands commands, Fields fields) {
    this.commands = commands;
    this.fields = fields;
    this.keys = new SetKeys(fields);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "refresh",
        List.of(),
        Groups.SCRIPTS,
        "make the current set anew, and say what is new",
        "[--by COLUMN]",
        """
        Runs the commands that made the current set again, from the first search on; days like -30d, \
        lists in files and saved product lists are read anew. Rows are compared by obsid or data URI, \
        or by the column that --by names. If anything differs, the sets that were made are kept, the \
        last one becomes current, and the new rows are a set as well; one undo goes back. If nothing \
        does, or a command fails, nothing changes.

        Rows that were picked by number are looked up by obsid or data URI again, except those picked \
        right after sort, where the place in the order counts. Names stay with the older sets.\
        """,
        ARGUMENTS,
        List.of(
            new Example("search mission=JWST program=1073 filters=F277W", "as the archive is now"),
            new Example("refresh", "and as it is some time later")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    Session session = work.session();
    WorkingSet before = session.requireCurrent();
    List<String> lines = LastingRecipe.lines(Recipe.of(before, session), commands);
    Field key = keys.read(arguments, List.of(before));
    Repetition.Outcome repeated = new Repetition(commands, work, "refreshing").run(lines);
    Session made = repeated.made();
    List<Part> parts = new ArrayList<>();
    otherServer(before, session).ifPresent(note -> parts.add(new Part.Talk(note)));
    if (new SetComparison(before, made.requireCurrent(), key, fields).isEmpty()) {
      parts.add(new Part.Talk(unchanged(before)));
      parts.addAll(repeated.leftOut());
      return CommandResult.done(parts);
    }
    WorkingSet after = session.adopt(made);
    News news = new News(new SetComparison(before, after, key, fields));
    Optional<WorkingSet> kept = news.keep(session);
    parts.add(new Part.Talk(news.headline()));
    parts.add(SetLine.of(after));
    parts.addAll(repeated.leftOut());
    parts.add(new Part.Talk(news.where(kept)));
    return CommandResult.done(parts);
  }

  private static String unchanged(WorkingSet set) {
    return "nothing new, gone or changed since "
        + MinuteText.of(set.made())
        + ": still "
        + Counts.of(set.size(), set.kind().word(1), set.kind().word(2))
        + "   #"
        + set.number();
  }

  private static Optional<String> otherServer(WorkingSet set, Session session) {
    String now = session.settings().get(Setting.SERVER);
    return set.server().equals(now)
        ? Optional.empty()
        : Optional.of(
            "  note: "
                + host(now)
                + " was asked, but set "
                + set.word()
                + " came from "
                + host(set.server()));
  }

  private static String host(String server) {
    return URI.create(server).getAuthority();
  }
}
