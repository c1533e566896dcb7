package org.mastshell.shell;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.mastshell.output.WatchedStream;

/** Where the process begins and ends. */
public final class Main {
  private static final int BUFFER = 1 << 16;

  private Main() {}

  /** Runs the program in the real world and ends the process with its exit code. */
  public static void main(String[] arguments) {
    WatchedStream out = new WatchedStream(new FileOutputStream(FileDescriptor.out));
    World world =
        new World(
            System.getenv(),
            Path.of("").toAbsolutePath(),
            Path.of(System.getProperty("user.home")),
            new BufferedReader(
                new InputStreamReader(
                    new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8)),
            writer(out),
            writer(new FileOutputStream(FileDescriptor.err)),
            terminals(),
            Clock.systemUTC(),
            out::failure);
    System.exit(new Program(world).run(arguments).number());
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(
        new BufferedWriter(
            new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER),
        false);
  }

  // Java itself can only tell whether all of them are terminals; the launcher can tell each apart.
  private static World.Terminals terminals() {
    String told = System.getProperty("mastshell.terminals");
    if (told == null) {
      boolean all = consoleIsTerminal();
      return new World.Terminals(all, all, all);
    }
    return new World.Terminals(told.contains("0"), told.contains("1"), told.contains("2"));
  }

  // Before JDK 22 there is a console only in a terminal; from then on it must be asked.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean consoleIsTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderThanThat) {
      return true;
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }
}
