package org.mastshell.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.ObservationQuery;
import org.mastshell.archive.ResolvedName;
import org.mastshell.archive.SkyCircle;
import org.mastshell.language.Criteria;
import org.mastshell.language.Position;
import org.mastshell.output.CleanText;
import org.mastshell.table.Predicate;

/** Turns criteria into a query, asking the archive where a named object is. */
final class QueryReader {
  private final ArchiveClient archive;
  private final Work work;

  QueryReader(ArchiveClient archive, Work work) {
    this.archive = archive;
    this.work = work;
  }

  /** The query for these criteria. */
  ObservationQuery query(Criteria criteria) {
    return new ObservationQuery(criteria.predicate(), criteria.position().map(this::circle));
  }

  /** The same query with only some of the criteria. */
  static ObservationQuery with(ObservationQuery query, List<Predicate> parts) {
    return new ObservationQuery(Predicate.all(parts), query.region());
  }

  private SkyCircle circle(Position position) {
    if (position instanceof Position.Coordinates at) {
      return new SkyCircle(at.ra(), at.dec(), at.radiusDegrees());
    }
    Position.Name name = (Position.Name) position;
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
    Optional<ResolvedName> first =
        archive.resolve(object, work.cancellation()).stream().findFirst();
    return first.orElseThrow(
        () ->
            new CommandException(
                ExitCode.FAILED,
                "the archive's resolver knows no object called " + object,
                "coordinates=\"10h46m03s -59d52m\" needs no name; target=NAME asks for the name in the proposals"));
  }
}
