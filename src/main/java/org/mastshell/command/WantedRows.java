package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.Progress;
import org.mastshell.archive.QueryPlan;
import org.mastshell.archive.RowCount;
import org.mastshell.archive.SkyTarget;
import org.mastshell.language.Arguments;
import org.mastshell.language.Criteria;
import org.mastshell.language.SyntaxException;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.Setting;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;

/**
 * How many a person wants of the rows that a table with columns of its own has for a question, by
 * --count, --limit, --all and the setting row_limit: they are counted, or fetched and kept.
 */
final class WantedRows {
  private static final String UNKNOWN =
      "  which values of the list have no row is not known: not all rows came, or not that column";

  private final ServiceWords words;
  private final Arguments arguments;
  private final LocalPaths paths;
  private final Work work;
  private final int limit;

  /**
   * @param words of the command
   * @param paths what file names stand for
   * @throws SyntaxException if there is no such limit
   */
  WantedRows(ServiceWords words, Arguments arguments, LocalPaths paths, Work work) {
    this.words = words;
    this.arguments = arguments;
    this.paths = paths;
    this.work = work;
    this.limit = RowLimits.limit(arguments);
  }

  /**
   * Rows that came.
   *
   * @param had how many the archive had for what was sent to it, as far as that is known
   * @param without targets of a list that none of them is near, as far as that is known
   */
  record Came(Table rows, long had, List<SkyTarget> without) {}

  /** A question, ready to be asked. */
  interface Asked {
    /** How it is put. */
    QueryPlan plan();

    /**
     * How many rows the archive has for what can be sent.
     *
     * @param enough there is no need to count further, where the archive does not tell the number
     */
    RowCount count(long enough, Cancellation cancellation);

    /**
     * The rows that fit.
     *
     * @param most no more than so many, or {@link RowLimits#NONE}
     */
    Came find(int most, Progress progress, Cancellation cancellation);

    /** Whether the nearest rows are wanted first, in which order the archive need not send them. */
    default boolean isAround() {
      return false;
    }

    /**
     * What there is to say of the rows, where they are all that fit; asked before they become a
     * set.
     */
    default List<Part> afterwards(Came came) {
      return List.of();
    }

    /** What there is to say of the number of rows, where it alone was asked for. */
    default Optional<Part> number(long rows) {
      return Optional.empty();
    }

    /**
     * What there is to remark on the archive's answer.
     *
     * @param had how many rows it had
     */
    default Optional<Part> remark(long had) {
      return Optional.empty();
    }
  }

  /**
   * Their number, or the set that they became.
   *
   * @param table whose rows they are
   * @throws CommandException if there are more than the person may want, and nothing says so
   */
  CommandResult of(ServiceTable table, Criteria criteria, Asked asked) {
    int rowLimit = work.session().settings().whole(Setting.ROW_LIMIT);
    return arguments.has(ServiceWords.COUNT.name())
        ? counted(table, criteria, asked, rowLimit)
        : fetched(table, criteria, asked, rowLimit);
  }

  /**
   * How many rows there are. What the archive judges roughly has to be fetched to be counted; of
   * very many its rough number will do, and that is said.
   */
  private CommandResult counted(ServiceTable table, Criteria criteria, Asked asked, int rowLimit) {
    QueryPlan plan = asked.plan();
    boolean exact = plan.judgedHere().equals(Predicate.always());
    long rough = 0;
    if (exact || plan.judgedHereOnly().isEmpty()) {
      rough = count(table.kind(), asked, Long.MAX_VALUE).rows();
      if (!exact && rough > rowLimit) {
        work.say(
            "  the archive's own count: it judges these criteria roughly, and so many may not all fit");
      }
      if (exact || rough == 0 || rough > rowLimit) {
        return number(rough, asked, rough, table, criteria);
      }
    }
    Came all = fetch(asked, RowLimits.NONE);
    return number(all.rows().size(), asked, Math.max(rough, all.had()), table, criteria);
  }

