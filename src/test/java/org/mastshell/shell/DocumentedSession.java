package org.mastshell.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mastshell.command.ExitCode;
import org.mastshell.command.SafeMode;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;
import org.mastshell.output.Console;
import org.mastshell.session.Session;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.springframework.context.support.GenericApplicationContext;

/** Answers the lines of a transcript as the shell does in a terminal, of 100 columns as a rule. */
final class DocumentedSession implements AutoCloseable {
  private static final int USUAL_WIDTH = 100;
  private static final String WIPED = "\r\u001b[K";
  private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|(\\S+)");

  private final World world;
  private final StringWriter screen;
  private final DemoArchive archive;
  private final Session session;
  private final GenericApplicationContext context;
  private ExitCode last = ExitCode.DONE;

  private DocumentedSession(
      World world, StringWriter screen, DemoArchive archive, Console console) {
    this.world = world;
    this.screen = screen;
    this.archive = archive;
    Settings settings = Settings.standard().with(Setting.SERVER, archive.url().toString());
    this.session = new Session(world.clock(), settings);
    Consoles consoles = new Consoles(console, world.environment(), false);
    this.context =
        new ProgramWiring(
                world,
                Homes.of(world),
                Keepers.of(session),
                consoles,
                new Interrupts(),
                false,
                SafeMode.off())
            .wire();
  }

  /** A shell without any set, started in this folder, in which the lists of the guide are. */
  static DocumentedSession in(Path folder) throws IOException {
    return in(folder, USUAL_WIDTH, false);
  }

  /**
   * The same at another terminal, on which talk is broken into lines as well.
   *
   * @param width in columns; 0 if there is no terminal
   */
  static DocumentedSession in(Path folder, int width) throws IOException {
    return in(folder, width, width > 0);
  }

  private static DocumentedSession in(Path folder, int width, boolean talkIsTerminal)
      throws IOException {
    for (String list : List.of("targets.csv", "names.txt")) {
      Files.copy(Path.of("docs", list), folder.resolve(list), StandardCopyOption.REPLACE_EXISTING);
    }
    StringWriter screen = new StringWriter();
    PrintWriter writer = new PrintWriter(screen);
    World world =
        new World(
            Map.of("MASTSHELL_HOME", folder.resolve("home").toString(), "NO_COLOR", "1"),
            folder,
            folder,
            new BufferedReader(new StringReader("")),
            writer,
            writer,
            World.Terminals.none(),
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    return new DocumentedSession(
        world,
        screen,
        DemoArchive.start(DemoOptions.standard()),
        new Screen(writer, width, talkIsTerminal));
  }

  /** What stands before the next line. */
  String prompt() {
    return new Prompt(session).text();
  }

  /** The archive that it asks. */
  String server() {
    return archive.url().toString();
  }

  /** Runs a line typed at the prompt; gives what the screen shows of it. */
  String typed(String line) {
    last = context.getBean(LineRunner.class).run(line).code();
    return shown();
  }

  /** Runs a command of the system's shell: {@code mastshell}, or {@code echo $?}. */
  String started(String line) {
    if (line.equals("echo $?")) {
      return last.number() + "\n";
    }
    List<String> words = new ArrayList<>();
    Matcher argument = ARGUMENT.matcher(line);
    while (argument.find()) {
      words.add(argument.group(1) == null ? argument.group(2) : argument.group(1));
    }
    if (!words.remove(0).equals("mastshell")) {
      throw new IllegalArgumentException("only mastshell can be started here: " + line);
    }
    last = new Program(world).run(words.toArray(String[]::new));
    return shown();
  }

  private String shown() {
    world.out().flush();
    String text = screen.toString().replace(world.folder().toString(), "/home/ada");
    screen.getBuffer().setLength(0);
    // Whether progress is drawn depends on the machine; it is wiped at the end.
    return Stream.of(text.split("\n", -1))
        .map(
            line ->
                line.contains(WIPED)
                    ? line.substring(line.lastIndexOf(WIPED) + WIPED.length())
                    : line)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    context.close();
    archive.close();
  }

  private record Screen(PrintWriter out, int width, boolean talkIsTerminal) implements Console {
    @Override
    public PrintWriter talk() {
      return out;
    }

    @Override
    public boolean outIsTerminal() {
      return width > 0;
    }

    @Override
    public boolean interactive() {
      return true;
    }

    @Override
    public int height() {
      return 50;
    }

    @Override
    public Optional<char[]> readSecret(String prompt) {
      out.println(prompt);
      return Optional.of(DemoArchive.TEST_TOKEN.toCharArray());
    }

    @Override
    public boolean confirm(String question) {
      out.println(question + " y");
      return true;
    }
  }
}
