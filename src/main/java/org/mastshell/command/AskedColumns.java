package org.mastshell.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mastshell.language.Arguments;
import org.mastshell.language.CommandLines;
import org.mastshell.language.CommandText;
import org.mastshell.language.Word;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;

/**
 * The columns by which a person has just put rows in order or chosen them: whoever does so wants to
 * see them.
 *
 * @param fields what columns are called
 */
record AskedColumns(Fields fields) {
  private static final String SORT = "sort";
  private static final String PICK = "pick";

  /**
   * Those of a command, then those by which the set was sorted, each once.
   *
   * @param session that has the set
   */
  List<Field> of(Arguments arguments, WorkingSet set, Session session) {
    List<String> names = new ArrayList<>();
    arguments.option(RowChoice.SORT.name()).ifPresent(names::add);
    arguments.criteria().forEach(criterion -> names.add(criterion.field().text()));
    sorting(set, session)
        .ifPresent(sort -> sort.words().stream().map(Word::text).forEach(names::add));
    Set<Field> asked = new LinkedHashSet<>();
    names.stream()
        .flatMap(text -> Stream.of(text.replaceFirst("^-", "").split("[,\\s]+")))
        .flatMap(name -> fields.find(name, set.kind()).stream())
        .filter(field -> field.subject().isDerived() || set.table().has(field.name()))
        .forEach(asked::add);
    return List.copyOf(asked);
  }

  // The command that sorted the rows, where they are still in its order.
  private static Optional<CommandText> sorting(WorkingSet set, Session session) {
    CommandText command = CommandLines.split(set.command()).get(0);
    if (command.name().text().equalsIgnoreCase(SORT)) {
      return Optional.of(command);
    }
    if (!command.name().text().equalsIgnoreCase(PICK) || set.parents().size() != 1) {
      return Optional.empty();
    }
    int parent = set.parents().get(0);
    return session.setsAndAncestors().stream()
        .filter(one -> one.number() == parent)
        .findFirst()
        .flatMap(one -> sorting(one, session));
  }
}
