package org.mastshell.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mastshell.language.Arguments;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.session.NoSuchSetException;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.SetKind;

/**
 * The sets that a command takes values or targets from by {@code @NAME}. What is made with them
 * descends from them. A command that works on no other set takes them from one alone, and is kept
 * with {@code @_}: where it is run again, that set is the current one. One that works on the
 * current set is kept with {@code @_} for that, and with the numbers of others.
 */
final class SetReferences {
  private static final String MARK = "@";

  private final Arguments arguments;
  private final Optional<WorkingSet> owner;
  private final List<Mention> mentions = new ArrayList<>();

  private SetReferences(Arguments arguments, Optional<WorkingSet> owner) {
    this.arguments = arguments;
    this.owner = owner;
  }

  /** A set, and where it is named. */
  private record Mention(Word word, WorkingSet set) {}

  /**
   * Those of a command that works on no other set.
   *
   * @throws SyntaxException if it names several sets
   */
  static SetReferences in(Arguments arguments, Session session) {
    return new SetReferences(arguments, Optional.empty()).reading(session);
  }

  /** Those of a command that works on a set, which is the current one when it is run again. */
  static SetReferences beside(WorkingSet owner, Arguments arguments, Session session) {
    return new SetReferences(arguments, Optional.of(owner)).reading(session);
  }

  private SetReferences reading(Session session) {
    AtWords.in(arguments)
        .forEach(
            word ->
                find(AtWords.reference(word).path(), session).ifPresent(set -> take(word, set)));
    return this;
  }

  private void take(Word word, WorkingSet set) {
    if (owner.isEmpty() && mentions.stream().anyMatch(known -> !known.set().equals(set))) {
      throw word.fault(
          arguments.command().line(),
          "a command takes values from one set alone",
          "union puts sets together; export makes a file of one");
    }
    // A word may stand for a criterion, too.
    if (mentions.stream().noneMatch(known -> known.word().start() == word.start())) {
      mentions.add(new Mention(word, set));
    }
  }

  private static Optional<WorkingSet> find(String name, Session session) {
    try {
      return name.isBlank() ? Optional.empty() : Optional.of(session.find(name));
    } catch (NoSuchSetException file) {
      return Optional.empty();
    }
  }

  /** The sets, each once, but for the one that the command works on. */
  List<WorkingSet> parents() {
    return mentions.stream()
        .map(Mention::set)
        .distinct()
        .filter(set -> owner.filter(set::equals).isEmpty())
        .toList();
  }

  /** The command as it is kept. */
  String text() {
    String line = arguments.command().line();
    int start = arguments.command().start();
    StringBuilder text = new StringBuilder(arguments.command().text());
    mentions.stream()
        .sorted(Comparator.comparingInt((Mention one) -> one.word().start()).reversed())
        .forEach(
            mention -> {
              Word word = mention.word();
              String raw = line.substring(word.start(), word.end());
              boolean column = AtWords.reference(word).column().isPresent();
              int colon = column ? raw.lastIndexOf(':') : -1;
              String quote = raw.startsWith(MARK) ? "" : raw.substring(0, 1);
              String kept = colon < 0 ? quote : raw.substring(colon);
              text.replace(
                  word.start() - start,
                  word.end() - start,
                  quote + MARK + word(mention.set()) + kept);
            });
    return text.toString();
  }

  // Of rows that are chosen by number, a set of their own is made when the command is run again.
  private String word(WorkingSet set) {
    boolean current = owner.isEmpty() || (owner.get().equals(set) && arguments.rows().isEmpty());
    return current ? SetValueFiles.CURRENT : Integer.toString(set.number());
  }

  /** Makes rows the current set, as rows that came from the archive. */
  WorkingSet keep(SetKind kind, Table rows, Session session) {
    if (!mentions.isEmpty()) {
      return session.addQueried(kind, rows, text(), parents());
    }
    String command = arguments.command().text();
    return kind == SetKind.OBSERVATIONS
        ? session.addFetched(rows, command)
        : session.addOf(kind, rows, command);
  }
}
