package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.Settings;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.SetKind;

/** Keeps the rows of the current set that meet criteria. */
public final class FilterCommand implements ShellCommand {
  private final RowCriteria criteriaReader;
  private final FacetCriteria facets;

  /**
   * @param criteriaReader understands criteria
   * @param counted the values that were counted last, which can be named by their numbers
   */
  public FilterCommand(CriteriaReader criteriaReader, CountedFacets counted) {
    this.criteriaReader = new RowCriteria(criteriaReader);
    this.facets = new FacetCriteria(counted);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "filter",
        List.of(),
        Groups.SETS,
        "keep the rows that meet criteria",
        "CRITERION… [facet:N] [--guide-stars yes|no|only] [--previews] [--mrp]",
        """
        Every criterion must hold; of values with commas between them, any. What is read from file \
        names (suffix, detector, visit, exposure, …) can be asked for like a column.

        Guide-star files (_gs- in the name) are left out of products unless a criterion names gs- or \
        --guide-stars says otherwise. With suffix= and no extension, previews and thumbnails of those \
        files are left out too; --previews keeps them. What went, and why, is counted.

        facet:3 stands for the criterion of line 3 of facets, also on another set of the same kind; \
        facet:3,5-7 for several: of one field any of them, of several fields each. It keeps the rows \
        that were counted: previews and guide-star files too, unless --guide-stars says otherwise. \
        What is kept as the set's command is the criterion.\
        """,
        new ArgumentSpec(true, false, false, true, ProductFilter.OPTIONS),
        List.of(
            new Example(
                "search program=1073 filters=F277W; products; unique", "first list products"),
            new Example("filter suffix=uncal", "the raw exposures"),
            new Example(
                "undo; filter name~_uncal,_rate extension=fits", "names that contain either"),
            new Example(
                "undo; filter level=2..3 size<1MB detector!=nrcblong", "by level, size, detector"),
            new Example("undo; filter --guide-stars only", "the guide-star files"),
            new Example("undo; facets suffix; filter facet:2", "what a line of facets counted")));
  }

  @Override
  public CommandResult run(Arguments typed, Work work) {
    WorkingSet before = work.session().requireCurrent();
    Arguments arguments = facets.replaced(typed, info().arguments(), before, work);
    Criteria criteria = criteriaReader.read(arguments, before);
    if (!ProductFilter.asked(arguments, criteria)) {
      throw nothingAsked(arguments);
    }
    criteria.notes().forEach(note -> work.say("  " + note));
    return before.kind() == SetKind.PRODUCTS
        ? filterProducts(arguments, criteria, work, before)
        : filterObservations(arguments, criteria, work, before);
  }

  private CommandResult filterProducts(
      Arguments typed, Criteria criteria, Work work, WorkingSet before) {
    Settings settings = work.session().settings();
    ProductFilter filter = ProductFilter.of(typed, criteria, settings);
    ProductFilter.Outcome outcome = filter.apply(before.table());
    Arguments settled = ProductFilter.settled(typed, criteria, settings, info().arguments());
    WorkingSet set = kept(outcome.kept(), settled, before, work);
    String left = outcome.leftOut().isEmpty() ? "" : " · left out: " + outcome.leftOut();
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Talk(ProductSummary.sizeOf(outcome.kept()) + left + "   #" + set.number()));
    return doubting(parts, outcome.kept(), before, criteria);
  }

  private static WorkingSet kept(Table rows, Arguments arguments, WorkingSet before, Work work) {
    SetReferences named = SetReferences.beside(before, arguments, work.session());
    return work.session().addDerived(rows, named.text(), before, named.parents());
  }

  private static CommandResult doubting(
      List<Part> parts, Table kept, WorkingSet before, Criteria criteria) {
    MistypedValues mistyped = MistypedValues.among(before.table());
    List<String> lines =
        kept.isEmpty()
            ? new EmptyFilter(before, criteria, mistyped).advice()
            : mistyped.unmatched(criteria, before.table());
    lines.forEach(line -> parts.add(new Part.Talk(line)));
    ListedValues.in(criteria)
        .map(list -> list.leftovers(kept, before.kind().word(1)).linesOnly())
        .ifPresent(unmatched -> unmatched.forEach(line -> parts.add(new Part.Talk(line))));
    return CommandResult.done(parts).orRather(mistyped.correction(criteria, kept, before.table()));
  }

  private static CommandResult filterObservations(
      Arguments arguments, Criteria criteria, Work work, WorkingSet before) {
    Table kept = before.table().where(criteria.predicate());
    WorkingSet set = kept(kept, arguments, before, work);
    List<Part> parts = new ArrayList<>(SetSummary.parts(set));
    int gone = before.size() - kept.size();
    if (gone > 0) {
      parts.add(new Part.Talk("  left out: " + Counts.of(gone, "other", "others")));
    }
    return doubting(parts, kept, before, criteria);
  }

  private static SyntaxException nothingAsked(Arguments arguments) {
    Word name = arguments.command().name();
    return new SyntaxException(
        "filter needs a criterion",
        arguments.command().line(),
        name.start(),
        name.end(),
        "filter suffix=uncal    fields lists what can be asked");
  }
}
