package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.archive.ArchiveException;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.mastshell.session.Settings;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.ValueCounts;
import org.mastshell.table.ValueCounts.ValueCount;
import org.mastshell.vocabulary.ArchiveWords;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValue;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.SetKind;

/** Lists the values that a field has. */
public final class ValuesCommand implements ShellCommand {
  private final Fields fields;
  private final KnownValues bundled;
  private final LiveValues live;

  /**
   * @param fields what fields there are
   * @param bundled values that come with the program
   * @param live values that the archive lists
   */
  public ValuesCommand(Fields fields, KnownValues bundled, LiveValues live) {
    this.fields = fields;
    this.bundled = bundled;
    this.live = live;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "values",
        List.of(),
        Groups.FIND,
        "list the known values of a field",
        "FIELD [PATTERN] [--here]",
        """
        The archive's own list with the number of observations for each value, where it has one; else \
        the values of the current set; else those that come with the program. --here counts the \
        current set only. PATTERN is a part of the value.\
        """,
        new ArgumentSpec(
            false,
            false,
            true,
            List.of(OptionSpec.flag("here", "count the rows of the current set"))),
        List.of(
            new Example("values instrument_name nir", "instruments with nir in their name"),
            new Example(
                "search program=1073; values filters --here", "filters of what was found")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    SpareWords.refuse(arguments, 2, "values takes a field and one pattern");
    Field field = field(arguments, work);
    NamePattern pattern =
        new NamePattern(arguments.values().stream().skip(1).map(Word::text).findFirst().orElse(""));
    AnswerTable table =
        new AnswerTable().text("value", "").whole("count", "rows with it").text("meaning", "");
    Listed listed = listed(arguments.has("here"), field, work);
    for (KnownValue value : listed.values()) {
      if (pattern.fits(value.value())) {
        table.row(value.value(), value.count() < 0 ? null : value.count(), value.meaning());
      }
    }
    List<Part> parts = new ArrayList<>(List.of(table.part()));
    if (table.isEmpty()) {
      parts.add(new Part.Talk(nothing(field, pattern, listed.values().size())));
    }
    listed.note().ifPresent(note -> parts.add(new Part.Talk(note)));
    return CommandResult.done(parts);
  }

  private static String nothing(Field field, NamePattern pattern, int known) {
    String example = field.example().isEmpty() ? "" : "; it looks like " + field.example();
    return known == 0
        ? "no list of values for " + field.name() + " is known" + example
        : "none of the " + known + " values of " + field.name() + " fits " + pattern.typed();
  }

  private record Listed(List<KnownValue> values, Optional<String> note) {}

  private Listed listed(boolean here, Field field, Work work) {
    Optional<WorkingSet> current =
        work.session().current().filter(set -> field.sets().contains(set.kind()));
    if (here) {
      WorkingSet set = work.session().requireCurrent();
      return new Listed(counted(set, field), Optional.of("counted in set #" + set.number()));
    }
    return isKnownToArchive(field) && !field.subject().isDerived()
        ? ofArchive(field, work, current)
        : known(field, current);
  }

  // A column of the person's own may be called by a word for another one of the archive.
  private boolean isKnownToArchive(Field field) {
    return fields
        .ofArchive()
        .find(field.name(), SetKind.OBSERVATIONS)
        .filter(field::equals)
        .isPresent();
  }

  private Listed ofArchive(Field field, Work work, Optional<WorkingSet> current) {
    Settings settings = work.session().settings();
    boolean asked = live.isOld(settings);
    Optional<String> trouble = fetch(settings, work);
    Optional<ArchiveWords> words = live.words(settings);
    List<ValueCount> counts = words.map(said -> said.of(field)).orElse(List.of());
    if (!counts.isEmpty()) {
      String date = MinuteText.of(words.get().asked());
      Optional<String> kept =
          asked
              ? Optional.empty()
              : Optional.of("as of " + date + "; vocabulary refresh asks again");
      return new Listed(
          explained(field, counts),
          trouble.map(why -> why + "; these are its values of " + date).or(() -> kept));
    }
    if (trouble.isEmpty()) {
      return known(field, current);
    }
    List<KnownValue> known = bundled.of(field);
    String date = bundled.date(field);
    return new Listed(
        known,
        known.isEmpty()
            ? trouble
            : trouble.map(why -> why + "; these are the values of " + date + counted(known)));
  }

  private static String counted(List<KnownValue> values) {
    return values.stream().allMatch(value -> value.count() < 0) ? ", without counts" : "";
  }

  /** Why the archive did not say what it has, if it did not. */
  private Optional<String> fetch(Settings settings, Work work) {
    if (!live.isOld(settings)) {
      return Optional.empty();
    }
    try (Watch watch = work.watch(VocabularyCommand.ASKING)) {
      live.fetch(settings, watch, work.cancellation());
      return Optional.empty();
    } catch (ArchiveException unreachable) {
      return Optional.of(unreachable.getMessage());
    }
  }

  private Listed known(Field field, Optional<WorkingSet> current) {
    if (current.isPresent()) {
      WorkingSet set = current.get();
      return new Listed(counted(set, field), Optional.of("counted in set #" + set.number()));
    }
    List<KnownValue> known = bundled.of(field);
    return new Listed(
        known, known.isEmpty() ? Optional.empty() : Optional.of("as of " + bundled.date(field)));
  }

  private List<KnownValue> counted(WorkingSet set, Field field) {
    return explained(field, ValueCounts.of(set.table(), field.subject()));
  }

  private List<KnownValue> explained(Field field, List<ValueCount> counts) {
    List<KnownValue> values = new ArrayList<>();
    for (ValueCount count : counts) {
      String value = count.value() == null || count.value().isEmpty() ? "null" : count.value();
      values.add(new KnownValue(value, bundled.meaning(field, value), count.count()));
    }
    return values;
  }

  private Field field(Arguments arguments, Work work) {
    String line = arguments.command().line();
    if (arguments.values().isEmpty()) {
      Word name = arguments.command().name();
      throw new SyntaxException(
          "values needs a field",
          line,
          name.start(),
          name.end(),
          "values instrument_name    fields lists them");
    }
    Word word = arguments.values().get(0);
    SetKind first = work.session().current().map(WorkingSet::kind).orElse(SetKind.OBSERVATIONS);
    SetKind second = first == SetKind.OBSERVATIONS ? SetKind.PRODUCTS : SetKind.OBSERVATIONS;
    return fields
        .find(word.text(), first)
        .or(() -> fields.find(word.text(), second))
        .orElseThrow(
            () ->
                new SyntaxException(
                        "no field is called " + word.text(),
                        line,
                        word.start(),
                        word.end(),
                        UnknownWords.advice(fields.nearest(word.text(), first), "fields"))
                    .rightWith(fields.meant(word.text(), first)));
  }
}
