package org.mastshell.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mastshell.archive.ArchiveException;
import org.mastshell.chart.Pictures;
import org.mastshell.chart.Raster;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.RowSelections;
import org.mastshell.language.Word;
import org.mastshell.output.CleanText;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.SetKind;

/** Shows the pictures that the archive has made of observations. */
public final class PreviewCommand implements ShellCommand {
  private static final int MOST_ROWS = 24;
  private static final int LARGEST_FILE = 32 << 20;
  private static final String JPEG = ".jpg";
  private static final String PNG = ".png";
  private static final String SVG = ".svg";

  private final ArchiveAccess archive;
  private final LoginPrompt login;
  private final PictureFiles files;

  /**
   * @param archive who has the pictures
   * @param login asks for a token where a picture is exclusive
   * @param paths what file names stand for
   */
  public PreviewCommand(ArchiveAccess archive, LoginPrompt login, LocalPaths paths) {
    this.archive = archive;
    this.login = login;
    this.files = new PictureFiles(paths);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "preview",
        List.of(),
        Groups.SETS,
        "show the archive's pictures of observations",
        "ROWS",
        """
        Fetches the preview of each row and shows it: of an observation the picture that the archive \
        has made of it, of a product itself if it is a picture, else that of its observation. It is \
        drawn in coloured blocks, and as a true picture where the terminal takes them (Kitty's \
        protocol, Sixel): set pictures chooses. Nothing is kept on disk.

        --output FILE saves the picture of one row instead: .jpg as the archive has it, .png or .svg \
        made of it. A file that is there stays without --force.\
        """,
        new ArgumentSpec(
            false,
            true,
            false,
            List.of(
                PictureFiles.OPTIONS.get(0).meaning("save as FILE.jpg, .png or .svg instead"),
                PictureFiles.OPTIONS.get(2))),
        List.of(
            new Example("search program=1073 filters=F277W", "first find observations"),
            new Example("preview 1", "the picture of the first"),
            new Example("preview 1-3", "three beside each other"),
            new Example("preview 2 --output field.jpg", "save one")));
  }

  /** A row and where its picture is; empty if it has none. */
  private record Wanted(int row, String name, Optional<String> uri) {}

  /** A picture that is here. */
  private static final class Fetched {
    private final Wanted of;
    private final byte[] file;
    private final Raster picture;

    Fetched(Wanted of, byte[] file, Raster picture) {
      this.of = of;
      this.file = file;
      this.picture = picture;
    }
  }

  /** A row whose picture could not be had. */
  private record Failure(Wanted of, String why, ExitCode code) {}

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    WorkingSet set = work.session().requireCurrent();
    int[] rows = rows(arguments, set);
    String extension = extension(arguments, rows.length);
    List<Fetched> fetched = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    Map<String, Fetched> known = new HashMap<>();
    for (int row : rows) {
      Wanted wanted = wanted(work, set, row);
      try {
        fetched.add(fetch(wanted, known, work));
      } catch (MissingPicture missing) {
        failures.add(new Failure(wanted, missing.getMessage(), missing.code));
      }
    }
    if (fetched.isEmpty() && failures.size() == 1) {
      Failure only = failures.get(0);
      throw new CommandException(only.code(), text(only), "products; show lists what there is");
    }
    List<Part> parts = new ArrayList<>();
    if (!fetched.isEmpty()) {
      parts.add(
          extension.isEmpty()
              ? gallery(fetched)
              : new Part.Talk("saved: " + save(fetched.get(0), extension, arguments)));
    }
    failures.forEach(failure -> parts.add(new Part.LeftOut("  " + text(failure))));
    return failures.isEmpty()
        ? CommandResult.done(parts)
        : CommandResult.ended(failures.get(0).code(), parts);
  }

  private static String text(Failure failure) {
    return "no preview of row "
        + (failure.of().row() + 1)
        + " ("
        + CleanText.oneLine(failure.of().name())
        + "): "
        + failure.why();
  }

  private static int[] rows(Arguments arguments, WorkingSet set) {
    String line = arguments.command().line();
    if (arguments.rows().isEmpty()) {
      if (set.size() == 1) {
        return new int[] {0};
      }
      throw MissingWord.behind(
          arguments, "preview needs a row", "preview 1    preview 1-3    show lists the rows");
    }
    int[] rows = RowSelections.resolve(arguments.rows().get(), set.size(), line);
    if (rows.length > MOST_ROWS) {
      throw arguments
          .rows()
          .get()
          .word()
          .fault(
              line,
              Counts.text(rows.length) + " pictures are too many at once",
              "at most " + MOST_ROWS + ", as in preview 1-" + MOST_ROWS);
    }
    return rows;
  }

  private String extension(Arguments arguments, int rows) {
    Word file = arguments.options().get(PictureFiles.OUTPUT);
    if (file == null) {
      return "";
    }
    String extension =
        PictureFiles.extension(arguments, List.of(JPEG, ".jpeg", PNG, SVG)).replace("jpeg", "jpg");
    if (rows != 1) {
      throw file.fault(
          arguments.command().line(),
          "one file holds one picture",
          "name one row, or filter to the previews and download them");
    }
    files.refuseIfThere(arguments);
    return extension;
  }

  private static Wanted wanted(Work work, WorkingSet set, int row) {
    Table table = set.table();
    if (set.kind() != SetKind.PRODUCTS) {
      return new Wanted(row, shown(table.text(row, "obs_id")), given(table.text(row, "jpegURL")));
    }
    String name = shown(table.text(row, ProductRules.NAME));
    Table own = table.select(row);
    if (!own.where(ProductRules.PREVIEW).isEmpty()) {
      return new Wanted(row, name, given(table.text(row, ProductRules.URI)));
    }
    return new Wanted(
        row,
        name,
        Optional.ofNullable(new ParentValues(work.session(), set).text("jpegURL", own))
            .flatMap(PreviewCommand::given));
  }

  private static String shown(String name) {
    return name == null ? "without a name" : name;
  }

  private static Optional<String> given(String uri) {
    return Optional.ofNullable(uri).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** Why there is no picture. */
  private static final class MissingPicture extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    MissingPicture(ExitCode code, String why) {
      super(why);
      this.code = code;
    }
  }

  private Fetched fetch(Wanted wanted, Map<String, Fetched> known, Work work)
      throws MissingPicture {
    if (wanted.uri().isEmpty()) {
      throw new MissingPicture(ExitCode.FAILED, "the archive lists none");
    }
    String uri = wanted.uri().get();
    if (!uri.regionMatches(true, 0, "mast:", 0, "mast:".length())) {
      throw new MissingPicture(
          ExitCode.FAILED,
          "it is not in the archive's download service but at " + CleanText.oneLine(uri));
    }
    Fetched before = known.get(uri);
    if (before != null) {
      return new Fetched(wanted, before.file, before.picture);
    }
    byte[] file = file(uri, work);
    try {
      Fetched fetched = new Fetched(wanted, file, Pictures.read(file));
      known.put(uri, fetched);
      return fetched;
    } catch (IOException unreadable) {
      throw new MissingPicture(ExitCode.ARCHIVE, unreadable.getMessage());
    }
  }

  private byte[] file(String uri, Work work) throws MissingPicture {
    try {
      return fetched(uri, work);
    } catch (ArchiveException refused) {
      if (refused.kind() != ArchiveException.Kind.LOGIN || !work.console().interactive()) {
        throw missing(refused);
      }
    }
    work.say("this preview is exclusive");
    login.ask(work);
    try {
      return fetched(uri, work);
    } catch (ArchiveException again) {
      throw missing(again);
    }
  }

  private byte[] fetched(String uri, Work work) {
    try (Watch watch = work.watch("fetching the preview")) {
      return archive
          .client(work.session().settings())
          .smallFile(uri, LARGEST_FILE, watch, work.cancellation());
    }
  }

  private static MissingPicture missing(ArchiveException refused) {
    ExitCode code =
        switch (refused.kind()) {
          case LOGIN -> ExitCode.LOGIN;
          case QUESTION -> ExitCode.FAILED;
          default -> ExitCode.ARCHIVE;
        };
    return new MissingPicture(code, refused.getMessage());
  }

  private Path save(Fetched fetched, String extension, Arguments arguments) {
    String type = Pictures.mediaType(fetched.file);
    byte[] content =
        switch (extension) {
          case PNG -> Pictures.png(fetched.picture);
          case SVG ->
              Pictures.svg(fetched.file, type, fetched.picture, fetched.of.name())
                  .getBytes(StandardCharsets.UTF_8);
          default -> fetched.file;
        };
    return files.save(content, arguments);
  }

  private static Part gallery(List<Fetched> fetched) {
    AnswerTable rows =
        new AnswerTable()
            .whole("row", "its number in the set")
            .text("name", "of the observation or product")
            .text("preview", "where the archive has it")
            .whole("width", "pixels")
            .whole("height", "pixels")
            .size("bytes", "size of the file");
    List<Part.Captioned> pictures = new ArrayList<>();
    for (Fetched one : fetched) {
      rows.row(
          one.of.row() + 1,
          one.of.name(),
          one.of.uri().orElse(""),
          one.picture.width(),
          one.picture.height(),
          one.file.length);
      pictures.add(new Part.Captioned(one.picture, one.of.row() + 1 + " " + one.of.name()));
    }
    return new Part.Gallery(pictures, (Part.Rows) rows.part());
  }
}
