package org.mastshell.command;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
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

  private static final Column JOB =
      new Column("job", "its number", AnswerTable::whole, row -> row.job().number());
  private static final Column STATE =
      Column.text("state", "running, queued, paused, failed, or in another shell", Row::state);
  private static final Column FILES =
      Column.whole("files", "how many were asked for", JobTally::files);
  private static final Column DONE = Column.whole("done", "files that are here", JobTally::done);
  private static final Column PROGRESS =
      Column.text("done", "files that are here, of all, and how many failed", Row::done);
  private static final Column PARTLY =
      Column.whole("partly", "other files of which a part is here", JobTally::partly);
  private static final Column WAITING =
      Column.whole("waiting", "files of which nothing is here", JobTally::waiting);
  private static final Column FAILED =
      Column.whole(
          "failed",
          "files that were refused or could not be had, though a part may be here",
          JobTally::failed);
  private static final Column BYTES =
      new Column(
          "bytes", "what is here, parts included", AnswerTable::size, row -> row.tally().bytes());
  private static final Column SIZE =
      new Column(
          "size", "of all files, as far as they are listed with one", AnswerTable::size, Row::size);
  private static final Column ARCHIVE =
      Column.text("archive", "where they come from", Row::archive);
  private static final Column FOLDER = Column.text("folder", "where they go", Row::folder);
  private static final Column COMMAND = Column.text("command", "as it was typed", Row::command);
  private static final Column BEGUN = Column.text("begun", "when, UTC", Row::begun);

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

  /**
   * A column.
   *
   * @param adding how it is added to a table, by its heading and the note on it
   * @param cell what a row has in it: a text, a whole number, or null
   */
  private record Column(String heading, String note, Adding adding, Function<Row, Object> cell) {
    static Column text(String heading, String note, Function<Row, String> cell) {
      return new Column(heading, note, AnswerTable::text, cell::apply);
    }

    static Column whole(String heading, String note, ToIntFunction<JobTally> count) {
      return new Column(heading, note, AnswerTable::whole, row -> count.applyAsInt(row.tally()));
    }

    /** The same with texts that are shortened in their middle to so many places on a screen. */
    Column fitted(int places) {
      return text(heading, note, row -> ScreenWidth.fitMiddle(text(row), places));
    }

    String text(Row row) {
      return String.valueOf(cell.apply(row));
    }
  }

  /** Adds a column to a table. */
  @FunctionalInterface
  private interface Adding {
    AnswerTable to(AnswerTable table, String heading, String note);
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
    AnswerTable table = new AnswerTable();
    List<Column> columns = width > 0 ? drawn(width) : data();
    columns.forEach(column -> column.adding().to(table, column.heading(), column.note()));
    for (Row row : rows) {
      table.row(columns.stream().map(column -> column.cell().apply(row)).toArray());
    }
    return table.part();
  }

  private static List<Column> data() {
    return List.of(
        JOB, STATE, FILES, DONE, PARTLY, WAITING, FAILED, BYTES, SIZE, ARCHIVE, FOLDER, COMMAND,
        BEGUN);
  }

  private List<Column> drawn(int width) {
    int left = width - widest(JOB) - widest(STATE) - widest(PROGRESS) - 4 * GAP;
    int folders =
        Math.max(NARROWEST, Math.min(widest(FOLDER), Math.max(left / 2, left - widest(COMMAND))));
    int rest = Math.max(NARROWEST, left - folders);
    return List.of(
        JOB,
        STATE,
        PROGRESS,
        FOLDER.fitted(folders),
        COMMAND.fitted(rest),
        PARTLY,
        WAITING,
        FAILED,
        BYTES,
        SIZE,
        ARCHIVE,
        BEGUN);
  }

  private int widest(Column column) {
    return rows.stream()
        .mapToInt(row -> ScreenWidth.of(column.text(row)))
        .reduce(ScreenWidth.of(column.heading()), Math::max);
  }
}
