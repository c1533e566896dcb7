package org.mastshell.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.mastshell.command.SafeMode;
import org.mastshell.output.Console;

/** A shell of three commands, run in a real pseudo-terminal by the tests. */
final class SmallShell {
  private SmallShell() {}

  /** The argument is the file of the history. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (ShellTerminal terminal =
        ShellTerminal.open(TerminalOptions.in(System.getenv(), SafeMode.off()))) {
      Console console = terminal.console();
      LineReading reading =
          terminal.reader(new FixedView(), Path.of(arguments[0]), TerminalSettings.defaults());
      Optional<String> line = read(reading, console);
      while (line.isPresent()) {
        run(line.get().strip(), terminal);
        line = read(reading, console);
      }
      console.out().println("bye");
    }
  }

  private static Optional<String> read(LineReading reading, Console console) {
    try {
      return reading.readLine("mast> ");
    } catch (InterruptedLineException dropped) {
      console.out().println("dropped");
      return Optional.of("");
    }
  }

  private static void run(String line, ShellTerminal terminal) throws InterruptedException {
    Console console = terminal.console();
    if (line.equals("undo")) {
      CountDownLatch interrupted = new CountDownLatch(1);
      terminal.onInterrupt(interrupted::countDown);
      console.out().println("running until Ctrl-C");
      interrupted.await();
      terminal.onInterrupt(null);
      console.out().println("interrupted");
    } else if (line.equals("login")) {
      int length = console.readSecret("token: ").map(secret -> secret.length).orElse(0);
      console.out().println("secret of " + length + " characters");
    } else {
      console.out().println("ran <" + line + "> " + console.width() + " wide");
    }
  }
}
