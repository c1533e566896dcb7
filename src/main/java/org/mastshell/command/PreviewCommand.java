package org.mastshell.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mastshell.chart.Pictures;
import org.mastshell.command.PreviewPictures.Fetched;
import org.mastshell.command.PreviewPictures.MissingPicture;
import org.mastshell.command.PreviewPictures.Wanted;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.RowSelections;
import org.mastshell.language.Word;
import org.mastshell.output.CleanText;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;

/** Shows the pictures that the archive has made of observations. */
public final class PreviewCommand implements ShellCommand {
  private static final int MOST_ROWS = 24;
  private static final String JPEG = ".jpg";
  private static final String PNG = ".png";
  private static final String SVG = ".svg";

  private final PreviewPictures pictures;
  private final PictureFiles files;

  /**
   * @param archive who has the pictures
   * @param login asks for a token where a picture is exclusive
   * @param paths what file names stand for
   */
  public PreviewCommand(ArchiveAccess archive, LoginPrompt login, LocalPaths paths) {
    this.pictures = new PreviewPictures(archive, Optional.of(login));
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
        protocol, Sixel): set pictures chooses. Nothing is kept on disk. Of cutouts, the pictures that \
        came are shown.

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
    PreviewPlaces places = new PreviewPlaces(work.session(), set);
    for (int row : rows) {
      Optional<LocalCutout> cutout = LocalCutout.of(set, row);
      Wanted wanted =
          cutout
              .map(here -> new Wanted(row, here.name(), Optional.empty()))
              .orElseGet(() -> places.of(row));
      try {
        fetched.add(
            cutout.isPresent()
                ? pictures.read(row, cutout.get())
                : pictures.fetch(wanted, known, work));
      } catch (MissingPicture missing) {
        failures.add(new Failure(wanted, missing.getMessage(), missing.code()));
      }
    }
    if (fetched.isEmpty() && failures.size() == 1) {
      Failure only = failures.get(0);
      throw new CommandException(
          only.code(),
          text(only),
          CutoutFiles.paths(set).isPresent()
              ? "show file path lists the files"
              : "products; show lists what there is");
    }
    List<Part> parts = new ArrayList<>();
    if (rows.length == 0) {
      parts.add(new Part.Talk("no rows to preview"));
    }
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

  private Path save(Fetched fetched, String extension, Arguments arguments) {
    String type = Pictures.mediaType(fetched.file());
    byte[] content =
        switch (extension) {
          case PNG -> Pictures.png(fetched.picture());
          case SVG ->
              Pictures.svg(fetched.file(), type, fetched.picture(), fetched.of().name())
                  .getBytes(StandardCharsets.UTF_8);
          default -> fetched.file();
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
          one.of().row() + 1,
          one.of().name(),
          one.of().uri().orElse(""),
          one.picture().width(),
          one.picture().height(),
          one.file().length);
      pictures.add(new Part.Captioned(one.picture(), one.of().row() + 1 + " " + one.of().name()));
    }
    return new Part.Gallery(pictures, (Part.Rows) rows.part());
  }
}
