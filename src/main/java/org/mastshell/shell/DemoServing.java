package org.mastshell.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.mastshell.command.CommandException;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;

/** Runs the embedded archive alone, for other programs, until the process is ended. */
final class DemoServing {
  private static final int LAST_PORT = 65_535;

  private final World world;

  DemoServing(World world) {
    this.world = world;
  }

  ExitCode run(LaunchOptions options) {
    int port = whole(options, "serve-demo", 0, LAST_PORT);
    try (DemoArchive archive = DemoArchive.start(options(options, port), this::log)) {
      world.out().println(archive.url());
      world.out().flush();
      new CountDownLatch(1).await();
      return ExitCode.DONE;
    } catch (IOException refused) {
      throw new CommandException(
          ExitCode.FAILED,
          "the embedded archive cannot use port " + port + ": " + refused.getMessage(),
          "--serve-demo 0 takes a free one");
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }

  // The archive's threads write at the same time; a line is written as a whole.
  private void log(String line) {
    world.err().println(line);
    world.err().flush();
  }

  /** What the launcher's options say of the embedded archive. */
  static DemoOptions options(LaunchOptions options, int port) {
    return new DemoOptions(
        port,
        whole(options, "demo-observations", 0, 1_000_000),
        Duration.ofMillis(whole(options, "demo-latency", 0, 600_000)),
        whole(options, "demo-polls", 0, 1000));
  }

  private static int whole(LaunchOptions options, String name, int low, int high) {
    Optional<String> text = options.value(name);
    if (text.isEmpty()) {
      return low;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= low && value <= high) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the one message for every bad value
    }
    throw new CommandException(
        ExitCode.USAGE,
        "--" + name + " cannot be '" + text.get() + "'",
        "it is a whole number from " + low + " to " + high);
  }
}
