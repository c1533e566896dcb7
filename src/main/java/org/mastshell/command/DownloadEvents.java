package org.mastshell.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.mastshell.download.DownloadReport;
import org.mastshell.download.FileOutcome;
import org.mastshell.download.FileOutcome.Status;
import org.mastshell.formats.JsonText;
import org.mastshell.output.Answer;
import org.mastshell.output.Part;
import org.mastshell.output.Presenter;

/**
 * A download as events for a program that follows it: an object a line, as things happen. The names
 * in them are documented, and stay.
 */
final class DownloadEvents {
  private final Presenter presenter;
  private final long begun = System.nanoTime();

  DownloadEvents(Work work) {
    this.presenter = new Presenter(work.console(), work.style());
  }

  /** The plan is made, and is going to be carried out. */
  void begin(PlanRows plan) {
    tell("begin", plan.totals());
  }

  /** A file has ended. */
  void ended(FileOutcome outcome) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("file", outcome.file().name());
    values.put("status", outcome.status().name());
    values.put("bytes", outcome.bytes());
    values.put("message", outcome.message());
    values.put("seconds", rounded(outcome.seconds()));
    values.put("tries", outcome.tries());
    values.put("path", outcome.file().target().toString());
    values.put("dataURI", outcome.file().file().dataUri());
    values.put("sha256", outcome.sha256().isEmpty() ? null : outcome.sha256());
    values.put(
        "source", outcome.validator().place().isEmpty() ? null : outcome.validator().place());
    tell("file", values);
  }

  /** Nothing more comes. */
  void end(DownloadReport report, ExitCode code) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Status status : Status.values()) {
      values.put(status.name().toLowerCase(Locale.ROOT), report.count(status));
    }
    values.put("bytes", report.bytesFetched());
    values.put("seconds", rounded((System.nanoTime() - begun) / 1e9));
    values.put("manifest", report.manifest().toString());
    values.put("code", code.number());
    tell("end", values);
  }

  private void tell(String name, Map<String, Object> values) {
    presenter.show(Answer.of(new Part.Value(JsonText.of(PlanRows.event(name, values)))));
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
