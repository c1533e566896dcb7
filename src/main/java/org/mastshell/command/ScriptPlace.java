package org.mastshell.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.mastshell.download.ScriptFile;
import org.mastshell.language.Arguments;
import org.mastshell.language.Word;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;

/**
 * Where the scripts of downloads go: to the file that is named, else beside what they fetch.
 *
 * @param clock gives the time in the file's name
 * @param paths what file names stand for
 */
record ScriptPlace(Clock clock, LocalPaths paths) {

  /** Refuses a file that was named by nothing, before anything is done. */
  static void refuseNameless(Optional<Word> file, Arguments arguments) {
    if (file.isPresent() && file.get().text().isBlank()) {
      throw file.get()
          .fault(
              arguments.command().line(),
              "this FILE has no name",
              "without FILE the script gets a name of its own");
    }
  }

  /**
   * The place of a script.
   *
   * @param file as it was named, if it was
   * @param mark in the name of one that was not; may be empty
   */
  Path of(Optional<String> file, String mark, Arguments arguments, Settings settings) {
    if (file.isPresent()) {
      return paths.writable(file.get());
    }
    String folder = arguments.option("dir").orElse(settings.get(Setting.DOWNLOAD_DIR));
    return paths.writable(folder).resolve(ScriptFile.name(LocalDateTime.now(clock), mark));
  }
}
