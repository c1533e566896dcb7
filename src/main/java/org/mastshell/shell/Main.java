package org.mastshell.shell;

import java.io.BufferedReader;
import java.io.BufferedWriter;
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
import java.util.Optional;
import org.mastshell.command.ExitCode;
import org.mastshell.output.WatchedStream;

/** Where the process begins and ends. */
public final class Main {
  private static final int BUFFER = 1 << 16;

  private Main() {}

  /** Runs the program in the real world and ends the process with its exit code. */
  public static void main(String[] arguments) {
    if (System.getProperty(StartArchive.MAKE) != null) {
      System.exit(makeStartArchive().number());
    }
    boolean safe = SafeStart.isWanted(System.getenv(), arguments);
    if (!safe) {
      StartArchive.provide(System.getProperties(), System.getenv());
    }
    Thread.setDefaultUncaughtExceptionHandler(Main::endedByFailure);
    ExitCode code;
    Interrupts interrupts = new Interrupts();
    Shutdown shutdown = new Shutdown(interrupts, System::exit);
    try (Home home = Home.of(System.getenv(), System.getProperties())) {
      // Libraries know of no other home than Java's.
      if (home.forFiles().isPresent()) {
        System.setProperty("user.home", home.forFiles().get().toString());
      }
      code = run(home, safe, interrupts, shutdown, arguments);
    }
    shutdown.end(code);
  }

  // Where memory ends, it does for all threads of a library at once, and the command that needed it
  // says so.
  private static void endedByFailure(Thread thread, Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return;
    }
    // Not closed: the program goes on and writes there.
    PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
    err.println("mastshell: the thread " + thread.getName() + " has ended: " + failure);
    for (StackTraceElement frame : failure.getStackTrace()) {
      err.println("\tat " + frame);
    }
    err.flush();
  }

  private static ExitCode run(
      Home home, boolean safe, Interrupts interrupts, Shutdown shutdown, String... arguments) {
    WatchedStream out = new WatchedStream(new FileOutputStream(FileDescriptor.out));
    World world =
        new World(
            System.getenv(),
            Path.of("").toAbsolutePath(),
            home,
            new BufferedReader(
                new InputStreamReader(
                    new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8)),
            writer(out),
            writer(new FileOutputStream(FileDescriptor.err)),
            TerminalProperties.read(System.getProperties(), System.getenv()),
            Clock.systemUTC(),
            out::failure);
    Optional<Path> cache = cache(safe, world);
    if (cache.isPresent()) {
      new SystemLibraries(cache.get().resolve(SystemLibraries.FOLDER), System.getProperties())
          .provide();
    }
    shutdown.await();
    return new Program(world, interrupts).run(arguments);
  }

  private static Optional<Path> cache(boolean safe, World world) {
    if (!safe) {
      return Homes.places(world).map(Homes::cache);
    }
    VisitorFolder own = new VisitorFolder(world.folder());
    return Optional.of(own).filter(VisitorFolder::isSound).map(known -> known.homes().cache());
  }

  private static ExitCode makeStartArchive() {
    Optional<String> trouble = StartArchiveMaker.make(System.getProperties(), System.getenv());
    if (trouble.isEmpty()) {
      return ExitCode.DONE;
    }
    try (PrintWriter err = writer(new FileOutputStream(FileDescriptor.err))) {
      err.println("mastshell: " + trouble.orElseThrow());
    }
    return ExitCode.FAILED;
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER), false);
  }
}
