package org.mastshell.shell;

import java.nio.file.Path;
import java.util.List;
import org.mastshell.table.Table;
import org.mastshell.terminal.ShellView;
import org.mastshell.vocabulary.Field;

/** The shell as it is wired for a person, without a terminal: what typing is measured in. */
public final class BenchShell implements AutoCloseable {
  private final Path folder;
  private final PersonAtShell person;

  private BenchShell(Path folder, PersonAtShell person) {
    this.folder = folder;
    this.person = person;
  }

  /**
   * Opens a shell.
   *
   * @param folder where it keeps its files
   * @param server address of the archive
   */
  public static BenchShell open(Path folder, String server) {
    return new BenchShell(folder, new PersonAtShell(folder, server));
  }

  /** What completion, hints and colours know. */
  public ShellView view() {
    return person.view();
  }

  /** Where it keeps its files. */
  public Path folder() {
    return folder;
  }

  /** Runs a line, which has to succeed; gives what it shows. */
  public String run(String line) {
    String shown = person.type(line);
    if (shown.contains("error:")) {
      throw new IllegalStateException(line + ": " + shown);
    }
    return shown;
  }

  /** Makes observations the current set, of which nothing is counted yet. */
  public void add(Table observations) {
    person.session().addFetched(observations, "search");
    view().lineBegins();
  }

  /** How many rows the current set has. */
  public int rows() {
    return person.session().current().orElseThrow().table().size();
  }

  /** Waits until what the current set holds is counted, as happens while a person types. */
  public void awaitCounts() {
    for (Field column : view().columns()) {
      while (!view().held(column, "filter", List.of()).orElseThrow().ready()) {
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public void close() {
    person.close();
  }
}
