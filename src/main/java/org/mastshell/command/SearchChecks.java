package org.mastshell.command;

import java.util.Optional;
import org.mastshell.archive.QueryPlan;
import org.mastshell.archive.TargetsReply;
import org.mastshell.language.Arguments;
import org.mastshell.language.Criteria;
import org.mastshell.language.Criterion;
import org.mastshell.language.Position;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;

/** Refuses searches that make no sense, before anything is sent. */
final class SearchChecks {
  private final Arguments arguments;
  private final Criteria criteria;

  SearchChecks(Arguments arguments, Criteria criteria) {
    this.arguments = arguments;
    this.criteria = criteria;
  }

  /** Whether many positions are searched for. */
  boolean isForTargets() {
    return criteria.position().filter(TargetSearch::isMany).isPresent();
  }

  /**
   * Goes on only if the words fit each other.
   *
   * @throws SyntaxException if they do not
   */
  void requireSense() {
    if (criteria.isEmpty() && !arguments.has("all") && !arguments.has("count")) {
      throw at(
          arguments.command().name(),
          "search needs at least one criterion",
          "search mission=JWST program=1073    fields lists what can be asked");
    }
    Optional<Position> position = criteria.position();
    boolean named =
        position.isPresent()
            && (position.get() instanceof Position.Name
                || position.get() instanceof Position.Names);
    if (!named) {
      ResolverOption.refuse(arguments);
    }
    Leftovers.requireSense(arguments, ListedValues.are(criteria), isForTargets());
    requireTargetsToName();
  }

  private void requireTargetsToName() {
    Optional<Criterion> name =
        criteria.all().stream()
            .filter(criterion -> criterion.field().name().equals(TargetsReply.NAME))
            .findFirst();
    if (name.isPresent() && !isForTargets()) {
      throw new SyntaxException(
          "match_name is there only where a list of targets is searched for",
          arguments.command().line(),
          name.get().start(),
          name.get().end(),
          "add coordinates=@targets.csv; target=NAME asks for the name in the proposals");
    }
  }

  /**
   * Goes on only if the archive can be asked for less than everything, or the person wants that.
   *
   * @throws SyntaxException if it cannot
   */
  void requireSomethingToSend(QueryPlan plan) {
    boolean sends = !plan.unbounded() || criteria.position().isPresent();
    if (!sends && !criteria.isEmpty() && !arguments.has("all")) {
      throw new SyntaxException(
          "nothing of this can be asked of the archive: it would have to send everything",
          arguments.command().line(),
          criteria.all().get(0).start(),
          criteria.all().get(criteria.all().size() - 1).end(),
          "add a criterion with =, a range or a wildcard (mission=JWST), or --all");
    }
  }

  private SyntaxException at(Word word, String message, String advice) {
    return new SyntaxException(
        message, arguments.command().line(), word.start(), word.end(), advice);
  }
}
