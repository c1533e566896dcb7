package org.mastshell.command;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mastshell.language.Arguments;
import org.mastshell.language.Secrets;
import org.mastshell.output.Counts;
import org.mastshell.output.Report;
import org.mastshell.output.ReportRows;
import org.mastshell.output.RowNumbers;
import org.mastshell.output.Sizes;
import org.mastshell.session.NoSuchSetException;
import org.mastshell.session.Recipe;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Citations;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;

/** Puts together what a page tells about the current set. */
final class ReportContent {
  private static final String UNKNOWN = "unknown";

  private final Arguments arguments;
  private final Work work;
  private final Fields fields;
  private final Origins origins;
  private final WorkingSet set;
  private final WorkingSet shown;
  private final int[] rows;
  private final List<Field> columns;

  /**
   * @param arguments of the command
   * @param fields what columns are called
   * @param origins tells whether rows are an archive's
   * @param rows places in the set of those to show, in order
   * @param columns to show
   */
  ReportContent(
      Arguments arguments,
      Work work,
      Fields fields,
      Origins origins,
      int[] rows,
      List<Field> columns) {
    this.arguments = arguments;
    this.work = work;
    this.fields = fields;
    this.origins = origins;
    this.set = work.session().requireCurrent();
    this.rows = rows.clone();
    this.shown = set.select(rows);
    this.columns = columns;
  }

  /**
   * The whole report.
   *
   * @param leftOut what is not in the page, a line each
   * @param pictures JPEG files by the place of the row among those that are shown
   * @param clock tells when it is written
   * @param version of this shell
   */
  Report report(List<String> leftOut, Map<Integer, byte[]> pictures, Clock clock, String version) {
    Plotted sky = sky();
    return new Report(
        title(),
        summary(),
        entries(clock, version),
        steps(),
        rights(),
        sky.chart(),
        sky.notes(),
        table(pictures),
        leftOut,
        new Acknowledgement(
                CitedData.of(shown, work.session()),
                origins.of(set, work.session()),
                Citations.bundled())
            .text());
  }

  private List<Report.Entry> entries(Clock clock, String version) {
    List<Report.Entry> entries = new ArrayList<>();
    origins
        .archive(set, work.session())
        .ifPresent(archive -> entries.add(new Report.Entry("archive", archive)));
    entries.add(new Report.Entry("set made", MinuteText.of(set.made()) + " UTC"));
    entries.add(new Report.Entry("page written", MinuteText.of(clock.instant()) + " UTC"));
    entries.add(new Report.Entry("program", "MastShell " + version));
    return entries;
  }

  /** Of how many rows of a set something is: {@code 5 of 12 observations}. */
  static String count(int rows, WorkingSet set) {
    return (rows < set.size() ? Counts.text(rows) + " of " : "")
        + Counts.of(set.size(), set.kind().word(1), set.kind().word(2));
  }

  private String title() {
    String from =
        switch (origins.of(set, work.session())) {
          case ARCHIVE -> " from the MAST archive";
          case MADE_UP -> ", made up by the embedded archive";
          case FILE -> " from a file";
          case STATEMENT -> "";
        };
    String count = count(rows.length, set) + from;
    return arguments
        .option("title")
        .orElseGet(() -> set.name().map(name -> name + ": " + count).orElse(count));
  }

  private List<String> summary() {
    if (set.kind() == SetKind.OBSERVATIONS) {
      return new ObservationSummary(shown).lines();
    }
    if (ServiceTable.kinds().contains(set.kind())) {
      return new ServiceSummary(shown).lines();
    }
    if (set.kind() == SetKind.ROWS) {
      return List.of(count(rows.length, set));
    }
    List<String> lines = new ArrayList<>(List.of(ProductSummary.sizeOf(shown.table())));
    lines.addAll(new ProductSummary(shown).lines());
    return lines;
  }

  private List<Report.Step> steps() {
    try {
      return Recipe.of(set, work.session()).steps().stream()
          .map(step -> step(String.join("\n", step.lines()), step.set()))
          .toList();
    } catch (NoSuchSetException gone) {
      return List.of(step(set.command(), set));
    }
  }

  private static Report.Step step(String command, WorkingSet made) {
    return new Report.Step(
        Secrets.without(command),
        Counts.of(made.size(), made.kind().word(1), made.kind().word(2))
            + ", "
            + MinuteText.of(made.made())
            + " UTC");
  }

  private List<Report.Share> rights() {
    Column rights = shown.table().column(Subject.column("dataRights"));
    Map<String, List<Integer>> owners = new LinkedHashMap<>();
    for (int row = 0; row < shown.size(); row++) {
      String text = rights.text(row);
      String owner = text == null || text.isBlank() ? UNKNOWN : text;
      owners.computeIfAbsent(owner, any -> new ArrayList<>()).add(row);
    }
    return owners.entrySet().stream()
        .map(
            share ->
                new Report.Share(share.getKey(), share.getValue().size(), size(share.getValue())))
        .collect(Collectors.toList());
  }

  private String size(List<Integer> some) {
    if (set.kind() != SetKind.PRODUCTS) {
      return "";
    }
    Table files = shown.table().select(some.stream().mapToInt(Integer::intValue).toArray());
    return Sizes.text(ProductSummary.bytes(files));
  }

  private Plotted sky() {
    PlottedRows plotted = new PlottedRows(arguments, work, fields, shown.table());
    return plotted.known().isPresent()
        ? new SkyPlot(arguments, plotted).plot()
        : new Plotted(
            Optional.empty(),
            new AnswerTable(),
            List.of(
                "products have no place of their own, and their observations were not in the"
                    + " session"));
  }

  private ReportRows table(Map<Integer, byte[]> pictures) {
    RowLinks links = new RowLinks(URI.create(set.server()), Citations.bundled());
    return new ReportRows(
        count(rows.length, set),
        ColumnChoice.withDerived(shown.table(), columns),
        columns.stream().map(ColumnLooks::of).toList(),
        RowNumbers.of(rows),
        row -> {
          // Called for every row: the place where Ctrl-C ends a long page.
          work.cancellation().check();
          return links.of(set, rows[row]).stream()
              .map(
                  link ->
                      new ReportRows.Link(
                          link.target().word(), link.target().meaning(), link.address()))
              .toList();
        },
        pictures);
  }
}
