package org.mastshell.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mastshell.language.CommandLines;
import org.mastshell.session.EmbeddedArchive;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.SetKind;

/**
 * Tells where the rows of a set are from, so that nothing that is written of them names an archive
 * which was not asked.
 *
 * @param embedded the archive with made-up data
 */
public record Origins(EmbeddedArchive embedded) {
  /** What files and pages call the data of the embedded archive. */
  static final String MADE_UP = "made-up data of the embedded archive (mastshell --demo)";

  private static final String STATEMENT = "sql";

  /** Where rows are from. */
  enum Origin {
    /** Of an archive that was asked, at least some of them. */
    ARCHIVE,
    /** Of the embedded archive. */
    MADE_UP,
    /** From a file, without any question. */
    FILE,
    /** From nowhere but a statement of a person. */
    STATEMENT
  }

  /**
   * Where the rows of a set are from.
   *
   * @param session that has it and the sets of which it was made
   */
  Origin of(WorkingSet set, Session session) {
    Collection<WorkingSet> beginnings = beginnings(set, session);
    Optional<WorkingSet> asked = beginnings.stream().filter(Origins::wasAskedFor).findFirst();
    if (asked.isPresent()) {
      return embedded.isAt(asked.get().server()) ? Origin.MADE_UP : Origin.ARCHIVE;
    }
    return beginnings.stream().anyMatch(one -> isOf(one, ImportCommand.NAME))
        ? Origin.FILE
        : Origin.STATEMENT;
  }

  /** The archive in words, as files name it; empty where none was asked. */
  Optional<String> archive(WorkingSet set, Session session) {
    return switch (of(set, session)) {
      case ARCHIVE -> Optional.of(set.server());
      case MADE_UP -> Optional.of(MADE_UP);
      case FILE, STATEMENT -> Optional.empty();
    };
  }

  // The sets at which its way begins: fetched, from a file, or of nothing.
  private static Collection<WorkingSet> beginnings(WorkingSet set, Session session) {
    Map<Integer, WorkingSet> here = new HashMap<>();
    session.setsAndAncestors().forEach(one -> here.put(one.number(), one));
    List<WorkingSet> beginnings = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    Deque<WorkingSet> open = new ArrayDeque<>(List.of(set));
    while (!open.isEmpty()) {
      WorkingSet next = open.remove();
      if (next.parents().isEmpty() || wasAskedFor(next)) {
        beginnings.add(next);
      }
      next.parents().stream()
          .filter(seen::add)
          .map(here::get)
          .filter(parent -> parent != null)
          .forEach(open::add);
    }
    return beginnings;
  }

  private static boolean wasAskedFor(WorkingSet set) {
    if (set.parents().isEmpty()) {
      return !isOf(set, ImportCommand.NAME) && !isOf(set, STATEMENT);
    }
    // Products of observations are asked for, also of those from a file.
    return set.kind() == SetKind.PRODUCTS
        && set.observations().equals(set.parents().stream().findFirst());
  }

  private static boolean isOf(WorkingSet set, String command) {
    return CommandLines.split(set.command()).get(0).name().text().equalsIgnoreCase(command);
  }
}
