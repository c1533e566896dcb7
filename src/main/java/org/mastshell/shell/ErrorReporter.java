package org.mastshell.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.CancelledException;
import org.mastshell.command.CommandException;
import org.mastshell.command.ExitCode;
import org.mastshell.download.DownloadException;
import org.mastshell.language.Secrets;
import org.mastshell.language.SyntaxException;
import org.mastshell.output.CleanText;
import org.mastshell.output.PointedLine;
import org.mastshell.output.Presenter;
import org.mastshell.session.NoSuchSetException;
import org.mastshell.session.SessionTrouble;
import org.mastshell.session.SettingException;

/** The one place where failures become words and exit codes. */
final class ErrorReporter {
  private final boolean verbose;

  ErrorReporter(boolean verbose) {
    this.verbose = verbose;
  }

  /** Says what went wrong, once, and tells how a script would end. */
  ExitCode report(RuntimeException failure, Place place, Presenter presenter) {
    Report report = describe(failure);
    List<String> lines = new ArrayList<>(report.more());
    if (verbose || report.internal()) {
      addTrace(lines, failure, report);
    }
    presenter.error(place.text(), report.message(), report.line(), lines);
    return report.code();
  }

  private record Report(
      ExitCode code,
      String message,
      Optional<PointedLine> line,
      List<String> more,
      boolean internal) {
    static Report of(ExitCode code, String message, String advice) {
      List<String> more = advice.isEmpty() ? List.of() : List.of("  " + CleanText.oneLine(advice));
      return new Report(code, CleanText.oneLine(message), Optional.empty(), more, false);
    }

    Report pointing(PointedLine wrong) {
      return new Report(code, message, Optional.of(wrong), more, internal);
    }
  }

  private static Report describe(RuntimeException failure) {
    if (failure instanceof SyntaxException wrong) {
      if (Secrets.mayHold(wrong.line())) {
        return secret(wrong);
      }
      Report report = Report.of(ExitCode.USAGE, wrong.getMessage(), wrong.advice());
      return report.pointing(new PointedLine(wrong.line(), wrong.start(), wrong.end()));
    }
    if (failure instanceof CommandException refused) {
      List<String> advice =
          refused.advice().stream().map(line -> "  " + CleanText.oneLine(line)).toList();
      return new Report(
          refused.code(), CleanText.oneLine(refused.getMessage()), Optional.empty(), advice, false);
    }
    if (failure instanceof ArchiveException archive) {
      return Report.of(ExitCode.of(archive.kind()), archive.getMessage(), archive.advice());
    }
    if (failure instanceof NoSuchSetException missing) {
      return Report.of(ExitCode.FAILED, missing.getMessage(), missing.advice());
    }
    if (failure instanceof SessionTrouble trouble) {
      return Report.of(ExitCode.FAILED, trouble.getMessage(), trouble.advice());
    }
    if (failure instanceof SettingException setting) {
      return Report.of(ExitCode.USAGE, setting.getMessage(), setting.advice());
    }
    if (failure instanceof DownloadException download) {
      return Report.of(ExitCode.FAILED, download.getMessage(), download.advice());
    }
    if (failure instanceof CancelledException) {
      return Report.of(ExitCode.INTERRUPTED, "interrupted; nothing has changed", "");
    }
    return new Report(
        ExitCode.FAILED,
        "this is a fault of the program: " + CleanText.oneLine(String.valueOf(failure)),
        Optional.empty(),
        List.of("  nothing has changed; please report it with what --verbose shows"),
        true);
  }

  // The line is not repeated, and the message neither where it speaks of a word behind login.
  private static Report secret(SyntaxException wrong) {
    int start = Math.min(wrong.start(), wrong.line().length());
    int end = Math.max(start, Math.min(wrong.end(), wrong.line().length()));
    if (Secrets.mayHold(wrong.line().substring(start, end))) {
      return Report.of(
          ExitCode.USAGE,
          "this is no command, and looks like a token",
          "type login first: it asks. A token that was shown should be revoked");
    }
    boolean behindLogin = wrong.line().substring(0, start).matches("(?is).*\\blogin\\b.*");
    return behindLogin
        ? Report.of(
            ExitCode.USAGE,
            "login takes nothing on the line but --store: others could read a token there",
            "type login alone: it asks. A token that was shown should be revoked")
        : Report.of(ExitCode.USAGE, wrong.getMessage(), wrong.advice());
  }

  private void addTrace(List<String> lines, RuntimeException failure, Report report) {
    if (!verbose) {
      return;
    }
    if (report.internal() || failure.getCause() != null) {
      lines.addAll(trace(failure));
    }
  }

  /** The stack trace of a failure, line by line; nothing in it can act on a terminal. */
  static List<String> trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString().lines().map(CleanText::oneLine).toList();
  }
}
