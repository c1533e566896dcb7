package org.mastshell.output;

import java.util.List;
import java.util.Optional;
import org.mastshell.chart.Chart;

/**
 * What a page tells about a set. All texts are plain ones, and may hold anything: the page takes
 * care that none of them is more than text.
 *
 * @param title the heading
 * @param summary what the set holds, a line each
 * @param origin where the rows come from, as names with their values
 * @param steps the commands that made the set, the first search first
 * @param rights who may have the data, and how much of each it is
 * @param sky where the rows lie on the sky; empty where that is not known of any
 * @param skyNotes what is not drawn and why, a line each
 * @param rows the table
 * @param leftOut what is not in the page, and how to get it, a line each
 * @param acknowledgement how the data are acknowledged, lines of text
 */
public record Report(
    String title,
    List<String> summary,
    List<Entry> origin,
    List<Step> steps,
    List<Share> rights,
    Optional<Chart> sky,
    List<String> skyNotes,
    ReportRows rows,
    List<String> leftOut,
    String acknowledgement) {

  /** Keeps its own copies. */
  public Report {
    summary = List.copyOf(summary);
    origin = List.copyOf(origin);
    steps = List.copyOf(steps);
    rights = List.copyOf(rights);
    skyNotes = List.copyOf(skyNotes);
    leftOut = List.copyOf(leftOut);
  }

  /** A value and what it is. */
  public record Entry(String name, String value) {}

  /**
   * A command on the way to the set.
   *
   * @param command as it is typed; several lines where others have to go with it
   * @param result what it made
   */
  public record Step(String command, String result) {}

  /**
   * The rows to which the same rights belong.
   *
   * @param rows how many
   * @param size of their files, for people; empty where rows have none
   */
  public record Share(String rights, long rows, String size) {}
}
