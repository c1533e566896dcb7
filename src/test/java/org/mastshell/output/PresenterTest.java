package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mastshell.formats.Format;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

class PresenterTest {
  private final PlainStreams streams = new PlainStreams();

  @Test
  void dataAndTalkGoTheirOwnWays() {
    presenter(Styles.PLAIN)
        .show(new Answer(List.of(new Part.Talk("12 observations"), new Part.Value("12"))));
    assertThat(streams.out()).isEqualTo("12\n");
    assertThat(streams.talk()).isEqualTo("12 observations\n");
  }

  @Test
  void quietLeavesOutTalkButNotErrors() {
    Presenter presenter = presenter(Styles.QUIET);
    presenter.show(Answer.talk("sent: x"));
    presenter.show(Answer.of(Observations.rows(false, 2, true)));
    assertThat(streams.talk()).isEmpty();
    presenter.error("no field is called x", List.of("  did you mean y?"));
    assertThat(streams.talk()).isEqualTo("error: no field is called x\n  did you mean y?\n");
  }

  @Test
  void errorsAreBrokenAtBlanksInANarrowWindow() {
    ScreenConsole screen = new ScreenConsole(40, 24);
    new Presenter(screen, Styles.COLORED)
        .error(
            "the archive at 127.0.0.1 did not answer (connection refused)",
            List.of("  check the network, or try again later"));
    assertThat(screen.shown())
        .isEqualTo(
            """
            \u001b[1;91merror:\u001b[0m the archive at 127.0.0.1 did not
              answer (connection refused)
              check the network, or try again later
            """);
  }

  @Test
  void noNameOfARecordTakesTheRoomOfItsValues() {
    TableBuilder builder = new TableBuilder();
    builder.column("productGroupDescription", ColumnType.TEXT);
    builder.column("description", ColumnType.TEXT);
    builder.set(0, "Minimum Recommended Products");
    builder.set(1, "target (L3): 2D combined image");
    builder.setText(builder.column("more", ColumnType.TEXT), "c");
    builder.endRow();
    List<ShownColumn> columns =
        List.of(
            new ShownColumn("productGroupDescription", "", "", Look.TEXT, ""),
            new ShownColumn("description", "", "", Look.TEXT, ""));
    ScreenConsole screen = new ScreenConsole(40, 24);
    new Presenter(screen, Styles.PLAIN)
        .show(Answer.of(new Part.SingleRow(builder.build(), columns)));
    assertThat(screen.shown())
        .isEqualTo(
            """
            productGroupDescription :
                                    Minimum
                                    Recommended
                                    Products
            description           : target (L3): 2D
                                    combined image
            """);
  }

  @Test
  void errorsNameTheirPlaceAndCannotBeForged() {
    presenter(Styles.COLORED)
        .error("nightly.mast:7", "the archive said: \u001b[2J\nall is well", List.of("a\nb"));
    assertThat(streams.talk())
        .isEqualTo(
            "nightly.mast:7: \u001b[1;91merror:\u001b[0m the archive said: ␛[2J␊all is well\na␊b\n");
  }

  @Test
  void partsKeepTheirOrderOnOneScreen() {
    ScreenConsole screen = new ScreenConsole(80, 24);
    new Presenter(screen, Styles.COLORED)
        .show(
            new Answer(
                List.of(new Part.Talk("  sent: a"), new Part.Text("b\nc"), new Part.Talk("d"))));
    assertThat(screen.shown()).isEqualTo("\u001b[2m  sent: a\u001b[0m\nb\nc\nd\n");
  }