  private CommandResult number(
      long count, Asked asked, long had, ServiceTable table, Criteria criteria) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Value(Long.toString(count)));
    asked.number(count).ifPresent(parts::add);
    asked.remark(had).ifPresent(parts::add);
    if (count == 0) {
      parts.addAll(words.doubts(table, criteria));
    }
    return CommandResult.done(parts);
  }

  private CommandResult fetched(ServiceTable table, Criteria criteria, Asked asked, int rowLimit) {
    boolean around = asked.isAround();
    boolean every = arguments.has(ServiceWords.ALL.name());
    boolean cut = limit != RowLimits.NONE;
    // The nearest of all can be told only where all are here.
    RowCount many =
        (around || !cut) && !every
            ? count(table.kind(), asked, rowLimit + 1L)
            : new RowCount(0, false);
    if (!cut && !every) {
      requireFewerThan(rowLimit, many, table.kind());
    }
    boolean nearest = around && many.rows() <= rowLimit;
    Came came = fetch(asked, !cut || nearest ? RowLimits.NONE : limit + 1);
    List<Part> more = new ArrayList<>();
    if (came.rows().size() > limit) {
      String which = nearest ? " nearest" : "";
      more.add(new Part.LeftOut("  the first " + Counts.text(limit) + which + " only (--limit)"));
      ListedValues.unknown(criteria).ifPresent(more::add);
    } else {
      more.addAll(asked.afterwards(came));
      more.addAll(leftovers(table.kind(), criteria, came, asked));
    }
    asked.remark(came.had()).ifPresent(more::add);
    notSent(table, came.rows()).ifPresent(more::add);
    WorkingSet set =
        SetReferences.in(arguments, work.session())
            .keep(table.kind(), came.rows().first(limit), work.session());
    return words.result(set, table, criteria, more);
  }

  private Optional<Part> notSent(ServiceTable table, Table rows) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<String> missing =
        words.named(arguments, table).stream().filter(column -> !rows.has(column)).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Part.LeftOut("  the archive sent no column " + String.join(", ", missing)));
  }

  // What the file is for where there are places is theirs.
  private List<Part> leftovers(SetKind kind, Criteria criteria, Came came, Asked asked) {
    Optional<ListedValues> list = ListedValues.in(criteria);
    if (list.isEmpty()) {
      return List.of();
    }
    if (asked.remark(came.had()).isPresent() || !list.get().isIn(came.rows())) {
      if (arguments.has(Leftovers.OPTION)) {
        throw new CommandException(
            ExitCode.FAILED,
            UNKNOWN.strip() + "; nothing was saved, and no set was made",
            "without --unmatched there is a set");
      }
      return List.of(new Part.LeftOut(UNKNOWN));
    }
    Leftovers leftovers = list.get().leftovers(came.rows(), kind.word(1));
    boolean places = criteria.position().filter(TargetSearch::isMany).isPresent();
    List<String> lines =
        places ? leftovers.linesOnly() : TargetLeftovers.told(leftovers, arguments, paths, work);
    return lines.stream().<Part>map(Part.Talk::new).toList();
  }

  private void requireFewerThan(int rowLimit, RowCount count, SetKind kind) {
    if (count.rows() <= rowLimit) {
      return;
    }
    String many =
        count.more()
            ? "more than " + Counts.text(rowLimit) + " " + kind.plural()
            : Counts.text(count.rows()) + " " + kind.plural();
    if (work.console().interactive() && work.console().confirm(many + " match. Fetch them all?")) {
      return;
    }
    throw new CommandException(
        ExitCode.FAILED,
        many
            + " match, more than row_limit"
            + (count.more() ? "" : " (" + Counts.text(rowLimit) + ")")
            + "; nothing was fetched",
        "add a criterion, or: --limit "
            + rowLimit
            + "   --all   --count"
            + (count.more() ? "" : "   set row_limit " + count.rows()));
  }

  private RowCount count(SetKind kind, Asked asked, long enough) {
    try (Watch watch = work.watch("searching")) {
      watch.update(new Progress.Step(0, 0, kind.plural(), "how many"));
      return asked.count(enough, work.cancellation());
    }
  }

  private Came fetch(Asked asked, int most) {
    try (Watch watch = work.watch("searching")) {
      return asked.find(most, watch, work.cancellation());
    }
  }
}
