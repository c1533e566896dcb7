package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;

/** Forgets sets. */
public final class DropCommand implements ShellCommand {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,6})-(\\d{1,6})");
  private static final String ALL = "all";

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "drop",
        List.of(),
        Groups.SETS,
        "forget sets",
        "SET…|all",
        """
        Cannot be undone; 2-4 are those numbers, all is every set. Sets that were made of them stay, and how they were \
        made is not forgotten: what a dropped set takes is freed when no set is left that was made of \
        it. Where the current set goes, the one before it becomes current.\
        """,
        new ArgumentSpec(false, false, true, List.of()),
        List.of(new Example("search program=1073; products; drop 1", "only the products stay")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    if (arguments.values().isEmpty()) {
      throw MissingWord.behind(arguments, "drop needs a set", "drop 2    results lists them");
    }
    if (isAll(arguments, work.session())) {
      return all(work.session());
    }
    List<WorkingSet> sets = new ArrayList<>();
    for (Word word : arguments.values()) {
      for (String name : names(word, arguments)) {
        sets.add(work.session().find(name));
      }
    }
    List<Part> parts = new ArrayList<>();
    work.session().drop(sets);
    sets.stream()
        .distinct()
        .forEach(set -> parts.add(new Part.Talk("dropped: " + SetLine.text(set))));
    held(sets, work.session()).ifPresent(line -> parts.add(new Part.Talk(line)));
    work.session()
        .current()
        .ifPresent(now -> parts.add(new Part.Talk("current: " + SetLine.text(now))));
    return CommandResult.done(parts);
  }

  // A set may bear that name.
  private static boolean isAll(Arguments arguments, Session session) {
    return arguments.values().size() == 1
        && arguments.values().get(0).text().equals(ALL)
        && session.sets().stream().noneMatch(set -> set.name().filter(ALL::equals).isPresent());
  }

  private static CommandResult all(Session session) {
    List<WorkingSet> sets = session.sets();
    session.drop(sets);
    return CommandResult.done(
        List.of(
            new Part.Talk(
                switch (sets.size()) {
                  case 0 -> "there is no set";
                  case 1 -> "dropped: " + SetLine.text(sets.get(0));
                  default -> "dropped all " + sets.size() + " sets";
                })));
  }

  private static List<String> names(Word word, Arguments arguments) {
    List<String> names = new ArrayList<>();
    for (String part : word.text().split(",", -1)) {
      Matcher range = RANGE.matcher(part);
      if (range.matches()) {
        int first = Integer.parseInt(range.group(1));
        int last = Integer.parseInt(range.group(2));
        if (first > last) {
          throw word.fault(
              arguments.command().line(),
              part + " goes down",
              "drop " + last + "-" + first + "    results lists them");
        }
        for (int number = first; number <= last; number++) {
          names.add(Integer.toString(number));
        }
      } else {
        names.add(part);
      }
    }
    return names;
  }

  // A person who drops sets may do so for the room they take.
  private static Optional<String> held(List<WorkingSet> dropped, Session session) {
    List<Integer> numbers = dropped.stream().map(WorkingSet::number).toList();
    String held =
        session.setsAndAncestors().stream()
            .map(WorkingSet::number)
            .filter(numbers::contains)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return held.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "  the rows of " + held + " stay until what was made of them is dropped as well");
  }
}
