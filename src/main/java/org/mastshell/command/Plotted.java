package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.chart.Chart;
import org.mastshell.output.Part;

/**
 * What came of a plot.
 *
 * @param chart empty where nothing is left to be drawn
 * @param data what is drawn, as a table
 * @param notes what is not drawn and why, a line each
 */
record Plotted(Optional<Chart> chart, AnswerTable data, List<String> notes) {

  /** The chart for the screen, or its data, with the notes. */
  List<Part> parts(String nothing) {
    List<Part> parts = new ArrayList<>();
    Part.Rows rows = (Part.Rows) data.part();
    parts.add(chart.<Part>map(drawn -> new Part.Picture(drawn, rows)).orElse(rows));
    if (chart.isEmpty()) {
      parts.add(new Part.Talk(nothing));
    }
    notes.forEach(note -> parts.add(new Part.Talk("  " + note)));
    return parts;
  }
}
