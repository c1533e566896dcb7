package org.mastshell.terminal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.PositionFields;

/**
 * Proposes fields. An alias is proposed where no field of the archive's own name fits; one that is
 * typed in full is taken as it is, unless a name of the archive begins with it.
 */
final class FieldProposals {
  // What people have a word of their own for is what they ask for most.
  private static final Comparator<Field> USUAL_FIRST =
      Comparator.<Field, Boolean>comparing(field -> !PositionFields.contains(field.name()))
          .thenComparing(FieldProposals::isReadFromNames)
          .thenComparing(field -> field.aliases().isEmpty());

  /** What follows the name of a field. */
  enum Sequel {
    /** The operator, and then values. */
    CRITERION,
    /** An operator that stands there already. */
    NOTHING,
    /** A blank. */
    BLANK
  }

  private record Name(String word, Field field) {}

  /**
   * The fields that fit what is typed, or else those that it is a typing error of.
   *
   * @param fields those that may stand there
   * @param heading under which they are listed
   */
  Offer propose(String typed, List<Field> fields, String heading, Sequel sequel) {
    Offer fitting = fitting(typed, fields, heading, sequel);
    if (!fitting.isEmpty()) {
      return fitting;
    }
    TypedText text = TypedText.plain(typed);
    Matches<Name> alike = Matching.byError(Words.of(names(fields), Name::word), text);
    if (alike.isEmpty()) {
      alike = Matching.byError(Words.of(aliases(fields), Name::word), text);
    }
    return Offer.of(alike, name -> proposal(name, heading, sequel)).sure();
  }

  /** The fields that fit what is typed, by their names or by what they mean. */
  Offer fitting(String typed, List<Field> fields, String heading, Sequel sequel) {
    List<Name> aliases = aliases(fields);
    Matches<Name> found = fitting(names(fields), aliases, TypedText.plain(typed));
    Offer offer = Offer.of(found, name -> proposal(name, heading, sequel));
    // A word that is right already must not grow into one that is none.
    boolean whole = aliases.stream().anyMatch(alias -> alias.word().equalsIgnoreCase(typed));
    return whole && found.count() > 1
        ? new Offer(offer.proposals(), offer.count(), "", false, false, false)
        : offer;
  }

  private static List<Name> names(List<Field> fields) {
    return fields.stream().sorted(USUAL_FIRST).map(field -> new Name(field.name(), field)).toList();
  }

  private static List<Name> aliases(List<Field> fields) {
    return fields.stream()
        .flatMap(field -> field.aliases().stream().map(alias -> new Name(alias, field)))
        .toList();
  }

  private static Matches<Name> fitting(List<Name> all, List<Name> others, TypedText typed) {
    Words<Name> names = Words.of(all, Name::word);
    Words<Name> aliases = Words.of(others, Name::word);
    Matches<Name> found = Matching.byPrefix(names, typed);
    if (found.isEmpty()) {
      List<Name> equal =
          others.stream().filter(a -> a.word().equalsIgnoreCase(typed.text())).toList();
      found = Matching.byPrefix(Words.of(equal, Name::word), typed);
    }
    if (found.isEmpty()) {
      found = Matching.byPart(names, typed);
    }
    if (found.isEmpty()) {
      found = Matching.byPrefix(aliases, typed);
    }
    if (found.isEmpty()) {
      found = Matching.byPart(aliases, typed);
    }
    if (found.isEmpty()) {
      // Who does not know the name of a field may know a word of what it means.
      found = Matching.byWord(names, i -> explanation(all.get(i)), typed);
    }
    return found;
  }

  private static String explanation(Name name) {
    return name.field().label() + " " + name.field().meaning();
  }

  private static Proposal proposal(Name name, String heading, Sequel sequel) {
    Field field = name.field();
    String insert = sequel == Sequel.CRITERION ? name.word() + "=" : name.word();
    Proposal proposal =
        Proposal.word(insert, name.word(), group(field, heading), meaning(name.word(), field));
    return switch (sequel) {
      case CRITERION -> proposal.unfinished().goingOn();
      case NOTHING -> proposal.unfinished();
      case BLANK -> proposal;
    };
  }

  private static String group(Field field, String heading) {
    if (PositionFields.contains(field.name())) {
      return "where on the sky";
    }
    return isReadFromNames(field) ? heading + ", read from names" : heading;
  }

  private static boolean isReadFromNames(Field field) {
    return field.subject().derivation() != null;
  }

  private static String meaning(String word, Field field) {
    StringBuilder meaning = new StringBuilder();
    if (!word.equals(field.name())) {
      meaning.append(field.name()).append(": ");
    }
    meaning.append(field.label());
    if (!field.unit().isEmpty()) {
      meaning.append(", ").append(field.unit());
    }
    meaning.append(" · ").append(field.kind().name().toLowerCase(Locale.ROOT));
    if (word.equals(field.name()) && !field.aliases().isEmpty()) {
      meaning.append(" · ").append(String.join(", ", field.aliases()));
    }
    return meaning.toString();
  }
}
