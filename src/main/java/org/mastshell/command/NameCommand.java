package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.mastshell.session.SetName;
import org.mastshell.session.WorkingSet;

/** Gives a set a name. */
public final class NameCommand implements ShellCommand {

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "name",
        List.of(),
        Groups.SETS,
        "give a set a name",
        "[SET] NAME",
        """
        A name can be used wherever a set's number can. Without SET the current set gets it. A name \
        that another set has moves to this one. Names begin with a letter, and hold letters, digits, \
        _, - and .\
        """,
        new ArgumentSpec(false, false, true, List.of()),
        List.of(
            new Example("search program=1073 filters=F277W; name lmc", "the current set is lmc"),
            new Example("products; name 2 lmc-files", "set 2 is lmc-files"),
            new Example("use lmc", "back to the observations")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    List<Word> words = arguments.values();
    SpareWords.refuse(arguments, 2, "name takes a set and its name");
    if (words.isEmpty()) {
      throw MissingWord.behind(arguments, "name needs a name", "name lmc    name 2 lmc-files");
    }
    WorkingSet set =
        words.size() == 1
            ? work.session().requireCurrent()
            : work.session().find(words.get(0).text());
    SetName name = read(arguments, words.get(words.size() - 1));
    Optional<WorkingSet> loser = work.session().name(set, name);
    List<Part> parts = new ArrayList<>();
    parts.add(SetLine.of(work.session().find(name.text())));
    set.name()
        .filter(before -> !before.equals(name.text()))
        .ifPresent(before -> parts.add(new Part.Talk("  it is no longer called " + before)));
    loser.ifPresent(
        other ->
            parts.add(
                new Part.Talk("  set " + other.number() + " is no longer called " + name.text())));
    return CommandResult.done(parts);
  }

  /**
   * The name that a word gives a set.
   *
   * @throws org.mastshell.language.SyntaxException if it cannot be one
   */
  static SetName read(Arguments arguments, Word word) {
    try {
      return new SetName(word.text());
    } catch (IllegalArgumentException unfit) {
      throw word.fault(
          arguments.command().line(),
          word.text() + " cannot be the name of a set",
          word.text().equalsIgnoreCase("last")
              ? "last stands for a row; choose another name"
              : "a name begins with a letter, then letters, digits, _, - and . follow: lmc-files");
    }
  }
}
