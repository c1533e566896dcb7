package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mastshell.chart.Chart;
import org.mastshell.formats.Format;
import org.mastshell.output.Part;

/**
 * What came of a plot.
 *
 * @param chart empty where nothing is left to be drawn
 * @param data all that is drawn, as a table for programs, which is made only where it is wanted
 * @param brief the same for people who want no pictures
 * @param notes what is not drawn and why, a line each
 */
record Plotted(
    Optional<Chart> chart, Supplier<AnswerTable> data, AnswerTable brief, List<String> notes) {

  /** One whose table is short anyway. */
  Plotted(Optional<Chart> chart, AnswerTable data, List<String> notes) {
    this(chart, () -> data, data, notes);
  }

  /**
   * The chart for the screen, or its data, with the notes.
   *
   * @param format in which data go out: drawn, a table without rows would be noise
   * @param nothing is said where there is no chart
   */
  List<Part> parts(Format format, String nothing) {
    List<Part> parts = new ArrayList<>();
    Part.Rows rows = (Part.Rows) (format == Format.TABLE ? brief : data.get()).part();
    chart.ifPresent(drawn -> parts.add(new Part.Picture(drawn, rows)));
    if (chart.isEmpty()) {
      if (format != Format.TABLE) {
        parts.add(rows);
      }
      parts.add(new Part.Talk(nothing));
    }
    notes.forEach(note -> parts.add(new Part.Talk("  " + note)));
    return parts;
  }
}
