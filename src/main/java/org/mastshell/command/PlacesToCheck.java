package org.mastshell.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mastshell.download.CheckedPlace;
import org.mastshell.language.Arguments;
import org.mastshell.language.Word;
import org.mastshell.session.Setting;

/** What a person names to have its files checked. */
final class PlacesToCheck {
  private PlacesToCheck() {}

  /**
   * What a word stands for.
   *
   * @param quick whether contents are not looked at
   * @throws org.mastshell.language.SyntaxException if nothing is there, or nothing by which it
   *     could be checked
   */
  static List<CheckedPlace> named(Word word, boolean quick, Arguments arguments, LocalPaths paths) {
    String line = arguments.command().line();
    List<CheckedPlace> places = CheckedPlace.at(paths.resolve(word.text()));
    if (places.isEmpty()) {
      throw word.fault(
          line,
          "there is no " + word.text(),
          "name a folder with downloaded files, the manifest in it, or one of its files; looked for "
              + paths.resolve(word.text()));
    }
    Optional<String> refusal =
        places.stream().flatMap(one -> one.refusal(quick).stream()).findAny();
    if (refusal.isPresent()) {
      throw word.fault(
          line,
          word.text() + " cannot be checked: " + refusal.get(),
          "name a folder with downloaded files, the manifest in it, or one of its files");
    }
    return places;
  }

  /**
   * What the folder of the settings stands for: as if it were named.
   *
   * @throws CommandException if no download has been there
   */
  static List<CheckedPlace> ofSettings(LocalPaths paths, Work work) {
    Path place = paths.resolve(work.session().settings().get(Setting.DOWNLOAD_DIR));
    List<CheckedPlace> places = CheckedPlace.at(place);
    if (places.stream().noneMatch(one -> one.folder().isOfDownload())) {
      throw new CommandException(
          ExitCode.FAILED,
          "nothing was downloaded into " + place,
          "name the folder: verify DIR, or the manifest: verify DIR/mastDownload/manifest.csv");
    }
    return places;
  }

  /** The line that says what is checked, and by which manifest where that lies elsewhere. */
  static String heading(CheckedPlace place) {
    return place.isWhole() || !place.recorded()
        ? "  " + place.place()
        : "  " + place.place() + ", by " + place.folder().manifest();
  }
}
