package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mastshell.command.ExitCode;
import org.mastshell.output.WatchedStream;

/**
 * The whole program in memory: arguments, typed lines and environment go in; exit code, standard
 * output and standard error come out. Its files live in a folder that the test gives.
 */
public final class AssertableProgram {
  private final Path folder;
  private final List<String> arguments = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private String input = "";
  private String outTrouble = "";
  private World.Terminals terminals = World.Terminals.none();
  private Home home;
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");

  private AssertableProgram(Path folder) {
    this.folder = folder;
    this.home = Home.at(folder);
    environment.put("MASTSHELL_HOME", folder.resolve("mastshell-home").toString());
    environment.put("MASTSHELL_KEYRING", "off");
  }

  /** A program started in this folder. */
  public static AssertableProgram in(Path folder) {
    return new AssertableProgram(folder);
  }

  /** The person's home is another folder than that in which it is started. */
  public AssertableProgram home(Path other) {
    home = Home.at(other);
    return this;
  }

  /** Adds arguments. */
  public AssertableProgram arguments(String... more) {
    arguments.addAll(Arrays.asList(more));
    return this;
  }

  /** Adds {@code -c} with a line. */
  public AssertableProgram command(String line) {
    return arguments("-c", line);
  }

  /** Sets an environment variable. */
  public AssertableProgram environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Its files are where they are without a word of the environment, below this home. */
  public AssertableProgram living(Home other) {
    environment.remove("MASTSHELL_HOME");
    home = other;
    return this;
  }

  /** Standard input, as lines. */
  public AssertableProgram typed(String... lines) {
    input = String.join("\n", lines) + "\n";
    return this;
  }

  /** Standard output takes nothing, for this reason. */
  public AssertableProgram outFailsWith(String reason) {
    outTrouble = reason;
    return this;
  }

  /** Its output and its talk go to a screen of this size. */
  public AssertableProgram screen(int width, int height) {
    terminals = new World.Terminals(false, true, true, width, height);
    return this;
  }

  /** The time is this, not the usual noon of 2026-11-22. */
  public AssertableProgram at(String time) {
    now = Instant.parse(time);
    return this;
  }

  private OutputStream out(OutputStream bytes) {
    return outTrouble.isEmpty()
        ? bytes
        : new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(outTrouble);
          }
        };
  }

  /** Runs to the end. */
  public Ended run() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    WatchedStream out = new WatchedStream(out(new Both(bytes, screen)));
    ByteArrayOutputStream talk = new ByteArrayOutputStream();
    PrintWriter err =
        new PrintWriter(new OutputStreamWriter(new Both(talk, screen), StandardCharsets.UTF_8));
    World world =
        new World(
            Map.copyOf(environment),
            folder,
            home,
            new BufferedReader(new StringReader(input)),
            new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
            err,
            terminals,
            Clock.fixed(now, ZoneOffset.UTC),
            out::failure);
    ExitCode code = new Program(world).run(arguments.toArray(String[]::new));
    err.flush();
    return new Ended(
        code,
        bytes.toString(StandardCharsets.UTF_8),
        talk.toString(StandardCharsets.UTF_8),
        screen.toString(StandardCharsets.UTF_8));
  }

  /** What is written to one stream, and to the screen that shows several. */
  private static final class Both extends FilterOutputStream {
    private final OutputStream screen;

    Both(OutputStream own, OutputStream screen) {
      super(own);
      this.screen = screen;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      screen.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      screen.write(bytes, offset, length);
    }
  }

  /**
   * How the program ended.
   *
   * @param out what it wrote to standard output
   * @param err what it wrote to standard error
   * @param screen both, as they came
   */
  public record Ended(ExitCode code, String out, String err, String screen) {

    /** It must have ended so. */
    public Ended exits(ExitCode expected) {
      assertThat(code).as("standard error: %s%nstandard output: %s", err, out).isEqualTo(expected);
      return this;
    }

    /** It must have ended well. */
    public Ended succeeds() {
      return exits(ExitCode.DONE);
    }

    /** Standard output must be exactly this, line ends aside. */
    public Ended prints(String expected) {
      assertThat(out.replace("\r\n", "\n").strip()).as(err).isEqualTo(expected);
      return this;
    }

    /** Standard output must contain each of these. */
    public Ended shows(String... expected) {
      assertThat(out).as(err).contains(expected);
      return this;
    }

    /** Standard error must contain each of these. */
    public Ended says(String... expected) {
      assertThat(err).contains(expected);
      return this;
    }

    /** Standard error must contain none of these. */
    public Ended doesNotSay(String... unexpected) {
      assertThat(err).doesNotContain(unexpected);
      return this;
    }

    /** Exactly one error was reported. */
    public Ended reportsOneError() {
      assertThat(err.lines().filter(line -> line.contains("error:")).count()).as(err).isEqualTo(1);
      return this;
    }

    /** No error was reported. */
    public Ended reportsNothing() {
      return doesNotSay("error:");
    }
  }
}
