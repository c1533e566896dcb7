package org.mastshell.terminal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.PositionFields;

/**
 * Proposes fields. An alias is proposed where no name of the archive's own begins so; one that is
 * typed in full is taken as it is, unless the name of its field begins with it.
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
    Offer called = called(typed, fields, heading, sequel);
    if (!called.isEmpty()) {
      return called;
    }
    // Who does not know the name of a field may know a word of what it means.
    List<Name> all = names(fields);
    Matches<Name> explained =
        Matching.byWord(
            Words.of(all, Name::word), i -> explanation(all.get(i)), TypedText.plain(typed));
    return Offer.of(explained, name -> proposal(name, heading, sequel));
  }

  /** The fields that fit what is typed by their names. */
  Offer called(String typed, List<Field> fields, String heading, Sequel sequel) {
    List<Name> aliases = aliases(fields);
    Matches<Name> found = called(names(fields), aliases, TypedText.plain(typed));
    Offer offer = Offer.of(found, name -> proposal(name, heading, sequel));
    // A word that is right already must not grow into one that is none.
    boolean whole = aliases.stream().anyMatch(alias -> alias.word().equalsIgnoreCase(typed));
    return whole && found.count() > 1
        ? new Offer(offer.proposals(), offer.count(), "", false, false, false)
        : offer;
  }

  /** The fields whose names are the nearest to one that does not exist. */
  Offer nearest(String wrong, List<Field> fields) {
    Offer called = called(wrong, fields, "fields", Sequel.NOTHING);
    Offer nearest = called.isEmpty() ? propose(wrong, fields, "fields", Sequel.NOTHING) : called;
    return new Offer(nearest.proposals(), nearest.count(), "", false, false, false);
  }

  private static List<Name> names(List<Field> fields) {
    return fields.stream().sorted(USUAL_FIRST).map(field -> new Name(field.name(), field)).toList();
  }

  private static List<Name> aliases(List<Field> fields) {
    return fields.stream()
        .flatMap(field -> field.aliases().stream().map(alias -> new Name(alias, field)))
        .toList();
  }

  private static Matches<Name> called(List<Name> all, List<Name> others, TypedText typed) {
    Words<Name> names = Words.of(all, Name::word);
    Matches<Name> begun = Matching.byPrefix(names, typed);
    boolean ofArchive = begun.first().stream().anyMatch(name -> isOfArchive(name.field()));
    Set<Field> there = begun.first().stream().map(Name::field).collect(Collectors.toSet());
    boolean whole =
        others.stream()
            .filter(alias -> !there.contains(alias.field()))
            .anyMatch(alias -> alias.word().equalsIgnoreCase(typed.text()));
    List<Name> absent =
        others.stream()
            .filter(alias -> !there.contains(alias.field()))
            .filter(alias -> !(ofArchive || whole) || alias.word().equalsIgnoreCase(typed.text()))
            .toList();
    Words<Name> aliases = Words.of(absent, Name::word);
    if (!begun.isEmpty() || whole) {
      // What an alias stands for is known by its own name where that holds the alias.
      return Matching.byPrefix(aliases, typed).each(name -> ownName(name, typed)).plus(begun);
    }
    Matches<Name> found = Matching.byPart(names, typed);
    if (found.isEmpty()) {
      found = Matching.byPrefix(aliases, typed);
    }
    return found.isEmpty() ? Matching.byPart(aliases, typed) : found;
  }

  private static Name ownName(Name alias, TypedText typed) {
    boolean known =
        !alias.word().equalsIgnoreCase(typed.text()) && alias.field().name().contains(alias.word());
    return known ? new Name(alias.field().name(), alias.field()) : alias;
  }

  private static boolean isOfArchive(Field field) {
    return !PositionFields.contains(field.name()) && !isReadFromNames(field);
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
