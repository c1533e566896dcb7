package org.mastshell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.TargetQuery;
import org.mastshell.archive.TargetsReply;
import org.mastshell.language.Arguments;
import org.mastshell.language.Criteria;
import org.mastshell.language.Criterion;
import org.mastshell.language.Position;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.Setting;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** Finds observations, or sources of a catalogue, near many targets. */
final class TargetSearch {
  private static final double ARCSECONDS = 3600;
  // Angles are not exact.
  private static final double RIM = 1 + 1e-6;

  private final ArchiveClient client;
  private final Arguments arguments;
  private final Criteria criteria;
  private final LocalPaths paths;
  private final Work work;
  private final MatchedRows matched;
  private final List<WorkingSet> parents;
  private final List<Integer> rows;
  private final boolean nearest;

  TargetSearch(
      ArchiveClient client, Arguments arguments, Criteria criteria, LocalPaths paths, Work work) {
    this(
        client,
        arguments,
        criteria,
        paths,
        work,
        MatchedRows.observations(),
        List.of(),
        List.of(),
        false);
  }

  private TargetSearch(
      ArchiveClient client,
      Arguments arguments,
      Criteria criteria,
      LocalPaths paths,
      Work work,
      MatchedRows matched,
      List<WorkingSet> parents,
      List<Integer> rows,
      boolean nearest) {
    this.client = client;
    this.arguments = arguments;
    this.criteria = criteria;
    this.paths = paths;
    this.work = work;
    this.matched = matched;
    this.parents = List.copyOf(parents);
    this.rows = List.copyOf(rows);
    this.nearest = nearest;
  }

  /** The same among other rows. */
  TargetSearch in(MatchedRows other) {
    return new TargetSearch(
        client, arguments, criteria, paths, work, other, parents, rows, nearest);
  }

  /**
   * The same for targets that come from sets.
   *
   * @param sets that they come from
   * @param numbers the rows that they come from, one for each
   */
  TargetSearch from(List<WorkingSet> sets, List<Integer> numbers) {
    return new TargetSearch(
        client, arguments, criteria, paths, work, matched, sets, numbers, nearest);
  }

  /** The same with the nearest row of each target alone. */
  TargetSearch nearestAlone() {
    return new TargetSearch(client, arguments, criteria, paths, work, matched, parents, rows, true);
  }

  /** Whether a position is one of many. */
  static boolean isMany(Position position) {
    return position instanceof Position.Names || position instanceof Position.Targets;
  }

  CommandResult run() {
    Position position = criteria.position().orElseThrow();
    return run(LocatedTargets.of(position, client, arguments, work), position.radiusDegrees());
  }

  /**
   * Finds what is near targets whose places are known.
   *
   * @param radius degrees
   */
  CommandResult run(LocatedTargets located, double radius) {
    int limit = RowLimits.limit(arguments);
    Optional<Path> saved = arguments.option(Leftovers.OPTION).map(paths::writable);
    if (located.all() == 0) {
      List<String> told = TargetLeftovers.told(TargetLeftovers.of(located), arguments, paths, work);
      List<Part> parts = new ArrayList<>(result(Table.empty()));
      told.forEach(line -> parts.add(new Part.Talk(line)));
      return CommandResult.done(parts);
    }
    echo(located, radius);

    TargetQuery query =
        new TargetQuery(located.targets(), radius, criteria.predicate(), rows, nearest);
    TargetsReply reply = ask(query, most(limit));
    requireFewRows(limit, reply, query);
    Leftovers leftovers = leftovers(located, reply);
    saved.ifPresent(file -> leftovers.save(file, work.style().harmless()));
    Table found = reply.observations().first(limit);
    List<Part> parts = new ArrayList<>(result(found));
    parts.add(new Part.Talk(near(located, reply, limit)));
    beyond(found, radius).ifPresent(line -> parts.add(new Part.Talk(line)));
    leftOut(located, reply, limit).ifPresent(line -> parts.add(new Part.LeftOut(line)));
    List<String> lines = new ArrayList<>();
    lines.addAll(leftovers.lines());
    saved.ifPresent(file -> lines.add("  saved: " + file));
    return ended(parts, lines, located, reply);
  }

  private List<Part> result(Table found) {
    return arguments.has("count")
        ? List.of(new Part.Value(Integer.toString(found.size())))
        : SetSummary.parts(keep(found));
  }

  private WorkingSet keep(Table found) {
    return parents.isEmpty()
        ? SetReferences.in(arguments, work.session()).keep(matched.kind(), found, work.session())
        : work.session().addQueried(matched.kind(), found, arguments.command().text(), parents);
  }

