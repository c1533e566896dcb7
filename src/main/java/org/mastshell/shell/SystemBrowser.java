package org.mastshell.shell;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mastshell.archive.Cancellation;
import org.mastshell.command.OtherProgram;
import org.mastshell.command.ProgramPath;
import org.mastshell.command.WebBrowser;

/**
 * The browser that {@code $BROWSER} names, else what the system opens pages with. It gets the
 * environment without the token, and no terminal: what is drawn and typed there is ours.
 */
final class SystemBrowser implements WebBrowser {
  private static final String PLACE = "%s";
  private static final long SECONDS_TO_FAIL = 3;
  private static final long LOOK_MILLIS = 50;

  private final Map<String, String> environment;
  private final String system;

  /**
   * @param environment of this program
   * @param system the name of the operating system
   */
  SystemBrowser(Map<String, String> environment, String system) {
    this.environment = environment;
    this.system = system.toLowerCase(Locale.ROOT);
  }

  @Override
  public void show(URI page, Cancellation cancellation) throws IOException {
    List<String> failures = new ArrayList<>();
    for (List<String> command : commands(page.toString())) {
      try {
        start(command, cancellation);
        return;
      } catch (IOException failed) {
        failures.add(failed.getMessage());
      }
    }
    throw new IOException(String.join("; ", failures));
  }

  private List<List<String>> commands(String page) {
    List<List<String>> commands = new ArrayList<>();
    for (String named : environment.getOrDefault("BROWSER", "").split(":", -1)) {
      if (!named.isBlank()) {
        List<String> words = new ArrayList<>(List.of(named.strip().split("\\s+")));
        boolean placed = words.contains(PLACE);
        words.replaceAll(word -> word.equals(PLACE) ? page : word);
        if (!placed) {
          words.add(page);
        }
        commands.add(words);
      }
    }
    if (system.startsWith("mac")) {
      commands.add(List.of("open", page));
    } else if (windows()) {
      commands.add(List.of("rundll32", "url.dll,FileProtocolHandler", page));
    } else {
      commands.add(List.of("xdg-open", page));
    }
    return commands;
  }

  private void start(List<String> command, Cancellation cancellation) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(windows() ? command : apart(command))
            .redirectInput(ProcessBuilder.Redirect.from(nothing()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    OtherProgram.giveEnvironment(builder, environment);
    Process process = builder.start();
    try {
      // Most only hand the page over and end; one that goes on is showing it.
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_FAIL);
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        cancellation.check();
        if (System.nanoTime() - end > 0) {
          return;
        }
      }
      if (process.exitValue() != 0) {
        throw new IOException(command.get(0) + " ended with code " + process.exitValue());
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> apart(List<String> command) throws IOException {
    ProgramPath programs = new ProgramPath(environment);
    Path program =
        programs
            .find(command.get(0))
            .orElseThrow(() -> new IOException("there is no program " + command.get(0)));
    List<String> placed = new ArrayList<>(command);
    placed.set(0, program.toString());
    return new OwnSession(programs).of(placed);
  }

  private boolean windows() {
    return system.startsWith("windows");
  }

  private File nothing() {
    return new File(windows() ? "NUL" : "/dev/null");
  }
}
