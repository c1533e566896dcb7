package org.mastshell.command;

import java.util.List;
import java.util.Optional;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.NamesReply;
import org.mastshell.archive.Resolver;
import org.mastshell.archive.SkyTarget;
import org.mastshell.language.Arguments;
import org.mastshell.language.Position;
import org.mastshell.output.Counts;

/**
 * The targets of a list, and the names that gave none.
 *
 * @param all how many were asked for
 * @param placeless what rows of the list without a position are called; these are no targets
 * @param unknown names that the resolver does not know
 * @param unanswered names that it did not answer for
 * @param trouble why it did not; empty if it answered for all
 */
record LocatedTargets(
    List<SkyTarget> targets,
    int all,
    List<String> placeless,
    List<String> unknown,
    List<String> unanswered,
    String trouble) {

  /** Finds out where the targets of a list are; only names need to be asked for. */
  static LocatedTargets of(
      Position position, ArchiveClient client, Arguments arguments, Work work) {
    return position instanceof Position.Names names
        ? resolved(names.objects(), client, arguments, work)
        : given((Position.Targets) position);
  }

  private static LocatedTargets given(Position.Targets position) {
    List<SkyTarget> targets =
        position.targets().stream()
            .map(target -> new SkyTarget(target.name(), target.ra(), target.dec()))
            .toList();
    return located(targets, position.placeless());
  }

  /** Targets whose places need not be asked for. */
  static LocatedTargets located(List<SkyTarget> targets, List<String> placeless) {
    return new LocatedTargets(targets, targets.size(), placeless, List.of(), List.of(), "");
  }

  private static LocatedTargets resolved(
      List<String> names, ArchiveClient client, Arguments arguments, Work work) {
    Optional<Resolver> chosen = ResolverOption.of(arguments);
    NamesReply reply;
    try (Watch watch = work.watch("resolving names")) {
      reply = client.resolve(names, chosen, false, watch, work.cancellation());
    }
    if (reply.found().isEmpty()) {
      throw new CommandException(
          reply.unanswered().isEmpty() ? ExitCode.FAILED : ExitCode.ARCHIVE,
          "none of "
              + Counts.of(names.size(), "name", "names")
              + " could be resolved"
              + (reply.trouble().isEmpty() ? "" : ": " + reply.trouble()),
          "coordinates=@FILE needs no names; target=@FILE asks for the names in the proposals");
    }
    work.say(
        "  resolved: "
            + Counts.text(reply.found().size())
            + " of "
            + Counts.of(names.size(), "name", "names")
            + chosen.map(one -> " by " + one.word()).orElse(""));
    return new LocatedTargets(
        reply.targets(),
        names.size(),
        List.of(),
        reply.unknown(),
        reply.unanswered(),
        reply.trouble());
  }
}