  @Test
  void textForAScreenIsCleanAndForAPipeAsItIs() {
    Part text = new Part.Text("tab\there \u001b[31m\n");
    presenter(Styles.PLAIN).show(Answer.of(text));
    assertThat(streams.out()).isEqualTo("tab\there \u001b[31m\n");
    ScreenConsole screen = new ScreenConsole(80, 24);
    new Presenter(screen, Styles.PLAIN).show(Answer.of(text));
    assertThat(screen.shown()).isEqualTo("tab\there ␛[31m\n");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aValueIsBareInEveryFormat(Format format) {
    presenter(Styles.data(format)).show(Answer.of(new Part.Value("12261")));
    assertThat(streams.out()).isEqualTo("12261\n");
  }

  @Test
  void aTerminalShowsSomeRowsAndSaysSo() {
    ScreenConsole screen = new ScreenConsole(80, 24);
    new Presenter(screen, Styles.PLAIN).show(Answer.of(numbers(12261, 40, false, true)));
    List<String> lines = screen.shown().lines().toList();
    assertThat(lines).hasSize(42);
    assertThat(lines.get(40)).isEqualTo("40  39");
    assertThat(lines.get(41)).isEqualTo("40 of 12,261 rows (show --all, show --limit N)");
  }

  @Test
  void withoutATerminalAllRowsAreShown() {
    presenter(Styles.PLAIN).show(Answer.of(numbers(300, 40, false, true)));
    assertThat(streams.out().lines()).hasSize(301);
    assertThat(streams.talk()).isEqualTo("300 rows\n");
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"CSV", "JSONL", "TSV"})
  void dataIsLimitedOnlyWhereAsked(Format format) {
    int heading = format == Format.JSONL ? 0 : 1;
    presenter(Styles.data(format)).show(Answer.of(numbers(300, 40, false, true)));
    assertThat(streams.out().lines()).hasSize(300 + heading);
    PlainStreams limited = new PlainStreams();
    new Presenter(limited.console(), Styles.data(format))
        .show(Answer.of(numbers(300, 40, true, true)));
    assertThat(limited.out().lines()).hasSize(40 + heading);
    assertThat(limited.talk()).isEmpty();
  }

  @Test
  void aListThatIsWholeNeedsNoNote() {
    presenter(Styles.PLAIN).show(Answer.of(numbers(3, 40, false, false)));
    assertThat(streams.out()).isEqualTo("n\n0\n1\n2\n");
    assertThat(streams.talk()).isEmpty();
    ScreenConsole screen = new ScreenConsole(80, 24);
    new Presenter(screen, Styles.PLAIN).show(Answer.of(numbers(3, 2, false, false)));
    assertThat(screen.shown()).endsWith("\n2 of 3 rows (set limit N shows more)\n");
  }

  @Test
  void aListDoesNotOfferColumnsThatItsTableHoldsForItself() {
    Table table = numbers(3, 40, false, false).table();
    Table wider = table.with("hidden", table.column("n"));
    ScreenConsole screen = new ScreenConsole(80, 24);
    new Presenter(screen, Styles.PLAIN)
        .show(Answer.of(new Part.Rows(wider, columns(), false, 40, false, RowNumbers.none())));
    assertThat(screen.shown()).isEqualTo("n\n0\n1\n2\n");
  }

  @Test
  void anEmptyListIsSaidToBeEmpty() {
    presenter(Styles.PLAIN).show(Answer.of(numbers(0, 40, false, false)));
    assertThat(streams.out()).isEqualTo("n\n");
    assertThat(streams.talk()).isEqualTo("0 rows\n");
  }

  @Test
  void noRowsAreSaid() {
    presenter(Styles.PLAIN).show(Answer.of(numbers(0, 40, false, true)));
    assertThat(streams.out()).isEqualTo(" #  n\n");
    assertThat(streams.talk()).isEqualTo("0 rows\n");
  }

  @Test
  void aRecordInADataFormatIsATableOfOneRow() {
    presenter(Styles.data(Format.JSON))
        .show(Answer.of(new Part.SingleRow(numbers(1, 1, true, true).table(), columns())));
    assertThat(streams.out()).isEqualTo("[\n{\"n\":0}\n]\n");
  }

  @Test
  void dataOnAScreenCannotActOnIt() {
    TableBuilder builder = new TableBuilder();
    builder.set(builder.column("n", ColumnType.TEXT), "a\u001b[2J\rb\u202e");
    builder.endRow();
    ScreenConsole screen = new ScreenConsole(80, 24);
    new Presenter(screen, Styles.data(Format.CSV))
        .show(
            Answer.of(
                new Part.Rows(builder.build(), columns(), true, 9, false, RowNumbers.counted())));
    assertThat(screen.shown()).isEqualTo("n\r\n\"a␛[2J␍b\uFFFD\"\r\n");
  }

