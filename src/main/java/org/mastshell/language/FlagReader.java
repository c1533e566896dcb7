package org.mastshell.language;

import java.util.Locale;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.vocabulary.Field;

/** Understands true and false. */
final class FlagReader implements ValueReader {
  private final Field field;

  FlagReader(Field field) {
    this.field = field;
  }

  @Override
  public Meaning equal(ValueText value) {
    String flag =
        switch (value.text().toLowerCase(Locale.ROOT)) {
          case "true", "yes", "1" -> "true";
          case "false", "no", "0" -> "false";
          default ->
              throw value.fault(
                  value.raw() + " is neither true nor false",
                  field.name() + " takes true, false or null");
        };
    return new Meaning(Predicate.where(field.subject(), new Match.Equal(flag)), flag);
  }

  @Override
  public Meaning contains(ValueText value) {
    throw onlyEquality(value);
  }

  @Override
  public Meaning compare(Operator operator, ValueText value) {
    throw onlyEquality(value);
  }

  @Override
  public Meaning missing() {
    return new Meaning(Predicate.where(field.subject(), new Match.Missing()), "null");
  }

  private SyntaxException onlyEquality(ValueText value) {
    return value.fault(
        field.name() + " is either true or false", "write " + field.name() + "=true");
  }
}
