package org.mastshell.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mastshell.chart.Chart;
import org.mastshell.chart.NoFontsException;
import org.mastshell.chart.PictureSize;
import org.mastshell.chart.Pictures;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;

/** Saves pictures as files, as the options of a command say. */
final class PictureFiles {
  static final String OUTPUT = "output";
  static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.valued(OUTPUT, "FILE", "save as FILE.png or FILE.svg instead").withShort('o'),
          OptionSpec.valued(
              "size",
              "WxH",
              "of the saved picture, in pixels (1200x800; what is drawn in lines is as high as they are)"),
          OptionSpec.flag("force", "replace a file that is there"));

  private static final String PNG = ".png";
  private static final String SVG = ".svg";

  private final LocalPaths paths;

  PictureFiles(LocalPaths paths) {
    this.paths = paths;
  }

  /**
   * Judges the options before anything is drawn.
   *
   * @throws SyntaxException if there cannot be such a picture
   */
  void check(Arguments arguments) {
    if (arguments.has(OUTPUT)) {
      extension(arguments, List.of(PNG, SVG));
      refuseIfThere(arguments);
    } else {
      refuseAlone(arguments, "size");
      refuseAlone(arguments, "force");
    }
    typedSize(arguments);
  }

  private static void refuseAlone(Arguments arguments, String option) {
    if (arguments.has(option)) {
      throw arguments
          .options()
          .get(option)
          .fault(
              arguments.command().line(),
              "--" + option + " is about a file that is saved",
              "add --output FILE.png, or take it away");
    }
  }

  /**
   * How the name of the file ends, in small letters.
   *
   * @param allowed the endings that there are
   */
  static String extension(Arguments arguments, List<String> allowed) {
    Word file = arguments.options().get(OUTPUT);
    String name = file.text().toLowerCase(Locale.ROOT);
    return allowed.stream()
        .filter(name::endsWith)
        .findFirst()
        .orElseThrow(
            () ->
                file.fault(
                    arguments.command().line(),
                    "a picture cannot be saved as " + file.text(),
                    "its name ends in " + String.join(" or ", allowed)));
  }

  private static Optional<PictureSize> typedSize(Arguments arguments) {
    Word typed = arguments.options().get("size");
    if (typed == null) {
      return Optional.empty();
    }
    Optional<PictureSize> size = PictureSize.of(typed.text());
    if (size.isEmpty()) {
      throw typed.fault(
          arguments.command().line(),
          "--size cannot be '" + typed.text() + "'",
          "it is " + PictureSize.ALLOWED);
    }
    return size;
  }

  /** Saves a chart; gives where it is. */
  Path save(Chart chart, Arguments arguments) {
    PictureSize size = typedSize(arguments).orElseGet(() -> PictureSize.of(chart));
    if (extension(arguments, List.of(PNG, SVG)).equals(SVG)) {
      return save(Pictures.svg(chart, size).getBytes(StandardCharsets.UTF_8), arguments);
    }
    try {
      return save(Pictures.png(chart, size), arguments);
    } catch (NoFontsException missing) {
      throw new CommandException(
          ExitCode.FAILED,
          missing.getMessage(),
          "--output FILE.svg needs none; or install fontconfig and a font, such as"
              + " fonts-dejavu-core");
    }
  }

  /**
   * Refuses to go on where a file is that is not to be replaced.
   *
   * @throws CommandException if it is there
   */
  void refuseIfThere(Arguments arguments) {
    file(arguments).refuseIfThere();
  }

  /** Saves a picture that is a file already; gives where it is. */
  Path save(byte[] content, Arguments arguments) {
    WrittenFile file = file(arguments);
    file.write(draft -> Files.write(draft, content));
    return file.place();
  }

  private WrittenFile file(Arguments arguments) {
    return new WrittenFile(
        paths.writable(arguments.options().get(OUTPUT).text()), arguments.has("force"));
  }
}
