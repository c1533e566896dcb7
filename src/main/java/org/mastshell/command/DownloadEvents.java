package org.mastshell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.CancelledException;
import org.mastshell.download.DownloadException;
import org.mastshell.download.DownloadReport;
import org.mastshell.download.FileOutcome;
import org.mastshell.download.FileOutcome.Status;
import org.mastshell.formats.JsonText;
import org.mastshell.output.Part;

/**
 * A download as events for a program that follows it: an object a line, as things happen. The names
 * in them are documented, and stay.
 */
final class DownloadEvents {
  private final OptionalInt job;
  private final Consumer<Part> sink;
  private final long begun = System.nanoTime();

  private DownloadEvents(OptionalInt job, Consumer<Part> sink) {
    this.job = job;
    this.sink = sink;
  }

  /**
   * Events that somebody follows.
   *
   * @param job the number of the download, if it is kept
   * @param sink is given each event, on the thread that tells it
   */
  static DownloadEvents of(OptionalInt job, Consumer<Part> sink) {
    return new DownloadEvents(job, sink);
  }

  /** Nobody follows. */
  static DownloadEvents none() {
    return new DownloadEvents(OptionalInt.empty(), event -> {});
  }

  /**
   * Tells of a whole run. Whoever reads events hears of the end too when the disk is full.
   *
   * @param run is given what is to be told of each file that has ended
   */
  DownloadReport around(Outlook outlook, Function<Consumer<FileOutcome>, DownloadReport> run) {
    tell("begin", new PlanRows(outlook).totals());
    try {
      DownloadReport report = run.apply(this::ended);
      end(report, DownloadOutcome.code(report));
      return report;
    } catch (DownloadException trouble) {
      end(nothing(outlook), ExitCode.FAILED);
      throw trouble;
    } catch (ArchiveException trouble) {
      end(nothing(outlook), ExitCode.of(trouble.kind()));
      throw trouble;
    } catch (CancelledException stopped) {
      end(nothing(outlook), ExitCode.INTERRUPTED);
      throw stopped;
    }
  }

  private static DownloadReport nothing(Outlook outlook) {
    return new DownloadReport(List.of(), outlook.plan().options().manifest(), false);
  }

  private void ended(FileOutcome outcome) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("file", outcome.file().name());
    values.put("status", outcome.status().name());
    values.put("bytes", outcome.bytes());
    values.put("message", outcome.message().isEmpty() ? null : outcome.message());
    values.put("seconds", rounded(outcome.seconds()));
    values.put("tries", outcome.tries());
    values.put("path", outcome.file().target().toString());
    values.put("dataURI", outcome.file().file().dataUri());
    values.put("sha256", outcome.sha256().isEmpty() ? null : outcome.sha256());
    values.put(
        "source", outcome.validator().place().isEmpty() ? null : outcome.validator().place());
    tell("file", values);
  }

  private void end(DownloadReport report, ExitCode code) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Status status : Status.values()) {
      values.put(status.name().toLowerCase(Locale.ROOT), report.count(status));
    }
    values.put("bytes", report.bytesFetched());
    values.put("bytes_kept", report.bytesKept());
    values.put("seconds", rounded((System.nanoTime() - begun) / 1e9));
    values.put("manifest", report.manifest().toString());
    values.put("code", code.number());
    tell("end", values);
  }

  private void tell(String name, Map<String, Object> values) {
    Map<String, Object> event = PlanRows.event(name, values);
    event.put("job", job.isPresent() ? job.getAsInt() : null);
    sink.accept(new Part.Value(JsonText.of(event)));
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
