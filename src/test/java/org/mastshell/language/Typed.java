package org.mastshell.language;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.mastshell.table.ColumnType;
import org.mastshell.table.TableBuilder;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.SetKind;

/** Reads typed lines as a command would, for the tests. */
final class Typed {
  /** A Tuesday. */
  static final Instant NOW = Instant.parse("2026-10-06T12:30:00Z");

  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  static final ArgumentSpec SPEC =
      new ArgumentSpec(
          true,
          true,
          false,
          List.of(
              OptionSpec.flag("exact", "an instrument alone"),
              OptionSpec.flag("all", "everything").withShort('a'),
              OptionSpec.valued("limit", "N", "at most so many").withShort('n'),
              OptionSpec.valued("sort", "COLUMN", "order"),
              new OptionSpec("curl", '\0', "FILE", true, "a script")));

  private static final Glossary GLOSSARY = Glossary.bundled();
  private static final CriteriaReader READER = reader(TypedFiles.none());

  private Typed() {}

  static Arguments arguments(String line) {
    return ArgumentParser.parse(CommandLines.split(line).get(0), SPEC, () -> GLOSSARY);
  }

  static Criteria observations(String criteria) {
    return read("search " + criteria, SetKind.OBSERVATIONS, false);
  }

  static Criteria products(String criteria) {
    return read("filter " + criteria, SetKind.PRODUCTS, false);
  }

  static Criteria read(String line, SetKind kind, boolean exact) {
    return READER.read(arguments(line), kind, exact);
  }

  /** Criteria of a command that judges rows which are here already. */
  static Criteria judgedHere(String line, SetKind kind) {
    return READER.readForRows(arguments(line), kind);
  }

  static Criteria read(Arguments arguments, SetKind kind) {
    return READER.read(arguments, kind, false);
  }

  static CriteriaReader reader(ValueFiles files) {
    return new CriteriaReader(Fields.bundled(), KnownValues.bundled(), CLOCK, files);
  }

  /** Whether a row fits; its cells are like {@code filters=F277W}, those not named are missing. */
  static boolean fits(Criteria criteria, SetKind kind, String... cells) {
    TableBuilder builder = new TableBuilder();
    for (Field field : Fields.bundled().all(kind)) {
      if (!field.subject().isDerived()) {
        builder.column(field.name(), type(field));
      }
    }
    for (String cell : cells) {
      int equals = cell.indexOf('=');
      Field field = Fields.bundled().find(cell.substring(0, equals), kind).orElseThrow();
      set(builder, field, cell.substring(equals + 1));
    }
    builder.endRow();
    return !builder.build().where(criteria.predicate()).isEmpty();
  }

  private static void set(TableBuilder builder, Field field, String text) {
    int place = builder.place(field.name());
    switch (type(field)) {
      case TEXT -> builder.set(place, text);
      case INTEGER -> builder.set(place, Long.parseLong(text));
      case DECIMAL -> builder.set(place, Double.parseDouble(text));
      case BOOLEAN -> builder.set(place, Boolean.parseBoolean(text));
    }
  }

  private static ColumnType type(Field field) {
    return switch (field.kind()) {
      case TEXT, LIST -> ColumnType.TEXT;
      case INTEGER, SIZE -> ColumnType.INTEGER;
      case FLAG -> ColumnType.BOOLEAN;
      default -> ColumnType.DECIMAL;
    };
  }
}