  @Test
  void longTablesArePaged() {
    ScreenConsole screen = new ScreenConsole(80, 24);
    List<List<String>> pages = new ArrayList<>();
    Style paging = new Style(Format.TABLE, false, true, false, true);
    Presenter presenter = new Presenter(screen, paging, (heading, lines, all) -> pages.add(lines));
    presenter.show(Answer.of(numbers(20, 40, false, true)));
    assertThat(pages).isEmpty();
    presenter.show(Answer.of(numbers(30, 40, false, true)));
    assertThat(pages).hasSize(1);
    assertThat(pages.get(0)).hasSize(30);
    assertThat(screen.shown()).endsWith("30 rows\n");
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"TABLE", "CSV", "JSON", "ECSV", "VOTABLE"})
  void nobodyReadingEndsIt(Format format) {
    PrintWriter closed = new PrintWriter(new ClosedPipe());
    Console console = new PlainConsole(closed, new PrintWriter(new StringWriter()));
    Presenter presenter = new Presenter(console, Styles.data(format));
    assertThatThrownBy(() -> presenter.show(Answer.of(numbers(5000, 1, false, true))))
        .isInstanceOf(OutputClosedException.class);
    assertThatThrownBy(() -> presenter.show(Answer.of(new Part.Value("1"))))
        .isInstanceOf(OutputClosedException.class);
  }

  private Presenter presenter(Style style) {
    return new Presenter(streams.console(), style);
  }

  private static List<ShownColumn> columns() {
    return List.of(new ShownColumn("n", "n", "", Look.NUMBER, ""));
  }

  private static Part.Rows numbers(int size, int limit, boolean limited, boolean numbered) {
    TableBuilder builder = new TableBuilder();
    int column = builder.column("n", ColumnType.INTEGER);
    IntStream.range(0, size)
        .forEach(
            n -> {
              builder.set(column, (long) n);
              builder.endRow();
            });
    Table table = builder.build();
    return new Part.Rows(
        table,
        columns(),
        true,
        limit,
        limited,
        numbered ? RowNumbers.counted() : RowNumbers.none());
  }

  private static final class ClosedPipe extends Writer {
    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
      throw new IOException("Broken pipe");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void aRecordLongerThanTheScreenIsPaged() {
    ScreenConsole screen = new ScreenConsole(40, 6);
    Style paged = new Style(Format.TABLE, false, true, false, true);
    List<String> seen = new ArrayList<>();
    Part.SingleRow record = new Part.SingleRow(Observations.table().select(2), Observations.SHOWN);
    new Presenter(screen, paged, (heading, lines, all) -> seen.addAll(lines))
        .show(Answer.of(record));
    assertThat(seen).hasSizeGreaterThan(6);
    assertThat(screen.shown()).isEmpty();
    ScreenConsole high = new ScreenConsole(40, 60);
    new Presenter(high, paged, (heading, lines, all) -> seen.clear()).show(Answer.of(record));
    // A word is whole where the terminal itself goes on with it in the next line.
    assertThat(high.shown().lines().findFirst().orElseThrow().strip())
        .isEqualTo(seen.get(0) + seen.get(1).strip());
    assertThat(high.shown().lines().skip(1))
        .containsExactlyElementsOf(seen.subList(2, seen.size()));
  }

  /**
   * The pager shows the beginnings of lines that are too long: what a word ends with was hidden.
   */
  @Test
  void aLongWordOfARecordIsWholeInThePager() {
    String address = "https://mast.stsci.edu/api/v0.1/Download/file?uri=mast:JWST/product/x.fits";
    TableBuilder builder = new TableBuilder();
    builder.setText(builder.column("address", ColumnType.TEXT), "see " + address + " there");
    builder.setText(builder.column("one", ColumnType.TEXT), "a b");
    builder.setText(builder.column("wide", ColumnType.TEXT), "天文学".repeat(9));
    builder.setText(builder.column("more", ColumnType.TEXT), "c");
    builder.endRow();
    List<ShownColumn> columns =
        Stream.of("address", "wide", "one", "more")
            .map(name -> new ShownColumn(name, name, "", Look.TEXT, ""))
            .toList();
    Style paged = new Style(Format.TABLE, false, true, false, true);
    for (Part part :
        List.of(
            new Part.SingleRow(builder.build(), columns),
            new Part.Rows(builder.build(), columns, true, 1, false, RowNumbers.none()))) {
      List<String> seen = new ArrayList<>();
      new Presenter(new ScreenConsole(20, 3), paged, (heading, lines, all) -> seen.addAll(lines))
          .show(Answer.of(part));
      assertThat(seen).allMatch(line -> ScreenWidth.of(line) <= 20).noneMatch(l -> l.contains("…"));
      assertThat(String.join("", seen).replace(" ", ""))
          .contains("see" + address + "there", "天文学".repeat(9));
      ScreenConsole high = new ScreenConsole(20, 60);
      new Presenter(high, paged, (heading, lines, all) -> seen.clear()).show(Answer.of(part));
      assertThat(high.shown()).contains(address);
    }
  }
}
