package org.mastshell.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mastshell.download.ExistingFiles;
import org.mastshell.download.Layout;
import org.mastshell.download.TransferOptions;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;

/** Where the files of a download go: what its options and the settings say of it. */
final class DownloadPlaces {
  /** The options of a command that puts files into folders. */
  static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.valued("dir", "DIR", "another folder than the setting download_dir"),
          OptionSpec.valued(
              "layout",
              "mast|flat|program|TEMPLATE",
              "other folders than the setting layout: {field}/{filename}"),
          OptionSpec.flag("flat", "short for --layout flat: all files in that folder"),
          OptionSpec.valued(
              "existing",
              "skip|overwrite|keep-both",
              "what becomes of files that are here: leave them (skip), replace, or keep both"));

  static final Duration STALL = Duration.ofMinutes(1);

  private final Path folder;
  private final Settings settings;
  private final LocalPaths paths;
  private final LayoutReader layouts;
  private final LayoutReader.Read layout;
  private final ExistingFiles existing;

  private DownloadPlaces(
      Path folder,
      Settings settings,
      LocalPaths paths,
      LayoutReader layouts,
      LayoutReader.Read layout,
      ExistingFiles existing) {
    this.folder = folder;
    this.settings = settings;
    this.paths = paths;
    this.layouts = layouts;
    this.layout = layout;
    this.existing = existing;
  }

  /**
   * Reads them.
   *
   * @throws SyntaxException if an option has a value that it cannot have
   * @throws CommandException if no file may be written into the folder
   */
  static DownloadPlaces of(
      Arguments arguments, Settings settings, LocalPaths paths, Fields fields) {
    LayoutReader layouts = new LayoutReader(fields);
    LayoutReader.Read layout = layout(arguments, settings, layouts);
    ExistingFiles existing = existing(arguments);
    Path folder =
        paths.writable(arguments.option("dir").orElse(settings.get(Setting.DOWNLOAD_DIR)));
    return new DownloadPlaces(folder, settings, paths, layouts, layout, existing);
  }

  /**
   * The places that the usual layouts and the settings give the same files, below this folder and
   * below that of the setting; what is there is left alone.
   */
  List<DownloadPlaces> usual() {
    List<LayoutReader.Read> read = new ArrayList<>(layouts.named());
    read.add(layouts.setting(settings.get(Setting.LAYOUT)));
    List<DownloadPlaces> usual = new ArrayList<>();
    for (Path one : List.of(folder, usualFolder())) {
      for (LayoutReader.Read other : read) {
        usual.add(new DownloadPlaces(one, settings, paths, layouts, other, ExistingFiles.SKIP));
      }
    }
    return usual;
  }

  // Whoever may not write there is not to be sent there.
  private Path usualFolder() {
    try {
      return paths.writable(settings.get(Setting.DOWNLOAD_DIR));
    } catch (CommandException closed) {
      return folder;
    }
  }

  /** The same, where what is there is left alone. */
  DownloadPlaces leavingAll() {
    return new DownloadPlaces(folder, settings, paths, layouts, layout, ExistingFiles.SKIP);
  }

  /** Whether files get the same places there. */
  boolean arePlacesOf(DownloadPlaces other) {
    return folder.equals(other.folder) && layout().equals(other.layout());
  }

  /** The folders below the download folder. */
  Layout layout() {
    return layout.layout();
  }

  /**
   * Goes on only if a folder that is named has a name.
   *
   * @throws SyntaxException that points at one that is empty, as of a variable that was never set
   */
  static void refuseNameless(Arguments arguments) {
    for (String option : List.of("dir", Repair.OPTION)) {
      Word folder = arguments.options().get(option);
      if (folder != null && folder.text().isBlank()) {
        throw folder.fault(
            arguments.command().line(),
            "--" + option + " needs a folder",
            "download --" + option + " . takes the one that you are in");
      }
    }
  }

  /** Where and how, for the transfer. */
  TransferOptions options() {
    return new TransferOptions(
        folder,
        layout(),
        existing,
        settings.whole(Setting.PARALLEL),
        settings.whole(Setting.RETRIES),
        STALL);
  }

  /** The same for a folder whose files have their places already. */
  static TransferOptions options(Path folder, boolean flat, Settings settings) {
    return new TransferOptions(
        folder, flat, settings.whole(Setting.PARALLEL), settings.whole(Setting.RETRIES), STALL);
  }

  /** The products with everything that the layout needs of them. */
  Table complete(Table products, ParentValues parents) {
    return parents.with(layout.ofObservations(), products);
  }

  /** The fields of the layout that come from the observations of the products. */
  List<Field> ofObservations() {
    return layout.ofObservations();
  }

  private static LayoutReader.Read layout(
      Arguments arguments, Settings settings, LayoutReader reader) {
    Word option = arguments.options().get("layout");
    if (option == null) {
      return arguments.has("flat")
          ? new LayoutReader.Read(Layout.flat(), List.of())
          : reader.setting(settings.get(Setting.LAYOUT));
    }
    LayoutReader.Read read =
        reader.read(option.text(), arguments.command().line(), option.start(), option.end());
    if (arguments.has("flat") && !read.layout().equals(Layout.flat())) {
      throw option.fault(
          arguments.command().line(),
          "--flat means --layout flat, and here is another layout",
          "give one of the two");
    }
    return read;
  }

  private static ExistingFiles existing(Arguments arguments) {
    Optional<String> typed = arguments.option("existing");
    if (typed.isEmpty()) {
      return ExistingFiles.SKIP;
    }
    List<String> words = new ArrayList<>();
    for (ExistingFiles choice : ExistingFiles.values()) {
      if (word(choice).equalsIgnoreCase(typed.get())) {
        return choice;
      }
      words.add(word(choice));
    }
    throw OptionChoices.fault(arguments, "existing", "skip, overwrite or keep-both", words);
  }

  private static String word(ExistingFiles choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
