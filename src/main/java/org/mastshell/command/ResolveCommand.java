package org.mastshell.command;

import java.util.List;
import java.util.stream.Collectors;
import org.mastshell.archive.ResolvedName;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;

/** Looks a name up in the archive's resolver. */
public final class ResolveCommand implements ShellCommand {
  private final ArchiveAccess archive;

  /**
   * @param archive whom to ask
   */
  public ResolveCommand(ArchiveAccess archive) {
    this.archive = archive;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "resolve",
        List.of(),
        Groups.FIND,
        "find the coordinates of a name",
        "NAME",
        "Every position that the archive's resolver knows, ICRS degrees. search object=NAME uses the first.",
        new ArgumentSpec(false, false, true, List.of()),
        List.of(new Example("resolve M 101", "a galaxy")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    String name = arguments.values().stream().map(Word::text).collect(Collectors.joining(" "));
    if (name.isBlank()) {
      Word command = arguments.command().name();
      throw new SyntaxException(
          "resolve needs a name",
          arguments.command().line(),
          command.start(),
          command.end(),
          "resolve M 101");
    }
    List<ResolvedName> found =
        archive.client(work.session().settings()).resolve(name, work.cancellation());
    if (found.isEmpty()) {
      throw new CommandException(
          ExitCode.FAILED,
          "the archive's resolver knows no object called " + name,
          "it asks SIMBAD, NED and the TESS catalogue: try another spelling");
    }
    AnswerTable table =
        new AnswerTable()
            .text("name", "as the resolver writes it")
            .decimal("ra", "deg", "right ascension, ICRS")
            .decimal("dec", "deg", "declination, ICRS")
            .text("resolver", "the catalogue that knew it")
            .text("type", "its word for the kind of object");
    for (ResolvedName one : found) {
      table.row(one.name(), one.ra(), one.dec(), one.resolver(), one.objectType());
    }
    return CommandResult.done(table.part());
  }
}
