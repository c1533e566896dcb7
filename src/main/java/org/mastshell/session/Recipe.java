package org.mastshell.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mastshell.language.CommandLines;
import org.mastshell.language.CommandText;
import org.mastshell.language.Secrets;
import org.mastshell.language.SqlText;
import org.mastshell.language.Word;

/**
 * The shortest list of commands that makes a set again: those of the sets from which it descends,
 * and its own. Going to and fro between sets is not in it; where a command needs a set other than
 * the one made just before, that one gets a name in the recipe.
 */
public final class Recipe {
  private static final String CURRENT = "_";

  private static final String MARK = "@";

  /** Commands of the current set, which may take values from others. */
  private static final Set<String> NARROWING = Set.of("filter", "products");

  /** The number of a set where a value is expected. */
  private static final Pattern VALUES_OF =
      Pattern.compile("(?<=[=~<>,\\s\"'])@(\\d{1,9})(?=[:,\\s\"']|$)");

  /** The command whose words are a statement in SQL. */
  private static final String STATEMENT = "sql";

  private final List<Step> steps;

  private Recipe(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /**
   * One command of a recipe, with what has to be typed around it.
   *
   * @param use the name, in this recipe, of the set to go to first; empty where the one made before
   *     is right, or none is needed
   * @param command as typed; sets that it names have their names in this recipe
   * @param name the name in this recipe of the set that it makes; empty where no later command
   *     needs one
   * @param set that the command made
   */
  public record Step(Optional<String> use, String command, Optional<String> name, WorkingSet set) {

    /** The lines to be typed. */
    public List<String> lines() {
      return Stream.of(use.map("use "::concat), Optional.of(command), name.map("name "::concat))
          .flatMap(Optional::stream)
          .toList();
    }
  }

  /**
   * The recipe of a set.
   *
   * @param session that has the set and those from which it was made
   * @throws NoSuchSetException if one of those was dropped by an earlier version of the program
   */
  public static Recipe of(WorkingSet set, Session session) {
    return new Writing(session).write(set);
  }

  /** The commands, the first search first; at least one. */
  public List<Step> steps() {
    return steps;
  }

  /** All lines of a script that makes the set. */
  public List<String> lines() {
    return steps.stream().flatMap(step -> step.lines().stream()).toList();
  }

  /**
   * A command with other words for the sets that it was made of.
   *
   * @param command as it is kept
   * @param parents their numbers, in order
   * @param words the other word for each
   */
  static String withParents(String command, List<Integer> parents, IntFunction<String> words) {
    if (takesValues(command)) {
      return withValuesOf(command, parents, words);
    }
    return namesSets(command, parents.size())
        ? withSets(command, parents.stream().map(words::apply).toList())
        : command;
  }

  /** Whether a command works on the current set, and may name others for their values alone. */
  private static boolean takesValues(String command) {
    String name = CommandLines.split(command).get(0).name().text();
    return NARROWING.contains(name.toLowerCase(Locale.ROOT));
  }

  private static String withValuesOf(
      String command, List<Integer> parents, IntFunction<String> words) {
    return VALUES_OF
        .matcher(command)
        .replaceAll(
            found -> {
              int place = parents.indexOf(Integer.valueOf(found.group(1)));
              return Matcher.quoteReplacement(
                  place < 0 ? found.group() : MARK + words.apply(parents.get(place)));
            });
  }

  /** Whether a command of so many parents names them, rather than working on the current set. */
  private static boolean namesSets(String command, int parents) {
    return parents > 1 || (parents == 1 && isStatement(CommandLines.split(command).get(0)));
  }

  private static boolean isStatement(CommandText command) {
    return command.name().text().equalsIgnoreCase(STATEMENT);
  }

  // Its tables are its parents, in order.
  private static String withTables(CommandText command, List<String> sets) {
    SqlText statement = SqlText.ofCommand(command);
    List<String> tables =
        statement.tables().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    return command.name().raw()
        + statement.withTables(
            name -> {
              String set = sets.get(tables.indexOf(name.toLowerCase(Locale.ROOT)));
              return Character.isDigit(set.charAt(0)) ? "set" + set : set;
            });
  }

  /**
   * A command that puts sets together, with other words for these sets; its options stay.
   *
   * @param command as typed
   * @param sets a word for each set, in order
   */
  public static String withSets(String command, List<String> sets) {
    CommandText read = CommandLines.split(command).get(0);
    if (isStatement(read)) {
      return withTables(read, sets);
    }
    List<Word> words = read.words();
    List<String> line = new ArrayList<>(List.of(words.get(0).raw()));
    line.addAll(sets);
    for (int place = 1; place < words.size(); place++) {
      String raw = words.get(place).raw();
      if (raw.startsWith("-")) {
        line.add(raw);
        // All options of these commands take a value.
        if (raw.indexOf('=') < 0 && place + 1 < words.size()) {
          place++;
          line.add(words.get(place).raw());
        }
      }
    }
    return String.join(" ", line);
  }

  /** One recipe on its way. */
  private static final class Writing {
    private final Map<Integer, WorkingSet> order = new LinkedHashMap<>();
    private final Set<Integer> named = new HashSet<>();
    private final Map<Integer, WorkingSet> sets = new HashMap<>();
    private final TwoTimes twoTimes = new TwoTimes(sets::get);

    /** Commands that stand for those with which sets were made. */
    private final Map<Integer, String> picks = new HashMap<>();

    Writing(Session session) {
      session.setsAndAncestors().forEach(set -> sets.put(set.number(), set));
    }

    Recipe write(WorkingSet set) {
      collect(set);
      // What has to be named is known only when all has been gone through once.
      steps();
      return new Recipe(steps());
    }

    private void collect(WorkingSet made) {
      if (order.containsKey(made.number())) {
        return;
      }
      for (int parent : made.parents()) {
        parent(made, parent);
      }
      Optional<String> pick = twoTimes.pick(made);
      pick.ifPresent(command -> picks.put(made.number(), command));
      WorkingSet set = pick.isPresent() ? made.of(made.parents().subList(0, 1)) : made;
      for (int parent : set.parents()) {
        collect(parent(set, parent));
      }
      if (set.command().contains(Secrets.LEFT_OUT)) {
        throw new NoSuchSetException(
            "what looked like a token was left out of the command of set "
                + set.word()
                + " when the session was kept",
            "so nothing tells how to make it again: begin with a search");
      }
      order.put(set.number(), set);
    }

    private WorkingSet parent(WorkingSet set, int number) {
      WorkingSet found = sets.get(number);
      if (found == null) {
        throw new NoSuchSetException(
            "set " + number + ", from which set " + set.word() + " was made, is gone",
            "so nothing tells how to make it again: begin with a search");
      }
      return found;
    }

    private List<Step> steps() {
      List<Step> steps = new ArrayList<>();
      int before = 0;
      for (WorkingSet set : order.values()) {
        List<Integer> parents = set.parents();
        Optional<String> use = Optional.empty();
        String command = picks.getOrDefault(set.number(), set.command());
        boolean narrows = takesValues(command);
        if (!narrows && namesSets(command, parents.size())) {
          int current = before;
          command =
              withSets(command, parents.stream().map(parent -> word(parent, current)).toList());
        } else if (!parents.isEmpty() && parents.get(0) != before) {
          use = Optional.of(word(parents.get(0), before));
        }
        if (narrows) {
          command = withValuesOf(command, parents, this::ownWord);
        }
        Optional<String> name =
            named.contains(set.number()) ? Optional.of(name(set)) : Optional.empty();
        steps.add(new Step(use, command, name, set));
        before = set.number();
      }
      return steps;
    }

    private String word(int number, int current) {
      return number == current ? CURRENT : ownWord(number);
    }

    private String ownWord(int number) {
      named.add(number);
      return name(order.get(number));
    }

    private String name(WorkingSet set) {
      // By their place, so that the same way has the same recipe on another day.
      int place = new ArrayList<>(order.keySet()).indexOf(set.number()) + 1;
      return set.name().orElseGet(() -> freeName("set" + place));
    }

    // A person may have called another set so.
    private String freeName(String wanted) {
      boolean taken =
          order.values().stream()
              .flatMap(set -> set.name().stream())
              .map(name -> name.toLowerCase(Locale.ROOT))
              .anyMatch(wanted::equals);
      return taken ? freeName(wanted + "-made") : wanted;
    }
  }
}
