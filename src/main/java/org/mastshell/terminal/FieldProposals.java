package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.SetKind;

/**
 * Proposes fields. An alias is proposed where no field of the archive's own name fits, or where it
 * is typed in full.
 */
final class FieldProposals {
  private final ShellView view;

  FieldProposals(ShellView view) {
    this.view = view;
  }

  private record Name(String word, Field field) {}

  /**
   * The fields that fit what is typed.
   *
   * @param after what follows the field's name: {@code =} in a criterion, a blank, or nothing
   */
  List<Proposal> propose(String typed, SetKind kind, String after) {
    List<Name> names = new ArrayList<>();
    List<Name> aliases = new ArrayList<>();
    for (Field field : view.fields(kind)) {
      names.add(new Name(field.name(), field));
      field.aliases().forEach(alias -> aliases.add(new Name(alias, field)));
    }
    return fitting(names, aliases, typed).stream().map(n -> proposal(n, kind, after)).toList();
  }

  private static List<Name> fitting(List<Name> names, List<Name> aliases, String typed) {
    List<Name> found = Matching.byPrefix(names, Name::word, typed);
    if (found.isEmpty()) {
      found = aliases.stream().filter(alias -> alias.word().equalsIgnoreCase(typed)).toList();
    }
    if (found.isEmpty()) {
      found = Matching.byPart(names, Name::word, typed);
    }
    if (found.isEmpty()) {
      found = Matching.byPrefix(aliases, Name::word, typed);
    }
    if (found.isEmpty()) {
      found = Matching.byPart(aliases, Name::word, typed);
    }
    if (found.isEmpty()) {
      List<Name> all = new ArrayList<>(names);
      all.addAll(aliases);
      found = Matching.byError(all, Name::word, typed);
    }
    return found;
  }

  private static Proposal proposal(Name name, SetKind kind, String after) {
    Field field = name.field();
    StringBuilder meaning = new StringBuilder();
    if (!name.word().equals(field.name())) {
      meaning.append(field.name()).append(": ");
    }
    meaning.append(field.label());
    if (!field.unit().isEmpty()) {
      meaning.append(", ").append(field.unit());
    }
    return new Proposal(
        name.word() + after.strip(),
        name.word(),
        "fields of " + kind.plural(),
        meaning.toString(),
        -1,
        after.equals(" "));
  }
}
