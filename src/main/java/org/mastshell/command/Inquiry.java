package org.mastshell.command;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.Progress;
import org.mastshell.table.ValueCounts.ValueCount;
import org.mastshell.vocabulary.ArchiveWords;
import org.mastshell.vocabulary.Field;

/** Asks an archive for its columns and their values. Safe for use by several threads. */
final class Inquiry {
  private static final int QUESTIONS = 2;

  private final Clock clock;

  Inquiry(Clock clock) {
    this.clock = clock;
  }

  /**
   * Asks. An archive that lists its values and does not describe its columns has said enough: those
   * of the last time then stay.
   *
   * @param before what it said the last time, if that is known
   * @param progress is told which of the two questions has been answered
   * @throws ArchiveException if there is no answer, or none with values
   */
  ArchiveWords ask(
      ArchiveClient client,
      Optional<ArchiveWords> before,
      Progress progress,
      Cancellation cancellation) {
    progress.update(new Progress.Step(0, QUESTIONS, "questions", ""));
    Map<String, List<ValueCount>> values = client.facets(cancellation);
    if (values.isEmpty()) {
      throw new ArchiveException(
          ArchiveException.Kind.FAULT,
          "the archive at " + client.options().server().getHost() + " sent no lists of values",
          "try again later");
    }
    progress.update(new Progress.Step(1, QUESTIONS, "questions", ""));
    return new ArchiveWords(clock.instant(), values, columns(client, before, cancellation));
  }

  private static List<Field> columns(
      ArchiveClient client, Optional<ArchiveWords> before, Cancellation cancellation) {
    try {
      return AnnouncedColumns.fields(client.columnsConfig(cancellation));
    } catch (ArchiveException unknown) {
      return before.map(ArchiveWords::columns).orElse(List.of());
    }
  }
}
