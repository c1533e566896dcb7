package org.mastshell.command;

import java.util.List;
import java.util.Locale;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.PositionFields;
import org.mastshell.vocabulary.SetKind;

/** The data dictionary: what can be asked and shown. */
public final class FieldsCommand implements ShellCommand {
  private final Fields fields;

  /**
   * @param fields the dictionary
   */
  public FieldsCommand(Fields fields) {
    this.fields = fields;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "fields",
        List.of(),
        Groups.FIND,
        "list the fields of criteria and columns",
        "[PATTERN]",
        """
        Fields of observations are for search, those of products for products; filter and show take \
        those of the current set. This set means its own columns, which the archive does not have. PATTERN is a part of a name, an alias or the meaning.\
        """,
        new ArgumentSpec(false, false, true, List.of()),
        List.of(
            new Example("fields", "all of them"),
            new Example("fields time", "those that have to do with time")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    SpareWords.refuse(arguments, 1, "fields takes one pattern");
    NamePattern pattern =
        new NamePattern(arguments.values().stream().map(Word::text).findFirst().orElse(""));
    AnswerTable table =
        new AnswerTable()
            .text("field", "the archive's name, or the word for what is read from names")
            .text("alias", "other words for it")
            .text("of", "the kind of set, or search for where on the sky")
            .text("kind", "what its values are")
            .text("unit", "")
            .text("meaning", "")
            .text("example", "a criterion");
    PositionFields.all().forEach(field -> add(table, "search", field, pattern));
    for (SetKind kind : SetKind.values()) {
      fields.all(kind).forEach(field -> add(table, of(kind, field), field, pattern));
    }
    return table.isEmpty()
        ? CommandResult.done(
            table.part(), new Part.Talk("no field fits " + pattern.typed() + ": fields lists all"))
        : CommandResult.done(table.part());
  }

  // A column that only the current set has can be asked of nobody else.
  private String of(SetKind kind, Field field) {
    boolean known =
        kind.hasOwnColumns()
            || fields.ofArchive().find(field.name(), kind).filter(field::equals).isPresent();
    return known ? kind.plural() : "this set";
  }

  private static void add(AnswerTable table, String of, Field field, NamePattern pattern) {
    if (matches(field, pattern)) {
      table.row(
          field.name(),
          String.join(" ", field.aliases()),
          of,
          field.kind().name().toLowerCase(Locale.ROOT),
          field.unit(),
          field.meaning(),
          field.example());
    }
  }

  private static boolean matches(Field field, NamePattern pattern) {
    return pattern.fits(field.name())
        || field.aliases().stream().anyMatch(pattern::fits)
        || pattern.fits(field.label())
        || pattern.fits(field.meaning());
  }
}
