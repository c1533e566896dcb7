package org.mastshell.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.NamesReply;
import org.mastshell.archive.ObservationQuery;
import org.mastshell.archive.Progress;
import org.mastshell.archive.ResolvedName;
import org.mastshell.archive.Resolver;
import org.mastshell.archive.SkyCircle;
import org.mastshell.language.Criteria;
import org.mastshell.language.Position;
import org.mastshell.output.CleanText;
import org.mastshell.table.Predicate;

/** Turns criteria into a query, asking the archive where a named object is. */
final class QueryReader {
  private final ArchiveClient archive;
  private final Optional<Resolver> resolver;
  private final Work work;
  private final String advice;

  /**
   * @param resolver the catalogue that knows where names are; the archive's choice where none is
   */
  QueryReader(ArchiveClient archive, Optional<Resolver> resolver, Work work) {
    this(
        archive,
        resolver,
        work,
        "coordinates=\"10h46m03s -59d52m\" needs no name; target=NAME asks for the name in the proposals");
  }

  /**
   * The same.
   *
   * @param advice what to type where a name is not known
   */
  QueryReader(ArchiveClient archive, Optional<Resolver> resolver, Work work, String advice) {
    this.archive = archive;
    this.resolver = resolver;
    this.work = work;
    this.advice = advice;
  }

  /** The query for these criteria. */
  ObservationQuery query(Criteria criteria) {
    return new ObservationQuery(criteria.predicate(), criteria.position().map(this::circle));
  }

  /** The same query with only some of the criteria. */
  static ObservationQuery with(ObservationQuery query, List<Predicate> parts) {
    return new ObservationQuery(Predicate.all(parts), query.region());
  }

  /** The circle around a single position. */
  SkyCircle circle(Position position) {
    if (position instanceof Position.Coordinates at) {
      return new SkyCircle(at.ra(), at.dec(), at.radiusDegrees());
    }
    if (!(position instanceof Position.Name name)) {
      throw new IllegalArgumentException("no single position: " + position);
    }
    ResolvedName found = resolve(name.object());
    work.say(
        String.format(
            Locale.ROOT,
            "  %s is at %.5f %+.5f (%s)",
            name.object(),
            found.ra(),
            found.dec(),
            CleanText.oneLine(found.resolver())));
    return new SkyCircle(found.ra(), found.dec(), name.radiusDegrees());
  }

  private ResolvedName resolve(String object) {
    return places(object).stream().findFirst().orElseThrow(() -> unknown(object));
  }

  private List<ResolvedName> places(String object) {
    try (Watch watch = work.watch("resolving")) {
      watch.update(new Progress.Step(0, 0, "names", CleanText.oneLine(object)));
      if (resolver.isEmpty()) {
        return archive.resolve(object, work.cancellation());
      }
      NamesReply reply =
          archive.resolve(List.of(object), resolver, false, watch, work.cancellation());
      return reply.found().getOrDefault(object, List.of());
    }
  }

  private CommandException unknown(String object) {
    String who =
        resolver
            .map(one -> one.word() + " of the archive's resolver")
            .orElse("the archive's resolver");
    return new CommandException(ExitCode.FAILED, who + " knows no object called " + object, advice);
  }
}
