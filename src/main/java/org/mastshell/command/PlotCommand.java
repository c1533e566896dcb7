package org.mastshell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.chart.Chart;
import org.mastshell.formats.Format;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** Draws the current set. */
public final class PlotCommand implements ShellCommand {
  private static final List<String> OF_SKY = List.of("center", "radius", "all-sky");
  private static final List<String> OF_HISTOGRAM = List.of("bins", "log");
  private static final List<String> BY = List.of("by");

  private final Fields fields;
  private final PictureFiles files;
  private final CommandForms forms =
      new CommandForms("plot")
          .with("sky", "footprints on the sky", this::sky)
          .with("time", "when observations were made", this::time)
          .with("hist COLUMN", "how the values of a column are distributed", this::histogram)
          .with("spectral", "which wavelengths are covered", this::spectral);

  /**
   * @param fields what columns are called
   * @param paths what file names stand for
   */
  public PlotCommand(Fields fields, LocalPaths paths) {
    this.fields = fields;
    this.files = new PictureFiles(paths);
  }

  @Override
  public CommandInfo info() {
    List<OptionSpec> options = new ArrayList<>();
    options.add(OptionSpec.valued("by", "COLUMN", "what tells groups apart, by colour or by line"));
    options.add(OptionSpec.valued("center", "POSITION|ROW", "sky: the middle of the field"));
    options.add(
        OptionSpec.valued("radius", "ANGLE", "sky: how far the field reaches, up to 40deg"));
    options.add(OptionSpec.flag("all-sky", "sky: the whole sky"));
    options.add(OptionSpec.valued("bins", "N", "hist: so many intervals"));
    options.add(OptionSpec.flag("log", "hist: intervals of equal ratio"));
    options.add(FormatOption.SPEC);
    options.addAll(PictureFiles.OPTIONS);
    return new CommandInfo(
            "plot",
            List.of(),
            Groups.SETS,
            "draw the current set",
            "[ROWS]",
            """
        plot sky draws the footprints of observations: on the field that holds all of them, north up \
        and east to the left, or on the whole sky where that is wider than 80 degrees. Numbers in \
        the colour of a group, or behind its letter, say how many of it lie together. Plain rows \
        are points where their columns ra and dec say, in degrees. plot time draws when they were made, one line for each \
        instrument, the higher the more at once. plot spectral draws the wavelengths of each \
        instrument and filter. plot hist draws how many rows have which values of a column of \
        numbers, dates, sizes or wavelengths. Of products, it is their observations that are drawn, \
        but for the columns that products have.

        Pictures are drawn with characters, and as true pictures where the terminal takes them \
        (Kitty's protocol, Sixel): set pictures chooses. --output FILE.png or FILE.svg saves one \
        instead, --size 1600x900 in another size; a file that is there stays without --force. With a \
        data format, such as --format csv, the numbers that are drawn are written, with all digits: \
        outlines, times and bands with how many observations have each, the intervals of a histogram.\
        """,
            new ArgumentSpec(false, true, true, options),
            List.of(
                new Example("search program=1073 filters=F277W", "first find observations"),
                new Example("plot sky", "their footprints"),
                new Example("plot sky --center 3 --radius 10arcmin", "around the third"),
                new Example("plot sky 1-5 --by filters --output field.svg", "five, as a file"),
                new Example("plot time --by filters", "when, a line for each filter"),
                new Example("plot hist t_exptime --log", "how long exposures are"),
                new Example("plot spectral", "which wavelengths")))
        .choosing(forms.all());
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    files.check(arguments);
    refuseColumnsApart(arguments);
    Optional<Format> format = FormatOption.read(arguments);
    if (format.isPresent() && arguments.has(PictureFiles.OUTPUT)) {
      throw arguments
          .options()
          .get(FormatOption.SPEC.name())
          .fault(
              arguments.command().line(),
              "--output saves a picture, which has no such format",
              "take one of them away; --format csv > FILE saves the numbers");
    }
    return FormatOption.answer(arguments, work, given -> forms.run(arguments, given));
  }

  // group takes its columns one behind the other: whoever comes from there is told.
  private void refuseColumnsApart(Arguments arguments) {
    Word by = arguments.options().get("by");
    if (by == null || arguments.values().size() < 2) {
      return;
    }
    Word spare = arguments.values().get(1);
    if (spare.start() > by.start() && fields.find(spare.text(), SetKind.OBSERVATIONS).isPresent()) {
      SpareWords.refuse(
          arguments, 1, "columns stand together: --by " + by.text() + "," + spare.text());
    }
  }

  private CommandResult sky(Arguments arguments, Work work) {
    refuse(arguments, OF_HISTOGRAM, "plot hist");
    return shown(new SkyPlot(arguments, rows(arguments, work)).plot(), arguments, work);
  }

  private CommandResult time(Arguments arguments, Work work) {
    refuse(arguments, OF_HISTOGRAM, "plot hist");
    refuse(arguments, OF_SKY, "plot sky");
    return shown(new TimePlot(rows(arguments, work)).plot(), arguments, work);
  }

  private CommandResult spectral(Arguments arguments, Work work) {
    refuse(arguments, OF_HISTOGRAM, "plot hist");
    refuse(arguments, OF_SKY, "plot sky");
    return shown(new SpectralPlot(rows(arguments, work)).plot(), arguments, work);
  }

  private CommandResult histogram(Arguments arguments, Work work) {
    refuse(arguments, OF_SKY, "plot sky");
    refuse(arguments, BY, "plot sky, time and spectral");
    PlottedRows rows = rows(arguments, work);
    return shown(
        new HistogramPlot(arguments, rows, work.session(), fields).plot(), arguments, work);
  }

  private PlottedRows rows(Arguments arguments, Work work) {
    return new PlottedRows(arguments, work, fields);
  }

  // An option that changes nothing would seem to have been heeded.
  private static void refuse(Arguments arguments, List<String> options, String owner) {
    for (String option : options) {
      if (arguments.has(option)) {
        throw arguments
            .options()
            .get(option)
            .fault(
                arguments.command().line(),
                "--" + option + " is an option of " + owner,
                "take it away    help plot explains it");
      }
    }
  }

  private CommandResult shown(Plotted plotted, Arguments arguments, Work work) {
    Optional<Chart> chart = plotted.chart();
    if (chart.isEmpty() || !arguments.has(PictureFiles.OUTPUT)) {
      return CommandResult.done(plotted.parts(work.style().format(), "there is nothing to draw"));
    }
    Path saved = files.save(chart.get(), arguments);
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Talk("saved: " + saved + "   (" + chart.get().title() + ")"));
    plotted.notes().forEach(note -> parts.add(new Part.Talk("  " + note)));
    return CommandResult.done(parts);
  }
}
