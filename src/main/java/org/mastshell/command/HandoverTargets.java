package org.mastshell.command;

import java.util.List;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.NamesReply;
import org.mastshell.archive.SkyTarget;
import org.mastshell.handover.NotExpressibleException;
import org.mastshell.handover.Step;
import org.mastshell.language.Criteria;
import org.mastshell.language.Position;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** The targets of a list, as another program is given them: with their places. */
final class HandoverTargets {
  private final Fields fields;
  private final ArchiveClient client;
  private final Work work;

  /**
   * @param fields what columns are called
   * @param client knows where names are on the sky
   */
  HandoverTargets(Fields fields, ArchiveClient client, Work work) {
    this.fields = fields;
    this.client = client;
    this.work = work;
  }

  /**
   * Those of a position that is one of many.
   *
   * @throws CommandException if a name has no answer
   */
  Step.Targets of(ReadSet read, Position position) {
    return new Step.Targets(places(read, position), List.of(), position.radiusDegrees(), false);
  }

  /** Those that a {@code crossmatch} went by: of a list, else of the set that it worked on. */
  Step.Targets ofMatch(ReadSet read, Criteria criteria) {
    Position position = criteria.position().orElseThrow();
    boolean nearest = read.arguments().has(CrossmatchCommand.NEAREST);
    boolean catalog = read.set().kind() != SetKind.OBSERVATIONS;
    if (CrossmatchCommand.isListed(read.arguments(), catalog)) {
      return new Step.Targets(places(read, position), List.of(), position.radiusDegrees(), nearest);
    }
    SetTargets own = SetTargets.of(read.parent(), fields);
    requirePlaces(own.targets(), read);
    return new Step.Targets(own.targets(), own.rows(), position.radiusDegrees(), nearest);
  }

  private List<SkyTarget> places(ReadSet read, Position position) {
    List<SkyTarget> places = given(read, position);
    requirePlaces(places, read);
    return places;
  }

  // Without a place another program would ask for the whole sky.
  private static void requirePlaces(List<SkyTarget> places, ReadSet read) {
    if (places.isEmpty()) {
      throw new NotExpressibleException(
          "a list without targets, around which nothing is asked (in: "
              + read.set().command()
              + ")");
    }
  }

  private List<SkyTarget> given(ReadSet read, Position position) {
    return position instanceof Position.Names names
        ? resolved(read, names.objects())
        : ((Position.Targets) position)
            .targets().stream()
                .map(target -> new SkyTarget(target.name(), target.ra(), target.dec()))
                .toList();
  }

  private List<SkyTarget> resolved(ReadSet read, List<String> names) {
    try (Watch watch = work.watch("resolving names")) {
      NamesReply reply =
          client.resolve(
              names, ResolverOption.of(read.arguments()), false, watch, work.cancellation());
      if (!reply.unanswered().isEmpty()) {
        throw new CommandException(
            ExitCode.ARCHIVE,
            "some names could not be resolved: " + reply.trouble(),
            "ask again; coordinates=@FILE needs no names");
      }
      return reply.targets();
    }
  }
}
