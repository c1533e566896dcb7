package org.mastshell.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mastshell.download.CurlScript;
import org.mastshell.download.ShellWord;
import org.mastshell.language.Arguments;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.table.Column;
import org.mastshell.table.Distinct;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** Saves the archive's own script that fetches files with curl. */
public final class CurlScripts {
  private final ArchiveAccess archive;
  private final Logins logins;
  private final ScriptPlace place;

  /**
   * @param archive who writes the script
   * @param logins the token that must not be in it
   * @param clock gives the time in the file's name
   * @param paths what file names stand for
   */
  public CurlScripts(ArchiveAccess archive, Logins logins, Clock clock, LocalPaths paths) {
    this.archive = archive;
    this.logins = logins;
    this.place = new ScriptPlace(clock, paths);
  }

  /** Saves a script for these products. */
  CommandResult save(Table products, Arguments arguments, Work work) {
    Table files = Distinct.by(products, Subject.column(ProductRules.URI));
    Column cells = files.column(Subject.column(ProductRules.URI));
    List<String> uris =
        IntStream.range(0, files.size())
            .mapToObj(cells::text)
            .filter(uri -> uri != null && !uri.isBlank())
            .toList();
    if (uris.isEmpty()) {
      return CommandResult.talk("no files: no script was made");
    }
    int exclusive = files.where(ProductRules.EXCLUSIVE).size();
    if (exclusive == files.size()) {
      throw new CommandException(
          ExitCode.LOGIN,
          "all of these are exclusive, and the archive leaves exclusive files out of its scripts",
          "login, then download fetches them");
    }
    String count = Counts.of(uris.size() - exclusive, "file", "files");
    if (arguments.has("dry-run")) {
      return CommandResult.talk(
          "a script for " + count + " would be saved as " + target(arguments, work));
    }
    String text = archive.client(work.session().settings()).bundleScript(uris, work.cancellation());
    String token = logins.token(work.host()).map(String::new).orElse("");
    Path saved = CurlScript.save(text, target(arguments, work), token);
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Value(saved.toString()));
    parts.add(
        new Part.Talk("  a script for " + count + ": bash " + ShellWord.ofFile(saved.toString())));
    if (exclusive > 0) {
      parts.add(
          new Part.Talk(
              "  left out: "
                  + Counts.of(exclusive, "exclusive file", "exclusive files")
                  + ", which download fetches after a login"));
    }
    return CommandResult.done(parts);
  }

  private Path target(Arguments arguments, Work work) {
    // Without a value the option has its own word.
    Optional<String> given =
        arguments.option("curl").filter(name -> !name.isEmpty() && !name.equals("--curl"));
    return place.of(given, "", arguments, work.session().settings());
  }
}
