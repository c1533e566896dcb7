package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.command.FacetChoice.Counted;
import org.mastshell.formats.Format;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Columns;
import org.mastshell.language.OptionSpec;
import org.mastshell.output.BarGroup;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.ValueKind;

/** Counts the rows of the current set by the values of fields. */
public final class FacetsCommand implements ShellCommand {
  private static final int MOST_OF_ONE = 20;
  private static final int MOST_OF_EACH = 8;

  private static final int MOST_NAMED = 12;

  private final Fields fields;
  private final KnownValues known;
  private final CountedFacets counted;

  /**
   * @param fields what columns are called
   * @param known what values mean
   * @param counted keeps the lines, for {@code filter facet:N}
   */
  public FacetsCommand(Fields fields, KnownValues known, CountedFacets counted) {
    this.fields = fields;
    this.known = known;
    this.counted = counted;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "facets",
        List.of(),
        Groups.SETS,
        "count rows by the values of fields",
        "[COLUMN…] [--limit N]",
        """
        Each value with its number of rows and a bar; filter facet:3 keeps the rows of line 3, \
        facet:3,5 those of either, and facet:5 can be typed again behind it: the numbers stand for \
        criteria until facets counts anew. Without a column: up to ten by which rows differ and fall \
        into groups, the most asked for first; those that are the same in all rows, and others in \
        which rows differ, are named below.

        What is counted is what filter would keep: F444W counts F444W;F405N too, an instrument all \
        its modes, so that a row may be in several lines. Dates are counted by days, months or \
        years, decimal numbers by ranges. null is a row without a value. The bars are in proportion \
        within a field; the share is that of all rows.\
        """,
        new ArgumentSpec(
            false,
            false,
            true,
            List.of(
                OptionSpec.valued("limit", "N", "no more than N values of each field")
                    .withShort('n'))),
        List.of(
            new Example("search program=1073; facets", "what is in it"),
            new Example("facets filters instrument; filter facet:1", "one value, then its rows"),
            new Example("products; facets suffix detector --limit 5", "kinds of files"),
            new Example("facets size", "how large they are")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    WorkingSet set = work.session().requireCurrent();
    int limit = RowLimits.limit(arguments);
    List<Field> chosen =
        Columns.read(arguments.values(), set.kind(), fields, arguments.command().line());
    List<Part> parts = new ArrayList<>();
    List<Counted> facets = chosen.isEmpty() ? usual(set, parts) : read(set, chosen);
    boolean drawn = work.style().format() == Format.TABLE && work.console().outIsTerminal();
    int most =
        limit == RowLimits.NONE && drawn
            ? (facets.size() == 1 ? MOST_OF_ONE : MOST_OF_EACH)
            : limit;
    List<FacetLine> lines = new ArrayList<>();
    parts.add(0, bars(facets, set, most, lines));
    counted.keep(set.kind(), lines);
    if (lines.isEmpty()) {
      parts.add(new Part.Talk("no rows to count"));
    } else {
      parts.add(
          new Part.Talk(
              "counted in set #" + set.number() + " (filter facet:1 keeps the rows of line 1)"));
    }
    return CommandResult.done(parts);
  }

  private static List<Counted> read(WorkingSet set, List<Field> fields) {
    return fields.stream()
        .map(field -> new Counted(field, FacetCounts.of(set.table(), field), set.size()))
        .toList();
  }

  // What is the same in all rows divides nothing, and is told in a line.
  private List<Counted> usual(WorkingSet set, List<Part> parts) {
    FacetChoice choice = FacetChoice.of(set, fields);
    if (!choice.same().isEmpty()) {
      List<String> same =
          choice.same().stream()
              .flatMap(one -> one.lines().stream())
              .map(FacetLine::criterion)
              .toList();
      parts.add(new Part.Talk("the same in all rows: " + some(same, "  ", "describe tells them")));
    }
    if (!choice.others().isEmpty()) {
      List<String> names = choice.others().stream().map(Field::name).toList();
      parts.add(
          new Part.Talk(
              "rows also differ in "
                  + some(names, ", ", "describe tells them")
                  + ": facets "
                  + names.get(0)
                  + " counts one"));
    }
    return choice.counted();
  }

  private static String some(List<String> all, String apart, String rest) {
    return all.size() <= MOST_NAMED
        ? String.join(apart, all)
        : String.join(apart, all.subList(0, MOST_NAMED))
            + apart
            + "and "
            + Counts.text(all.size() - MOST_NAMED)
            + " more ("
            + rest
            + ")";
  }

  private Part bars(List<Counted> facets, WorkingSet set, int most, List<FacetLine> lines) {
    AnswerTable table =
        new AnswerTable()
            .whole("line", "number of the line, as in filter facet:3")
            .text("field", "")
            .text("value", "null where rows have none; ranges as in criteria")
            .whole("rows", "rows that filter would keep")
            .decimal("share", "", "part of all rows, from 0 to 1")
            .text("meaning", "");
    List<BarGroup> groups = new ArrayList<>();
    for (Counted facet : facets) {
      List<BarGroup.Bar> bars = new ArrayList<>();
      for (FacetLine line : facet.lines().subList(0, Math.min(most, facet.lines().size()))) {
        lines.add(line);
        double share = (double) line.count() / set.size();
        String meaning = line.value() == null ? "" : known.meaning(facet.field(), line.value());
        table.row(lines.size(), facet.field().name(), line.value(), line.count(), share, meaning);
        bars.add(new BarGroup.Bar(lines.size(), line.label(), line.count(), share, meaning));
      }
      if (!bars.isEmpty()) {
        groups.add(new BarGroup(title(facet), bars, more(facet, bars.size())));
      }
    }
    return table.bars(groups);
  }

  private static String title(Counted facet) {
    String what =
        switch (facet.field().kind()) {
          case DATE -> "period";
          case TEXT, LIST, INTEGER, FLAG -> "value";
          default -> "range";
        };
    String parts = facet.field().kind() == ValueKind.LIST ? ", each part by itself" : "";
    return facet.field().name() + " · " + Counts.of(facet.lines().size(), what, what + "s") + parts;
  }

  private static String more(Counted facet, int shown) {
    int rest = facet.lines().size() - shown;
    return rest == 0
        ? ""
        : "and "
            + Counts.text(rest)
            + " more: facets "
            + facet.field().name()
            + " --limit "
            + facet.lines().size();
  }
}
