package org.mastshell.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mastshell.language.Arguments;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.session.NoSuchSetException;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.SetKind;

/**
 * The set that a command takes values or targets from by {@code @NAME}. What is made with it
 * descends from it, and its command is kept with {@code @_}: where it is run again, that set is the
 * current one.
 */
final class SetReferences {
  private static final String MARK = "@";

  private final Arguments arguments;
  private final List<Word> words = new ArrayList<>();
  private final List<WorkingSet> sets = new ArrayList<>();

  private SetReferences(Arguments arguments) {
    this.arguments = arguments;
  }

  /**
   * Those of a command.
   *
   * @throws SyntaxException if it names several sets
   */
  static SetReferences in(Arguments arguments, Session session) {
    SetReferences found = new SetReferences(arguments);
    Stream.concat(
            arguments.criteria().stream().flatMap(criterion -> criterion.values().stream()),
            arguments.values().stream())
        .filter(word -> word.text().startsWith(MARK))
        .forEach(word -> found.take(word, session));
    return found;
  }

  private void take(Word word, Session session) {
    String typed = word.text().substring(MARK.length());
    int colon = typed.lastIndexOf(':');
    String name = colon < 0 ? typed : typed.substring(0, colon);
    WorkingSet set = find(name, session);
    if (set == null) {
      return;
    }
    if (!sets.isEmpty() && !sets.contains(set)) {
      throw word.fault(
          arguments.command().line(),
          "a command takes values from one set alone",
          "union puts sets together; export makes a file of one");
    }
    sets.clear();
    sets.add(set);
    // A word may stand for a criterion, too.
    if (words.stream().noneMatch(known -> known.start() == word.start())) {
      words.add(word);
    }
  }

  private static WorkingSet find(String name, Session session) {
    try {
      return name.isBlank() ? null : session.find(name);
    } catch (NoSuchSetException file) {
      return null;
    }
  }

  /** The set; empty where there is none. */
  List<WorkingSet> parents() {
    return List.copyOf(sets);
  }

  /** The command as it is kept. */
  String text() {
    String line = arguments.command().line();
    int start = arguments.command().start();
    StringBuilder text = new StringBuilder(arguments.command().text());
    words.stream()
        .sorted(Comparator.comparingInt(Word::start).reversed())
        .forEach(
            word -> {
              String raw = line.substring(word.start(), word.end());
              int colon = raw.lastIndexOf(':');
              String quote = raw.startsWith(MARK) ? "" : raw.substring(0, 1);
              String kept = colon < 0 ? quote : raw.substring(colon);
              text.replace(
                  word.start() - start,
                  word.end() - start,
                  quote + MARK + SetValueFiles.CURRENT + kept);
            });
    return text.toString();
  }

  /** Makes rows the current set, as rows that came from the archive. */
  WorkingSet keep(SetKind kind, Table rows, Session session) {
    if (!sets.isEmpty()) {
      return session.addQueried(kind, rows, text(), parents());
    }
    String command = arguments.command().text();
    return kind == SetKind.OBSERVATIONS
        ? session.addFetched(rows, command)
        : session.addOf(kind, rows, command);
  }
}
