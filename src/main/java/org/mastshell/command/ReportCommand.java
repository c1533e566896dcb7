package org.mastshell.command;

import java.io.BufferedWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mastshell.archive.Progress;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.output.Report;
import org.mastshell.output.ReportPage;
import org.mastshell.output.Sizes;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;

/** Writes the current set as a page for people. */
public final class ReportCommand implements ShellCommand {
  private static final int MOST_ROWS = 10_000;
  private static final String THUMBNAILS = "thumbnails";
  private static final String OPEN = "open";
  private static final String HTML = ".html";

  private final Fields fields;
  private final ColumnChoice choice;
  private final RowChoice rowChoice;
  private final PreviewPictures previews;
  private final PageOpening browser;
  private final LocalPaths paths;
  private final Clock clock;
  private final String version;
  private final Origins origins;

  /**
   * @param fields what columns are called
   * @param criteria understands criteria
   * @param archive who has the previews
   * @param browser shows the page
   * @param paths what file names stand for
   * @param clock tells when the page is written
   * @param version of this shell
   * @param origins tells whether rows are an archive's
   */
  public ReportCommand(
      Fields fields,
      CriteriaReader criteria,
      ArchiveAccess archive,
      WebBrowser browser,
      LocalPaths paths,
      Clock clock,
      String version,
      Origins origins) {
    this.fields = fields;
    this.choice = new ColumnChoice(fields);
    this.rowChoice = new RowChoice(fields, criteria);
    this.previews = new PreviewPictures(archive, Optional.empty());
    this.browser = new PageOpening(browser);
    this.paths = paths;
    this.clock = clock;
    this.version = version;
    this.origins = origins;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "report",
        List.of(),
        Groups.TAKE,
        "write the current set as a page for the browser",
        "FILE [ROWS] [COLUMN…] [--columns all|COLUMN,…] [--where CRITERION…] [--sort [-]COLUMN]"
            + " [--limit N] [--thumbnails] [--title TEXT] [--force] [--open]",
        """
        Writes one file that any browser opens from the disk, without a network: the commands that \
        made the set, what it holds, sizes and rights, a table that can be sorted and filtered there, \
        where the observations lie on the sky, and the words by which they are acknowledged. Each row \
        has links to the archive's pages and files. It works by keyboard and with screen readers, on a \
        light and a dark screen, and can be printed.

        The table has the usual columns, or those that are named, or --columns all, and 10,000 rows at \
        most: --limit takes another number. --thumbnails puts small previews beside the first 200 \
        rows. What is left out stands in the page. --open shows the page in the browser at once.

        Nothing in the page asks another computer for anything; the browser is told to allow none of \
        it. It holds no token. A file that is there stays as it is without --force.\
        """,
        new ArgumentSpec(
            true,
            true,
            true,
            List.of(
                OptionSpec.valued("columns", "all|COLUMN,…", "every column, or these"),
                RowChoice.SORT,
                RowChoice.WHERE,
                OptionSpec.valued("limit", "N", "no more than N rows (10,000)").withShort('n'),
                OptionSpec.flag(THUMBNAILS, "small previews beside the first 200 rows"),
                OptionSpec.valued("title", "TEXT", "the heading of the page"),
                OptionSpec.flag("force", "replace a file that is there"),
                OptionSpec.flag(OPEN, "show it in the browser"))),
        List.of(
            new Example("search program=1073 filters=F277W", "first make a set"),
            new Example("report lmc.html", "a page of it"),
            new Example(
                "report five.html 1-5 --thumbnails --title \"Five fields of the LMC\"",
                "five rows, with their previews"),
            new Example(
                "products 1; report files.html name size rights --sort -size --force",
                "files, the largest first")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    if (arguments.values().isEmpty()) {
      throw MissingWord.behind(arguments, "report needs to know where", "report jwst.html");
    }
    WrittenFile file = file(arguments.values().get(0), arguments);
    int limit = RowLimits.limit(arguments);
    WorkingSet set = work.session().requireCurrent();
    List<Field> columns =
        choice.behindFile(arguments, set, choice.usual(work.session().settings(), set));
    RowChoice.Chosen chosen = rowChoice.of(arguments, work, set);
    int all = chosen.table().size();
    int[] rows =
        IntStream.range(0, Math.min(all, limit == RowLimits.NONE ? MOST_ROWS : limit))
            .map(chosen.numbers()::place)
            .toArray();
    file.refuseIfThere();

    Thumbnails thumbnails = new Thumbnails(previews);
    if (arguments.has(THUMBNAILS)) {
      thumbnails.fetch(rows, set, work);
    }
    List<String> leftOut = leftOut(arguments, set, rows.length, all, columns);
    leftOut.addAll(thumbnails.notes());
    long bytes;
    try (Watch watch = work.watch("writing " + file.place().getFileName())) {
      watch.update(new Progress.Step(0, rows.length, "rows", "html"));
      Report report =
          new ReportContent(arguments, work, fields, origins, rows, columns)
              .report(leftOut, thumbnails.pictures(), clock, version);
      bytes = write(file, report);
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Talk(saved(file, set, rows.length, columns.size(), bytes)));
    leftOut.forEach(line -> parts.add(new Part.Talk("  " + line)));
    if (arguments.has(OPEN)) {
      open(file, parts, work);
    }
    return thumbnails.code() == ExitCode.DONE
        ? CommandResult.done(parts)
        : CommandResult.ended(thumbnails.code(), parts);
  }

  private WrittenFile file(Word file, Arguments arguments) {
    String line = arguments.command().line();
    String name = file.text().toLowerCase(Locale.ROOT);
    if (name.isBlank()) {
      throw file.fault(line, "a file needs a name", "report jwst.html");
    }
    if (!name.endsWith(HTML) && !name.endsWith(".htm")) {
      throw file.fault(
              line,
              "a page cannot be written as " + file.text(),
              "its name ends in .html; export writes tables, export script programs")
          .rightWith(file.text().replaceFirst("\\.[A-Za-z0-9]*$", "") + HTML);
    }
    return new WrittenFile(paths.writable(file.text()), arguments.has("force"));
  }

  private static long write(WrittenFile file, Report report) {
    ReportPage page = new ReportPage(report);
    return file.write(
        draft -> {
          try (Writer out =
              new BufferedWriter(Files.newBufferedWriter(draft, StandardCharsets.UTF_8))) {
            page.write(out);
          }
        });
  }

  private static List<String> leftOut(
      Arguments arguments, WorkingSet set, int rows, int chosen, List<Field> columns) {
    List<String> lines = new ArrayList<>();
    String selection = RowChoice.words(arguments);
    if (!selection.isEmpty()) {
      String share =
          chosen < set.size()
              ? Counts.text(chosen) + " of " + Counts.of(set.size(), "row", "rows") + " "
              : "";
      lines.add(share + "of set " + set.word() + ": " + selection);
    }
    if (rows < chosen) {
      lines.add(
          Counts.text(rows)
              + " of "
              + Counts.of(chosen, "row", "rows")
              + " are here: report FILE.html --limit "
              + chosen
              + " writes all of them");
    }
    long here =
        columns.stream()
            .filter(field -> !field.subject().isDerived() && set.table().has(field.name()))
            .count();
    int all = set.table().columns().size();
    if (here < all) {
      lines.add(
          Counts.text(here)
              + " of "
              + Counts.of(all, "column", "columns")
              + " of the archive are here: report FILE.html --columns all writes all of them");
    }
    return lines;
  }

  private static String saved(WrittenFile file, WorkingSet set, int rows, int columns, long bytes) {
    return "saved: "
        + file.place()
        + "   "
        + ReportContent.count(rows, set)
        + ", "
        + Counts.of(columns, "column", "columns")
        + ", "
        + Sizes.text(bytes);
  }

  // The page is there, whatever becomes of the browser: that is said first.
  private void open(WrittenFile file, List<Part> parts, Work work) {
    parts.forEach(part -> work.say(((Part.Talk) part).text()));
    parts.clear();
    browser.open(file.place().toAbsolutePath().toUri(), work.cancellation());
    parts.add(new Part.Talk("opened in the browser"));
  }
}
