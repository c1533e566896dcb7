package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.NamesReply;
import org.mastshell.archive.ResolvedName;
import org.mastshell.archive.Resolver;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.ObjectNames;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.ValueFiles;
import org.mastshell.language.Word;
import org.mastshell.output.CleanText;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;

/** Looks names up in the archive's resolver. */
public final class ResolveCommand implements ShellCommand {
  private static final int SHOWN = 8;

  private final ArchiveAccess archive;
  private final ValueFiles files;

  /**
   * @param archive whom to ask
   * @param files what reads lists of names
   */
  public ResolveCommand(ArchiveAccess archive, ValueFiles files) {
    this.archive = archive;
    this.files = files;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "resolve",
        List.of(),
        Groups.FIND,
        "find the coordinates of names",
        "NAME[, NAME…] [--resolver NAME] [--all]",
        """
        The positions that the archive's resolver knows, ICRS degrees. search object=NAME uses the \
        first. Commas part names, blanks do not; @FILE stands for the names in a file. Of a single name \
        every position that comes is shown, of several the first one, with --all those of every \
        catalogue. Names that are not known are listed apart.\
        """,
        new ArgumentSpec(
            false,
            false,
            true,
            List.of(
                ResolverOption.SPEC, OptionSpec.flag("all", "the position of every catalogue"))),
        List.of(
            new Example("resolve M 101", "a galaxy"),
            new Example("resolve M 101, eta Car --resolver simbad", "several, by SIMBAD"),
            new Example("resolve @docs/names.txt", "those of a file")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    if (arguments.values().isEmpty()) {
      Word command = arguments.command().name();
      throw new SyntaxException(
          "resolve needs a name",
          arguments.command().line(),
          command.start(),
          command.end(),
          "resolve M 101");
    }
    Optional<Resolver> chosen = ResolverOption.of(arguments);
    List<String> notes = new ArrayList<>();
    List<String> names =
        ObjectNames.read(arguments.values(), arguments.command().line(), files, notes);
    notes.forEach(note -> work.say("  " + note));
    NamesReply reply = ask(names, chosen, arguments.has("all"), work);
    if (reply.found().isEmpty() && reply.unanswered().isEmpty()) {
      throw unknown(names, chosen);
    }
    List<Part> parts = new ArrayList<>();
    parts.add(table(reply).part());
    addNames(parts, "not known", reply.unknown());
    addNames(parts, "no answer", reply.unanswered());
    if (reply.unanswered().isEmpty()) {
      return CommandResult.done(parts);
    }
    parts.add(new Part.Talk("  " + reply.trouble()));
    return CommandResult.ended(ExitCode.ARCHIVE, parts);
  }

  private NamesReply ask(List<String> names, Optional<Resolver> chosen, boolean all, Work work) {
    ArchiveClient client = archive.client(work.session().settings());
    if (names.size() == 1 && chosen.isEmpty() && !all) {
      String name = names.get(0);
      List<ResolvedName> places = client.resolve(name, work.cancellation());
      return new NamesReply(
          places.isEmpty() ? Map.of() : Map.of(name, places), List.of(), List.of(), "");
    }
    try (Watch watch = work.watch("resolving names")) {
      return client.resolve(names, chosen, all, watch, work.cancellation());
    }
  }

  private static CommandException unknown(List<String> names, Optional<Resolver> chosen) {
    String object =
        names.size() == 1
            ? "no object called " + names.get(0)
            : "none of these " + Counts.text(names.size()) + " names";
    return new CommandException(
        ExitCode.FAILED,
        "the archive's resolver knows " + object,
        chosen
            .map(one -> "another catalogue may know it: take --resolver " + one.word() + " away")
            .orElse("it asks SIMBAD, NED and the TESS catalogue: try another spelling"));
  }

  // The first columns are those that coordinates=@FILE looks for.
  private static AnswerTable table(NamesReply reply) {
    AnswerTable table =
        new AnswerTable()
            .text("name", "as it was asked for")
            .decimal("ra", "deg", "right ascension, ICRS")
            .decimal("dec", "deg", "declination, ICRS")
            .text("resolver", "the catalogue that knew it")
            .text("known_as", "its name there")
            .text("type", "its word for the kind of object");
    reply
        .found()
        .forEach(
            (name, places) ->
                places.forEach(
                    one ->
                        table.row(
                            name,
                            one.ra(),
                            one.dec(),
                            one.resolver(),
                            one.name(),
                            one.objectType())));
    return table;
  }

  private static void addNames(List<Part> parts, String what, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    int shown = names.size() <= SHOWN + 1 ? names.size() : SHOWN;
    String first =
        String.join(", ", names.subList(0, shown).stream().map(CleanText::oneLine).toList());
    String more = shown < names.size() ? " and " + Counts.text(names.size() - shown) + " more" : "";
    parts.add(new Part.Talk("  " + what + ": " + first + more));
  }
}
