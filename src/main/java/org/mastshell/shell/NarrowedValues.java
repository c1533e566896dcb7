package org.mastshell.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mastshell.command.CommandInfo;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.RowValues;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;
import org.mastshell.shell.CurrentValues.Wanted;
import org.mastshell.terminal.ShellView.HeldValues;
import org.mastshell.terminal.ShellView.Suggestion;
import org.mastshell.terminal.Words;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueKind;

/** What fields hold in the rows that the words of a command leave of the current set. */
final class NarrowedValues {
  private static final String FILTER = "filter";

  /** Those that leave out guide-star files and previews by themselves. */
  private static final Set<String> THINNING = Set.of(FILTER, "download");

  private static final Set<ValueKind> WITHOUT_RANGE =
      Set.of(ValueKind.TEXT, ValueKind.LIST, ValueKind.FLAG);

  private static final HeldValues COUNTING =
      new HeldValues(Words.of(List.of(), Suggestion::value), false);

  private final CurrentValues current;
  private final List<CommandInfo> commands;
  private final Session session;
  private final KnownValues bundled;

  /**
   * @param current counts them
   * @param commands tell which words they take
   * @param session with whose settings they would run
   * @param bundled tells what values mean
   */
  NarrowedValues(
      CurrentValues current, List<CommandInfo> commands, Session session, KnownValues bundled) {
    this.current = current;
    this.commands = commands;
    this.session = session;
    this.bundled = bundled;
  }

  /**
   * Begins to count what will probably be asked for: what is filtered, and between which values all
   * rows lie.
   *
   * @param present the fields of the set
   */
  void prepare(WorkingSet set, List<Field> present) {
    List<Wanted> likely = new ArrayList<>();
    Narrowing filtered = narrowing(set, FILTER, List.of());
    for (Field field : present) {
      likely.add(new Wanted(field, filtered));
    }
    if (!filtered.isNone()) {
      present.stream()
          .filter(field -> !WITHOUT_RANGE.contains(field.kind()))
          .forEach(field -> likely.add(new Wanted(field, all())));
    }
    current.prepare(set, likely);
  }

  /**
   * What a field holds, waiting no longer for it than a person notices.
   *
   * @param others the other words of the command
   */
  HeldValues of(WorkingSet set, Field field, String command, List<String> others) {
    return current
        .of(set, new Wanted(field, narrowing(set, command, others)))
        .map(found -> held(field, found))
        .orElse(COUNTING);
  }

  /** What a field holds without other words, without waiting for it. */
  HeldValues byNow(WorkingSet set, Field field, String command) {
    return current
        .known(set, new Wanted(field, narrowing(set, command, List.of())))
        .map(found -> held(field, found))
        .orElse(COUNTING);
  }

  /** Between which values all rows lie, if that is known by now and there are such. */
  Optional<String> range(WorkingSet set, Field field) {
    return current
        .known(set, new Wanted(field, all()))
        .filter(values -> !Double.isNaN(values.lowest()))
        .map(values -> RangeText.here(field, values.lowest(), values.highest()));
  }

  private HeldValues held(Field field, RowValues found) {
    return new HeldValues(new ExplainedValues(found, value -> bundled.meaning(field, value)), true);
  }

  private Narrowing all() {
    return new Narrowing(Narrowing.NOTHING, false, List.of(), session.settings());
  }

  private Narrowing narrowing(WorkingSet set, String command, List<String> others) {
    boolean thins = set.kind() == SetKind.PRODUCTS && THINNING.contains(command);
    ArgumentSpec takes =
        commands.stream()
            .filter(info -> info.name().equals(command))
            .findFirst()
            .map(CommandInfo::arguments)
            .orElse(Narrowing.NOTHING);
    return new Narrowing(takes, thins, others, session.settings());
  }
}
