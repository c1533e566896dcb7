package org.mastshell.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.NameFields;

/** Understands the values of the name's parts that people type in several ways. */
final class NamePartReader implements ValueReader {
  static final String SUFFIX = "suffix";
  static final String EXTENSION = "extension";
  static final String SOURCE = "source";
  static final String STAGE = "stage";

  private static final int SOURCE_DIGITS = 9;
  private static final int OLD_SOURCE_DIGITS = 5;

  private final Field field;
  private final Field extension;
  private final TextReader texts;

  /**
   * @param extension the extension's field, for a suffix that is typed with one
   */
  NamePartReader(Field field, Field extension, TextReader texts) {
    this.field = field;
    this.extension = extension;
    this.texts = texts;
  }

  /** Whether the values of a field need this reader. */
  static boolean reads(Field field) {
    return field.subject().isDerived()
        && List.of(SUFFIX, EXTENSION, SOURCE, STAGE).contains(field.name());
  }

  @Override
  public Meaning equal(ValueText value) {
    String text = value.unescaped().toLowerCase(Locale.ROOT);
    if (text.isEmpty() || value.isRange()) {
      return texts.equal(value);
    }
    return switch (field.name()) {
      case SUFFIX -> suffix(text, Quoting.quote(value.text()));
      case EXTENSION -> extension(text);
      case STAGE -> stage(value, text);
      default -> source(value, text);
    };
  }

  @Override
  public Meaning contains(ValueText value) {
    return texts.contains(value);
  }

  @Override
  public Meaning compare(Operator operator, ValueText value) {
    return texts.compare(operator, value);
  }

  @Override
  public Meaning missing() {
    return texts.missing();
  }

  private Meaning suffix(String typed, String text) {
    String bare = typed.startsWith("_") ? typed.substring(1) : typed;
    int dot = bare.indexOf('.');
    String name = dot < 0 ? bare : bare.substring(0, dot);
    Optional<String> format = dot < 0 ? Optional.empty() : Optional.of(bare.substring(dot + 1));
    if (name.indexOf('_') >= 0) {
      return new Meaning(ending(name, format), text);
    }
    Predicate suffix = Predicate.where(field.subject(), Patterns.equal(name));
    if (format.isEmpty()) {
      return new Meaning(suffix, text);
    }
    Predicate formatted = Predicate.where(extension.subject(), Patterns.equal(format.get()));
    return new Meaning(Predicate.all(List.of(suffix, formatted)), text);
  }

  // A suffix is the last part alone: more than one part is an ending of the whole name.
  private static Predicate ending(String parts, Optional<String> format) {
    String end = "." + format.orElse(String.valueOf(ValueText.ANYTHING));
    return Predicate.where(
        Subject.column(NameFields.PRODUCT_NAME),
        Patterns.equal(ValueText.ANYTHING + "_" + parts + end));
  }

  private Meaning extension(String typed) {
    String bare = typed.startsWith(".") ? typed.substring(1) : typed;
    Match.Equal whole = new Match.Equal(bare);
    if (Patterns.hasWildcard(bare) || bare.indexOf('.') >= 0) {
      return new Meaning(
          Predicate.where(field.subject(), Patterns.equal(bare)), Patterns.typed(bare));
    }
    // gz is also the end of fits.gz.
    Match last = new Match.Wildcard(List.of("", "." + bare));
    return new Meaning(Predicate.where(field.subject(), List.of(whole, last)), bare);
  }

  // Stages 1 and 2 have steps with letters: the number alone means each of them.
  private Meaning stage(ValueText value, String typed) {
    if (!typed.matches("[123]")) {
      return texts.equal(value);
    }
    Match steps = new Match.Wildcard(List.of(typed, ""));
    return new Meaning(Predicate.where(field.subject(), steps), typed);
  }

  private Meaning source(ValueText value, String typed) {
    if (!typed.matches("s?\\d{1," + SOURCE_DIGITS + "}")) {
      return texts.equal(value);
    }
    int number = Integer.parseInt(typed.startsWith("s") ? typed.substring(1) : typed);
    Match now = new Match.Equal(padded(number, SOURCE_DIGITS));
    Match before = new Match.Equal(padded(number, OLD_SOURCE_DIGITS));
    return new Meaning(
        Predicate.where(field.subject(), List.of(now, before)), padded(number, SOURCE_DIGITS));
  }

  private static String padded(int number, int digits) {
    return String.format(Locale.ROOT, "s%0" + digits + "d", number);
  }
}
