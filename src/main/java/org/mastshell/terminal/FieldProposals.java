package org.mastshell.terminal;

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

  /** The fields that fit what is typed, or else those that it is a typing error of. */
  Offer propose(String typed, FieldList fields, Sequel sequel) {
    Offer fitting = fitting(typed, fields, sequel);
    if (!fitting.isEmpty()) {
      return fitting;
    }
    TypedText text = TypedText.plain(typed);
    Matches<Name> alike = Matching.byError(Words.of(names(fields), Name::word), text);
    if (alike.isEmpty()) {
      alike = Matching.byError(Words.of(aliases(fields), Name::word), text);
    }
    return Offer.of(alike, name -> proposal(name, fields, sequel)).sure();
  }

  /** The fields that fit what is typed, by their names or by what they mean. */
  Offer fitting(String typed, FieldList fields, Sequel sequel) {
    Offer called = called(typed, fields, sequel);
    if (!called.isEmpty()) {
      return called;
    }
    // Who does not know the name of a field may know a word of what it means.
    List<Name> all = names(fields);
    Matches<Name> explained =
        Matching.byWord(
            Words.of(all, Name::word), i -> explanation(all.get(i)), TypedText.plain(typed));
    return Offer.of(explained, name -> proposal(name, fields, sequel));
  }

  /** The fields that fit what is typed by their names. */
  Offer called(String typed, FieldList fields, Sequel sequel) {
    List<Name> aliases = aliases(fields);
    Matches<Name> found = called(names(fields), aliases, TypedText.plain(typed));
    Offer offer = Offer.of(found, name -> proposal(name, fields, sequel));
    // A word that is right already must not grow into one that is none.
    boolean whole = aliases.stream().anyMatch(alias -> alias.word().equalsIgnoreCase(typed));
    return whole && found.count() > 1
        ? new Offer(offer.proposals(), offer.count(), "", false, false, false)
        : offer;
  }

  /** The fields whose names are the nearest to one that does not exist. */
  Offer nearest(String wrong, List<Field> fields) {
    FieldList all = FieldList.of(fields, "fields");
    Offer called = called(wrong, all, Sequel.NOTHING);
    Offer nearest = called.isEmpty() ? propose(wrong, all, Sequel.NOTHING) : called;
    return new Offer(nearest.proposals(), nearest.count(), "", false, false, false);
  }

  private static List<Name> names(FieldList fields) {
    return fields.ordered().stream().map(field -> new Name(field.name(), field)).toList();
  }

  private static List<Name> aliases(FieldList fields) {
    return fields.fields().stream()
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
    return !PositionFields.contains(field.name()) && !FieldList.isReadFromNames(field);
  }

  private static String explanation(Name name) {
    return name.field().label() + " " + name.field().meaning();
  }

  private static Proposal proposal(Name name, FieldList fields, Sequel sequel) {
    Field field = name.field();
    String insert = sequel == Sequel.CRITERION ? name.word() + "=" : name.word();
    Proposal proposal =
        Proposal.word(
            insert,
            name.word(),
            fields.group(field),
            meaning(name.word(), field, fields.parameters()));
    return switch (sequel) {
      case CRITERION -> proposal.unfinished().goingOn();
      case NOTHING -> proposal.unfinished();
      case BLANK -> proposal;
    };
  }

  private static String meaning(String word, Field field, boolean parameter) {
    StringBuilder meaning = new StringBuilder();
    if (!word.equals(field.name())) {
      meaning.append(field.name()).append(": ");
    }
    meaning.append(described(field));
    if (!field.unit().isEmpty()) {
      meaning.append(", ").append(field.unit());
    }
    // A service takes texts and numbers as they come.
    if (!parameter) {
      meaning.append(" · ").append(field.kind().name().toLowerCase(Locale.ROOT));
    }
    if (word.equals(field.name()) && !field.aliases().isEmpty()) {
      meaning.append(" · ").append(String.join(", ", field.aliases()));
    }
    return meaning.toString();
  }

  // A label that is the name once more says nothing.
  private static String described(Field field) {
    boolean bare = field.label().equals(field.name()) && !field.meaning().isEmpty();
    return bare ? field.meaning() : field.label();
  }
}
