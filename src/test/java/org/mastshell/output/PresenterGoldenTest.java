package org.mastshell.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.formats.Format;

class PresenterGoldenTest {
  @ParameterizedTest
  @ValueSource(ints = {40, 80, 132})
  void table(int width) throws IOException {
    Golden.check("table-" + width, shown(width, Styles.PLAIN, Observations.rows(false, 40, false)));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 132})
  void tableOfChosenColumns(int width) throws IOException {
    Golden.check("chosen-" + width, shown(width, Styles.PLAIN, Observations.rows(true, 2, true)));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 132})
  void record(int width) throws IOException {
    Golden.check("record-" + width, shown(width, Styles.PLAIN, record()));
  }

  @Test
  void inColor() throws IOException {
    Golden.check("color-80", shown(80, Styles.COLORED, rightsRows()).replace('\u001b', '^'));
    Style light = new Style(Format.TABLE, true, false, false, false);
    Golden.check("color-light-80", shown(80, light, rightsRows()).replace('\u001b', '^'));
  }

  @Test
  void toNoTerminal() throws IOException {
    PlainStreams streams = new PlainStreams();
    Presenter presenter = new Presenter(streams.console(), Styles.PLAIN);
    presenter.show(Answer.of(Observations.rows(false, 1, false)));
    presenter.show(Answer.of(record()));
    Golden.check("plain-out", streams.out());
    Golden.check("plain-talk", streams.talk());
  }

  @ParameterizedTest
  @EnumSource(value = Format.class, mode = EnumSource.Mode.EXCLUDE, names = "TABLE")
  void dataFormat(Format format) throws IOException {
    PlainStreams streams = new PlainStreams();
    new Presenter(streams.console(), Styles.data(format))
        .show(Answer.of(Observations.rows(false, 1, false)));
    Golden.check("data-" + format.word(), streams.out().replace('\r', '␍'));
  }

  private static Part.Rows rightsRows() {
    Part.Rows rows = Observations.rows(false, 3, true);
    List<ShownColumn> columns =
        rows.columns().stream().filter(column -> !column.name().equals("filters")).toList();
    return new Part.Rows(
        rows.table(), List.of(columns.get(1), columns.get(5)), true, 3, true, RowNumbers.counted());
  }

  private static Part.SingleRow record() {
    List<ShownColumn> columns = new ArrayList<>(Observations.SHOWN);
    columns.add(new ShownColumn("s_region", "footprint", "", Look.TEXT, "Footprint"));
    columns.add(new ShownColumn("mtFlag", "moving", "", Look.TEXT, "Whether the target moves"));
    return new Part.SingleRow(Observations.table().select(2), columns);
  }

  private static String shown(int width, Style style, Part part) {
    ScreenConsole screen = new ScreenConsole(width, 24);
    new Presenter(screen, style).show(Answer.of(part));
    return screen.shown();
  }
}