  private void echo(LocatedTargets located, double radius) {
    work.say(
        "  sent: "
            + Counts.of(located.targets().size(), "position", "positions")
            + " radius="
            + SentEcho.degrees(radius)
            + "deg");
    if (!criteria.all().isEmpty()) {
      work.say(
          "  judged here: "
              + String.join(" ", criteria.all().stream().map(Criterion::text).toList()));
    }
  }

  private int most(int limit) {
    if (limit != RowLimits.NONE) {
      return limit + 1;
    }
    return arguments.has("all") || arguments.has("count")
        ? RowLimits.NONE
        : work.session().settings().whole(Setting.ROW_LIMIT) + 1;
  }

  private TargetsReply ask(TargetQuery query, int most) {
    try (Watch watch = work.watch("matching targets")) {
      return matched.ask(client, query, most, watch, work);
    }
  }

  // A cross-match cannot be counted first, so that it is broken off where it grows too long.
  private void requireFewRows(int limit, TargetsReply reply, TargetQuery query) {
    int most = most(limit);
    if (limit != RowLimits.NONE || reply.observations().size() < most) {
      return;
    }
    throw new CommandException(
        ExitCode.FAILED,
        "more than row_limit ("
            + Counts.text(most - 1L)
            + ") "
            + matched.kind().plural()
            + " match the first "
            + Counts.text(reply.asked())
            + " of "
            + Counts.of(query.targets().size(), "target", "targets")
            + "; nothing was kept",
        "a smaller radius or another criterion, or: --limit N   --all   set row_limit N");
  }

  private static Leftovers leftovers(LocatedTargets located, TargetsReply reply) {
    return TargetLeftovers.of(located)
        .add("no match", "no match for", TargetLeftovers.cells(reply.unmatched()))
        .add(
            "nothing fits",
            "nothing that meets the criteria for",
            TargetLeftovers.cells(reply.unfit()))
        .add("no answer", "no answer for", TargetLeftovers.cells(reply.unanswered()));
  }

  private static String near(LocatedTargets located, TargetsReply reply, int limit) {
    int near = isCut(reply, limit) ? reply.near(limit) : near(reply);
    return "  near " + Counts.text(near) + " of " + Counts.of(located.all(), "target", "targets");
  }

  private static boolean isCut(TargetsReply reply, int limit) {
    return reply.observations().size() > limit;
  }

  /** Near how many targets there is anything that meets the criteria. */
  private static int near(TargetsReply reply) {
    return reply.asked()
        - reply.unmatched().size()
        - reply.unfit().size()
        - reply.unanswered().size();
  }

  // The archive matches by a measure of its own, and what it says of a row is believed.
  private static Optional<String> beyond(Table found, double radius) {
    Column distances = found.column(Subject.column(TargetsReply.DISTANCE));
    double most = radius * ARCSECONDS * RIM;
    long far = IntStream.range(0, found.size()).filter(row -> distances.number(row) > most).count();
    return far == 0
        ? Optional.empty()
        : Optional.of(
            "  "
                + Counts.of(far, "row lies", "rows lie")
                + " beyond the radius, by the distance worked out here: the archive matched "
                + (far == 1 ? "it" : "them")
                + " all the same; filter distance<="
                + SentEcho.degrees(radius)
                + "deg leaves "
                + (far == 1 ? "it" : "them")
                + " out");
  }

  private static Optional<String> leftOut(LocatedTargets located, TargetsReply reply, int limit) {
    if (!isCut(reply, limit)) {
      return Optional.empty();
    }
    int left = located.targets().size() - reply.asked();
    int more = near(reply) - reply.near(limit);
    return Optional.of(
        "  the first "
            + Counts.of(limit, "row", "rows")
            + " only (--limit)"
            + (more > 0
                ? "; what is near "
                    + Counts.of(more, "more target", "more targets")
                    + " is not among them"
                : "")
            + (left > 0
                ? "; " + Counts.of(left, "target was", "targets were") + " not asked for"
                : ""));
  }

  private CommandResult ended(
      List<Part> parts, List<String> lines, LocatedTargets located, TargetsReply reply) {
    boolean complete = reply.unanswered().isEmpty() && located.unanswered().isEmpty();
    lines.forEach(line -> parts.add(new Part.Talk(line)));
    if (!complete) {
      String trouble = reply.trouble().isEmpty() ? located.trouble() : reply.trouble();
      parts.add(PartialResult.trouble("  " + trouble, arguments));
      parts.add(new Part.Talk(PartialResult.ADVICE));
    }
    return PartialResult.of(parts, complete, arguments);
  }
}
