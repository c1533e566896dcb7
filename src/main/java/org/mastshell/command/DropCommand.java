package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;

/** Forgets sets. */
public final class DropCommand implements ShellCommand {

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "drop",
        List.of(),
        Groups.SETS,
        "forget sets",
        "SET…",
        """
        Frees what they take, and cannot be undone. Sets that were made of them stay. Where the \
        current set goes, the one before it becomes current.\
        """,
        new ArgumentSpec(false, false, true, List.of()),
        List.of(new Example("search program=1073; products; drop 1", "only the products stay")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    if (arguments.values().isEmpty()) {
      throw MissingWord.behind(arguments, "drop needs a set", "drop 2    results lists them");
    }
    List<WorkingSet> sets = new ArrayList<>();
    for (Word word : arguments.values()) {
      sets.add(work.session().find(word.text()));
    }
    work.session().drop(sets);
    List<Part> parts = new ArrayList<>();
    sets.stream()
        .distinct()
        .forEach(set -> parts.add(new Part.Talk("dropped: " + SetLine.text(set))));
    work.session()
        .current()
        .ifPresent(now -> parts.add(new Part.Talk("current: " + SetLine.text(now))));
    return CommandResult.done(parts);
  }
}
