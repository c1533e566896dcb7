package org.mastshell.command;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.CommandLines;
import org.mastshell.language.CommandText;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.Recipe;
import org.mastshell.session.SavedSearches;
import org.mastshell.session.SetName;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.NearestWords;

/** Keeps the way to a set under a name, and goes it again on another day. */
public final class SearchesCommand implements ShellCommand {
  private static final String REPLACE = "replace";

  private final Commands commands;
  private final SavedSearches saved;
  private final Clock clock;
  private final CommandForms forms =
      new CommandForms("searches")
          .with("list", "what is kept", this::list)
          .with("save NAME", "keep the way to the current set", this::save)
          .with("run SEARCH", "go it again, and make the result the current set", this::runSaved)
          .with("show SEARCH", "the commands", this::show)
          .with("delete SEARCH", "remove it", this::delete);

  /**
   * @param commands that a search consists of
   * @param saved where searches are kept
   * @param clock tells when one was saved
   */
  public SearchesCommand(Commands commands, SavedSearches saved, Clock clock) {
    this.commands = commands;
    this.saved = saved;
    this.clock = clock;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
            "searches",
            List.of(),
            Groups.SCRIPTS,
            "keep the way to a set, and go it again",
            "[--replace]",
            """
        What is kept are the commands that made the current set, from the first search on, with the \
        values that variables had. When they are run again days like -30d, lists in files and \
        product lists are read anew. searches alone lists what is kept.

        A search is a text file in the folder searches of the state folder, which can be read, \
        changed, and run by source (then with the settings of the day, such as mission and \
        guide_stars; searches run goes by none). Rows that were picked by number are in it by obsid or data URI, \
        except those picked right after sort. A name is kept by one search: --replace puts another \
        in its place.\
        """,
            new ArgumentSpec(
                false,
                false,
                true,
                List.of(OptionSpec.flag(REPLACE, "save in place of a search of that name"))),
            List.of(
                new Example(
                    "search program=1073 filters=F277W; products suffix=i2d", "a set of files"),
                new Example("searches save lmc-mosaics --replace", "how it was made"),
                new Example("searches show lmc-mosaics", "the commands"),
                new Example("searches run lmc-mosaics", "once more, some day"),
                new Example("searches", "what is kept")))
        .choosing(forms.all());
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return forms.run(arguments, work);
  }

  private CommandResult list(Arguments arguments, Work work) {
    AnswerTable table =
        new AnswerTable()
            .text("search", "its name")
            .text("saved", "when, UTC")
            .whole("commands", "how many")
            .text("begins", "the first of them");
    for (SavedSearches.Saved search : saved.list()) {
      List<CommandText> found = split(search);
      String first = found.isEmpty() ? "" : found.get(0).text();
      table.row(search.name().text(), MinuteText.of(search.saved()), found.size(), first);
    }
    return table.isEmpty()
        ? CommandResult.done(
            table.part(),
            new Part.Talk(
                "no search is kept yet: searches save NAME keeps that of the current set"))
        : CommandResult.done(table.part());
  }

  private CommandResult save(Arguments arguments, Work work) {
    SetName name = name(arguments);
    WorkingSet set = work.session().requireCurrent();
    if (!arguments.has(REPLACE) && saved.find(name.text()).isPresent()) {
      throw new CommandException(
          ExitCode.FAILED,
          "there is a search " + name.text() + " already",
          "searches save " + name.text() + " --replace puts this one in its place");
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "# "
            + name.text()
            + ": "
            + Counts.text(set.size())
            + " "
            + set.kind().word(set.size())
            + " on "
            + MinuteText.of(clock.instant())
            + " UTC, from "
            + URI.create(set.server()).getAuthority());
    List<String> recipe = LastingRecipe.lines(Recipe.of(set, work.session()), commands);
    WrittenScript script = new WrittenScript();
    recipe.forEach(script::command);
    lines.addAll(recipe);
    saved.save(name, lines);
    List<Part> said = new ArrayList<>();
    said.add(
        new Part.Talk(
            "search "
                + name.text()
                + " is kept: "
                + Counts.of(recipe.size(), "command", "commands")
                + " · searches run "
                + name.text()));
    for (String file : RelativeFiles.of(recipe, commands)) {
      said.add(
          new Part.Talk(
              "  it reads "
                  + file
                  + " in the current folder of that time; a whole path holds anywhere"));
    }
    return CommandResult.done(said);
  }

  private CommandResult runSaved(Arguments arguments, Work work) {
    SavedSearches.Saved search = find(arguments);
    List<CommandText> found = split(search);
    if (found.isEmpty()) {
      throw new CommandException(
          ExitCode.FAILED, search.file() + " holds no command", "searches save makes it anew");
    }
    for (CommandText command : found) {
      if (!Repetition.allows(command)) {
        throw new CommandException(
            ExitCode.USAGE,
            search.file() + " holds " + command.name().text() + ", which makes no set",
            "source runs a file with any commands");
      }
    }
    Repetition.Outcome repeated =
        new Repetition(commands, work, "searching")
            .run(found.stream().map(CommandText::text).toList());
    List<Part> parts = new ArrayList<>();
    parts.add(SetLine.of(work.session().adopt(repeated.made())));
    parts.addAll(repeated.leftOut());
    return CommandResult.done(parts);
  }

  private CommandResult show(Arguments arguments, Work work) {
    List<Part> parts = new ArrayList<>();
    find(arguments).lines().forEach(line -> parts.add(new Part.Text(line)));
    return CommandResult.done(parts);
  }

  private CommandResult delete(Arguments arguments, Work work) {
    SavedSearches.Saved search = find(arguments);
    saved.delete(search);
    return CommandResult.talk("search " + search.name().text() + " is deleted");
  }

  // A person may have changed the file.
  private static List<CommandText> split(SavedSearches.Saved search) {
    List<CommandText> found = new ArrayList<>();
    for (int line = 0; line < search.lines().size(); line++) {
      try {
        found.addAll(CommandLines.split(search.lines().get(line)));
      } catch (SyntaxException unreadable) {
        throw new CommandException(
            ExitCode.USAGE,
            search.file() + ":" + (line + 1) + ": " + unreadable.getMessage(),
            unreadable.advice());
      }
    }
    return found;
  }

  private SavedSearches.Saved find(Arguments arguments) {
    Word word = arguments.values().get(1);
    Optional<SavedSearches.Saved> found = saved.find(word.text());
    if (found.isPresent()) {
      return found.get();
    }
    List<String> names = saved.list().stream().map(one -> one.name().text()).toList();
    SyntaxException unknown =
        word.fault(
            arguments.command().line(),
            "no search is called " + word.text(),
            UnknownWords.advice(NearestWords.to(word.text(), names), "searches"));
    throw unknown.rightWith(NearestWords.only(word.text(), names));
  }

  private static SetName name(Arguments arguments) {
    Word word = arguments.values().get(1);
    try {
      return new SetName(word.text());
    } catch (IllegalArgumentException unfit) {
      throw word.fault(
          arguments.command().line(),
          word.text() + " cannot be the name of a search",
          "a name begins with a letter, then letters, digits, _, - and . follow: lmc-files");
    }
  }
}
