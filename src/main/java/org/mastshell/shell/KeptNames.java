package org.mastshell.shell;

import java.util.List;
import java.util.function.Supplier;
import org.mastshell.command.DownloadJobs;
import org.mastshell.command.SeenClients;
import org.mastshell.command.Variables;
import org.mastshell.session.SavedSearches;
import org.mastshell.session.SavedSessions;
import org.mastshell.session.SessionTrouble;
import org.mastshell.terminal.ShellView.Suggestion;

/** Names that a person has given, to choose from. A folder that cannot be read offers none. */
final class KeptNames {
  private final SavedSessions sessions;
  private final SavedSearches searches;
  private final Variables variables;
  private final DownloadJobs jobs;
  private final SeenClients clients;

  KeptNames(
      SavedSessions sessions,
      SavedSearches searches,
      Variables variables,
      DownloadJobs jobs,
      SeenClients clients) {
    this.sessions = sessions;
    this.searches = searches;
    this.variables = variables;
    this.jobs = jobs;
    this.clients = clients;
  }

  /** Variables, each with its value. */
  List<Suggestion> variables() {
    return variables.all().entrySet().stream()
        .map(one -> suggestion(one.getKey(), one.getValue()))
        .toList();
  }

  /** Sessions, with a word on those that are open. */
  List<Suggestion> sessions() {
    return readable(
        () ->
            sessions.list().stream()
                .map(one -> suggestion(one.name().text(), one.open() ? "open in a shell" : ""))
                .toList());
  }

  /** Searches, each with its first command. */
  List<Suggestion> searches() {
    return readable(
        () ->
            searches.list().stream()
                .map(one -> suggestion(one.name().text(), first(one.lines())))
                .toList());
  }

  /** Downloads that have not ended, each with its command. */
  List<Suggestion> jobs() {
    return jobs.kept().stream()
        .map(job -> suggestion(Integer.toString(job.number()), job.order().command()))
        .toList();
  }

  /** Programs that were at the hub when it was last asked, and load tables. */
  List<Suggestion> clients() {
    return clients.takingTables().stream()
        .map(client -> suggestion(client.name(), client.description()))
        .toList();
  }

  private static String first(List<String> lines) {
    return lines.stream().filter(line -> !line.startsWith("#")).findFirst().orElse("");
  }

  private static Suggestion suggestion(String name, String meaning) {
    return new Suggestion(name, meaning, -1);
  }

  // The commands that list them say what is wrong with the folder.
  private static List<Suggestion> readable(Supplier<List<Suggestion>> names) {
    try {
      return names.get();
    } catch (SessionTrouble unreadable) {
      return List.of();
    }
  }
}
