package org.mastshell.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.mastshell.download.CurlScript;
import org.mastshell.language.Arguments;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.Setting;
import org.mastshell.table.Column;
import org.mastshell.table.Distinct;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** Saves the archive's own script that fetches files with curl. */
public final class CurlScripts {
  private final ArchiveAccess archive;
  private final Logins logins;
  private final Clock clock;
  private final Path folder;

  /**
   * @param archive who writes the script
   * @param logins the token that must not be in it
   * @param clock gives the time in the file's name
   * @param folder the folder to which relative names refer
   */
  public CurlScripts(ArchiveAccess archive, Logins logins, Clock clock, Path folder) {
    this.archive = archive;
    this.logins = logins;
    this.clock = clock;
    this.folder = folder;
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
    if (arguments.has("dry-run")) {
      return CommandResult.talk(
          "a script for "
              + Counts.text(uris.size())
              + " files would be saved as "
              + target(arguments, work));
    }
    String text = archive.client(work.session().settings()).bundleScript(uris, work.cancellation());
    String token = logins.token().map(String::new).orElse("");
    Path saved = CurlScript.save(text, target(arguments, work), token);
    return CommandResult.done(
        new Part.Value(saved.toString()),
        new Part.Talk("  a script for " + Counts.text(uris.size()) + " files: bash " + saved));
  }

  private Path target(Arguments arguments, Work work) {
    return place(arguments, work).normalize();
  }

  private Path place(Arguments arguments, Work work) {
    String given = arguments.option("curl").filter(name -> !name.equals("--curl")).orElse("");
    Path place = folder.resolve(work.session().settings().get(Setting.DOWNLOAD_DIR));
    return given.isEmpty()
        ? arguments
            .option("dir")
            .map(folder::resolve)
            .orElse(place)
            .resolve(CurlScript.name(LocalDateTime.now(clock)))
        : folder.resolve(given);
  }
}
