package org.mastshell.command;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.ObservationQuery;
import org.mastshell.archive.Progress;
import org.mastshell.language.Criteria;
import org.mastshell.language.Criterion;
import org.mastshell.language.Operator;
import org.mastshell.language.Position;
import org.mastshell.output.Counts;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;

/** Finds out which criterion of a search without a result is the one too many. */
final class EmptySearch {
  private static final int MOST_CRITERIA = 8;
  private static final int WIDER = 5;
  private static final int HALF_CIRCLE = 180;
  private static final int MINUTES = 60;
  private static final int DIGITS = 4;

  private final ArchiveClient client;
  private final ObservationQuery query;
  private final Criteria criteria;
  private final MistypedValues mistyped;
  private final Work work;

  EmptySearch(
      ArchiveClient client,
      ObservationQuery query,
      Criteria criteria,
      MistypedValues mistyped,
      Work work) {
    this.client = client;
    this.query = query;
    this.criteria = criteria;
    this.mistyped = mistyped;
    this.work = work;
  }

  /** Lines for the person; none if the archive does not answer, since the result stands without. */
  List<String> advice() {
    try (Watch watch = work.watch("looking why")) {
      return counted(watch);
    } catch (ArchiveException unanswered) {
      return List.of();
    }
  }

  private List<String> counted(Progress progress) {
    List<String> lines = new ArrayList<>();
    if (criteria.all().size() > 1 || query.region().isPresent()) {
      List<Criterion> candidates = criteria.all().stream().limit(MOST_CRITERIA).toList();
      for (Criterion dropped : candidates) {
        progress.update(
            new Progress.Step(
                candidates.indexOf(dropped), candidates.size(), "criteria", dropped.text()));
        addWithout(lines, dropped);
      }
      addWithoutPosition(lines);
    }
    criteria.all().forEach(criterion -> addFieldAdvice(lines, criterion));
    if (lines.isEmpty()) {
      lines.add("  no single criterion is at fault: values FIELD lists what the archive has");
    }
    return lines;
  }

  private void addWithout(List<String> lines, Criterion dropped) {
    List<Predicate> rest =
        criteria.all().stream()
            .filter(criterion -> !criterion.equals(dropped))
            .map(Criterion::predicate)
            .toList();
    Predicate predicate = Predicate.all(rest);
    boolean countable =
        client.plan(predicate, query.region().isPresent()).judgedHereOnly().isEmpty();
    if (!countable || (rest.isEmpty() && query.region().isEmpty())) {
      return;
    }
    long count = client.count(QueryReader.with(query, rest), work.cancellation());
    if (count > 0) {
      lines.add(
          "  without "
              + dropped.text()
              + " there are "
              + Counts.text(count)
              + mistyped.question(dropped)
              + "   values "
              + dropped.field().name());
    }
  }

  private void addWithoutPosition(List<String> lines) {
    if (query.region().isEmpty()) {
      return;
    }
    String wider = "   radius=" + angle(Math.min(radius() * WIDER, HALF_CIRCLE)) + " looks wider";
    if (criteria.all().isEmpty()) {
      lines.add("  nothing lies within " + angle(radius()) + " of the place" + wider);
      return;
    }
    ObservationQuery anywhere = new ObservationQuery(query.criteria(), Optional.empty());
    if (client.plan(query.criteria(), false).judgedHereOnly().isEmpty()) {
      long count = client.count(anywhere, work.cancellation());
      if (count > 0) {
        lines.add("  anywhere on the sky there are " + Counts.text(count) + wider);
      }
    }
  }

  private double radius() {
    return criteria.position().map(Position::radiusDegrees).orElse(Position.DEFAULT_RADIUS);
  }

  /** An angle in degrees as it may be typed. */
  private static String angle(double degrees) {
    if (degrees >= 1) {
      return number(degrees) + "deg";
    }
    double minutes = degrees * MINUTES;
    return minutes >= 1 ? number(minutes) + "arcmin" : number(minutes * MINUTES) + "arcsec";
  }

  private static String number(double value) {
    return new BigDecimal(value)
        .round(new MathContext(DIGITS))
        .stripTrailingZeros()
        .toPlainString();
  }

  private void addFieldAdvice(List<String> lines, Criterion criterion) {
    String without = "  without " + criterion.text() + " ";
    String question = mistyped.question(criterion);
    if (!question.isEmpty() && lines.stream().noneMatch(line -> line.startsWith(without))) {
      lines.add("  " + criterion.text() + question + "   values " + criterion.field().name());
    }
    String equal = criterion.field().name() + Operator.EQUAL.symbol();
    if (!criterion.text().startsWith(equal)) {
      return;
    }
    if (criterion.field().name().equals("obs_id") && !criterion.listed().isEmpty()) {
      addTargetAdvice(lines, criterion);
      return;
    }
    String value = criterion.text().substring(equal.length());
    if (criterion.field().name().equals("target_name")) {
      lines.add(
          "  target is the name in the proposal; for the position of an object: object=\""
              + value.replace("\"", "")
              + "\"");
    } else if (criterion.field().name().equals("proposal_pi") && !value.matches(".*[*,].*")) {
      addStarred(lines, value);
    } else if (criterion.field().name().equals("s_ra")) {
      lines.add(
          "  ra and dec are the centre of an observation; what covers a point is asked for by"
              + " coordinates=\"RA DEC\"");
    }
  }

  // Whoever has a list of names may have those of targets.
  private void addTargetAdvice(List<String> lines, Criterion criterion) {
    if (criteria.all().size() > 1 || query.region().isPresent()) {
      return;
    }
    String file = criterion.text().substring(criterion.text().indexOf('=') + 1);
    lines.add(
        "  none of the "
            + Counts.of(criterion.listed().size(), "value", "values")
            + " is an obs_id: search target="
            + file
            + " looks for them as names of targets, search object="
            + file
            + " for what lies near them");
  }

  private void addStarred(List<String> lines, String name) {
    String starred = name.replace("\"", "") + "*";
    Predicate predicate =
        Predicate.where(Subject.column("proposal_pi"), Match.Wildcard.of(starred));
    long count = client.count(QueryReader.with(query, List.of(predicate)), work.cancellation());
    if (count > 0) {
      lines.add("  pi=" + quoted(starred) + " has " + Counts.text(count));
    }
  }

  private static String quoted(String text) {
    return text.matches("[\\w*]+") ? text : "\"" + text + "\"";
  }
}
