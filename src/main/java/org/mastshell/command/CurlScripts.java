package org.mastshell.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mastshell.archive.MissionUri;
import org.mastshell.download.CurlScript;
import org.mastshell.download.ShellWord;
import org.mastshell.language.Arguments;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.output.Sizes;
import org.mastshell.session.Setting;
import org.mastshell.table.Column;
import org.mastshell.table.Distinct;
import org.mastshell.table.Predicate;
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
    refuseUnknownThere(uris);
    String count = Counts.of(uris.size() - exclusive, "file", "files");
    if (arguments.has("dry-run")) {
      Table open = files.where(Predicate.not(ProductRules.EXCLUSIVE));
      return planned(open, count, exclusive, target(arguments, work), work);
    }
    String text = archive.client(work.session().settings()).bundleScript(uris, work.cancellation());
    String token = logins.token(work.host()).map(String::new).orElse("");
    Path saved = CurlScript.save(text, target(arguments, work), token);
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Value(saved.toString()));
    parts.add(
        new Part.Talk("  a script for " + count + ": bash " + ShellWord.ofFile(saved.toString())));
    addLeftOut(exclusive, parts);
    return CommandResult.done(parts);
  }

  // The archive would write a script that asks for them in vain and ends as if all were well.
  private static void refuseUnknownThere(List<String> uris) {
    long unknown = uris.stream().filter(uri -> MissionUri.read(uri).isPresent()).count();
    if (unknown > 0) {
      throw new CommandException(
          ExitCode.FAILED,
          "the archive's own script cannot fetch what a mission's search has listed, as "
              + (unknown == uris.size()
                  ? "these are"
                  : Counts.of(unknown, "of these files is", "of these files are")),
          "download --to curl makes a script that does");
    }
  }

  // Where its files would go is the script's own affair.
  private static CommandResult planned(
      Table files, String count, int exclusive, Path target, Work work) {
    AnswerTable table =
        new AnswerTable()
            .text("file", "its name in the archive's list")
            .size("size", "as listed")
            .text("dataURI", "its name in the archive");
    Column sizes = files.column(Subject.column("size"));
    for (int row = 0; row < files.size(); row++) {
      table.row(
          files.text(row, ProductRules.NAME),
          sizes.isMissing(row) ? null : (long) sizes.number(row),
          files.text(row, ProductRules.URI));
    }
    List<Part> parts = new ArrayList<>();
    parts.add(table.part(work.session().settings().whole(Setting.LIMIT)));
    parts.add(
        new Part.Talk(
            "  a script for %s, %s, would be saved as %s"
                .formatted(count, Sizes.text(ProductSummary.bytes(files)), target)));
    addLeftOut(exclusive, parts);
    return CommandResult.done(parts);
  }

  private static void addLeftOut(int exclusive, List<Part> parts) {
    if (exclusive > 0) {
      parts.add(
          new Part.Talk(
              "  left out: "
                  + Counts.of(exclusive, "exclusive file", "exclusive files")
                  + ", which download fetches after a login"));
    }
  }

  private Path target(Arguments arguments, Work work) {
    // Without a value the option has its own word.
    Optional<String> given =
        arguments.option("curl").filter(name -> !name.isEmpty() && !name.equals("--curl"));
    return place.of(given, "", arguments, work.session().settings());
  }
}
