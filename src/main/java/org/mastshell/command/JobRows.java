package org.mastshell.command;

import java.util.List;
import java.util.function.Function;
import org.mastshell.download.JobTally;
import org.mastshell.download.KeptJob;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.output.ScreenWidth;

/** Downloads that have not ended, as a table. */
final class JobRows {
  // Less than this says nothing of a folder or a command.
  private static final int NARROWEST = 12;
  private static final int GAP = 2;
  private static final String NUMBER = "its number";
  private static final String STATE = "running, queued, paused, failed, or in another shell";
  private static final String PARTLY = "other files of which a part is here";
  private static final String WAITING = "files of which nothing is here";
  private static final String FAILED =
      "files that were refused or could not be had, though a part may be here";
  private static final String BYTES = "what is here, parts included";
  private static final String SIZE = "of all files, as far as they are listed with one";
  private static final String ARCHIVE = "where they come from";
  private static final String FOLDER = "where they go";
  private static final String COMMAND = "as it was typed";
  private static final String BEGUN = "when, UTC";

  private final List<Row> rows;

  /**
   * One of them.
   *
   * @param state a word for what it does
   * @param tally how far it is
   * @param archive where its files come from
   */
  record Row(KeptJob job, String state, JobTally tally, String archive) {
    String done() {
      String failed = tally.failed() > 0 ? ", " + Counts.text(tally.failed()) + " failed" : "";
      return Counts.text(tally.done()) + " of " + Counts.text(tally.files()) + failed;
    }

    String folder() {
      return job.order().options().folder().toString();
    }

    String command() {
      return job.order().command();
    }

    String begun() {
      return MinuteText.of(job.order().begun());
    }

    Long size() {
      return tally.size() < 0 ? null : tally.size();
    }
  }

  JobRows(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * The table.
   *
   * @param width of the screen that it is drawn on: then what tells one download from another comes
   *     first, and is shortened so that it fits; 0 where it is not drawn on one
   */
  Part part(int width) {
    return width > 0 ? drawn(width) : data();
  }

  private Part data() {
    AnswerTable table =
        new AnswerTable()
            .whole("job", NUMBER)
            .text("state", STATE)
            .whole("files", "how many were asked for")
            .whole("done", "files that are here")
            .whole("partly", PARTLY)
            .whole("waiting", WAITING)
            .whole("failed", FAILED)
            .size("bytes", BYTES)
            .size("size", SIZE)
            .text("archive", ARCHIVE)
            .text("folder", FOLDER)
            .text("command", COMMAND)
            .text("begun", BEGUN);
    for (Row row : rows) {
      JobTally tally = row.tally();
      table.row(
          row.job().number(),
          row.state(),
          tally.files(),
          tally.done(),
          tally.partly(),
          tally.waiting(),
          tally.failed(),
          tally.bytes(),
          row.size(),
          row.archive(),
          row.folder(),
          row.command(),
          row.begun());
    }
    return table.part();
  }

  private Part drawn(int width) {
    int left =
        width
            - widest("job", row -> String.valueOf(row.job().number()))
            - widest("state", Row::state)
            - widest("done", Row::done)
            - 4 * GAP;
    int commands = widest("command", Row::command);
    int folders =
        Math.max(
            NARROWEST,
            Math.min(widest("folder", Row::folder), Math.max(left / 2, left - commands)));
    int rest = Math.max(NARROWEST, left - folders);
    AnswerTable table =
        new AnswerTable()
            .whole("job", NUMBER)
            .text("state", STATE)
            .text("done", "files that are here, of all, and how many failed")
            .text("folder", FOLDER)
            .text("command", COMMAND)
            .whole("partly", PARTLY)
            .whole("waiting", WAITING)
            .whole("failed", FAILED)
            .size("bytes", BYTES)
            .size("size", SIZE)
            .text("archive", ARCHIVE)
            .text("begun", BEGUN);
    for (Row row : rows) {
      JobTally tally = row.tally();
      table.row(
          row.job().number(),
          row.state(),
          row.done(),
          ScreenWidth.fitMiddle(row.folder(), folders),
          ScreenWidth.fitMiddle(row.command(), rest),
          tally.partly(),
          tally.waiting(),
          tally.failed(),
          tally.bytes(),
          row.size(),
          row.archive(),
          row.begun());
    }
    return table.part();
  }

  private int widest(String heading, Function<Row, String> text) {
    return rows.stream()
        .mapToInt(row -> ScreenWidth.of(text.apply(row)))
        .reduce(ScreenWidth.of(heading), Math::max);
  }
}
