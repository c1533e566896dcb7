package org.mastshell.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mastshell.command.CommandException;
import org.mastshell.command.ExitCode;
import org.mastshell.command.UnknownWords;
import org.mastshell.language.OptionSpec;
import org.mastshell.vocabulary.NearestWords;

/** Reads the program's arguments. */
public final class LaunchOptionsReader {
  /** Every option of the program; help, manual and shell completion read this list. */
  public static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.valued("command", "TEXT", "run TEXT and exit (repeatable)").withShort('c'),
          OptionSpec.valued("file", "FILE", "run FILE and exit; - is standard input")
              .withShort('f'),
          OptionSpec.flag("interactive", "stay in the shell afterwards").withShort('i'),
          OptionSpec.flag("demo", "use the embedded archive, with made-up data"),
          OptionSpec.valued(
              "serve-demo", "PORT", "run the embedded archive alone, for other programs"),
          OptionSpec.valued("demo-observations", "N", "a larger embedded archive"),
          OptionSpec.valued("demo-latency", "MS", "the embedded archive answers so much later"),
          OptionSpec.valued("demo-polls", "N", "it says so often that it is still executing"),
          OptionSpec.valued("server", "URL", "ask another archive (also MASTSHELL_SERVER)"),
          OptionSpec.valued("format", "FORMAT", "table csv tsv json jsonl markdown ecsv votable"),
          OptionSpec.valued("rc", "FILE", "another start file than ~/.mastshellrc"),
          OptionSpec.flag("no-rc", "no start file"),
          OptionSpec.valued("session", "NAME", "go on with a session that is kept, or begin it"),
          OptionSpec.flag("no-session", "keep nothing of this session"),
          OptionSpec.valued("color", "WHEN", "auto, always or never"),
          OptionSpec.flag("quiet", "data and errors only").withShort('q'),
          OptionSpec.flag("verbose", "say more, stack traces included").withShort('v'),
          OptionSpec.valued("on-error", "WHAT", "stop or continue after a failure in a script"),
          OptionSpec.flag("version", "print the version"),
          OptionSpec.flag("help", "print this help").withShort('h'));

  // Promised for later; to say so is better than to take them for a misspelling.
  private static final List<String> NOT_YET = List.of("--safe");

  private static final List<String> OF_THE_DEMO =
      List.of("demo-observations", "demo-latency", "demo-polls");

  private final Map<String, String> values = new HashMap<>();
  private final List<LaunchOptions.Script> work = new ArrayList<>();

  private LaunchOptionsReader() {}

  /**
   * Reads the arguments.
   *
   * @throws CommandException with code USAGE if they make no sense
   */
  public static LaunchOptions read(String... arguments) {
    LaunchOptionsReader reader = new LaunchOptionsReader();
    int next = 0;
    while (next < arguments.length) {
      next = reader.readOne(arguments, next);
    }
    LaunchOptions options = new LaunchOptions(Map.copyOf(reader.values), List.copyOf(reader.work));
    requireNoneInVain(options);
    return options;
  }

  // An option that would be passed over is a mistake of the person, who ought to know.
  private static void requireNoneInVain(LaunchOptions options) {
    boolean demo = options.has("demo") || options.has("serve-demo");
    for (String name : OF_THE_DEMO) {
      if (options.has(name) && !demo) {
        throw usage("--" + name + " is for the embedded archive: add --demo or --serve-demo");
      }
    }
    if (options.has("serve-demo") && (!options.work().isEmpty() || options.has("interactive"))) {
      throw usage("--serve-demo runs the embedded archive alone, without commands");
    }
    if (options.has("rc") && options.has("no-rc")) {
      throw usage("--rc and --no-rc cannot go together");
    }
    if (options.has("session") && options.has("no-session")) {
      throw usage("--session and --no-session cannot go together");
    }
  }

  private int readOne(String[] arguments, int place) {
    String argument = arguments[place];
    if (argument.length() < 2 || !argument.startsWith("-")) {
      return readFile(arguments, place);
    }
    boolean isLong = argument.startsWith("--");
    int equals = isLong ? argument.indexOf('=') : -1;
    String name = equals < 0 ? argument : argument.substring(0, equals);
    OptionSpec option = find(name).orElseThrow(() -> unknown(name));
    if (!option.takesValue()) {
      if (equals >= 0) {
        throw usage(name + " takes no value");
      }
      values.put(option.name(), "");
      return place + 1;
    }
    if (equals < 0 && place + 1 >= arguments.length) {
      throw usage(name + " needs a value: " + name + " " + option.value());
    }
    keep(option, equals < 0 ? arguments[place + 1] : argument.substring(equals + 1));
    return equals < 0 ? place + 2 : place + 1;
  }

  // All that follows a file is its own, whatever it looks like; behind -f FILE, from the first word
  // that is no option.
  private int readFile(String[] arguments, int place) {
    List<String> words = List.of(arguments).subList(place, arguments.length);
    int last = work.size() - 1;
    if (last >= 0 && work.get(last).isFile()) {
      work.set(last, new LaunchOptions.Script(work.get(last).text(), true, List.copyOf(words)));
    } else {
      List<String> rest = List.copyOf(words.subList(1, words.size()));
      work.add(new LaunchOptions.Script(words.get(0), true, rest));
    }
    return arguments.length;
  }

  private void keep(OptionSpec option, String value) {
    switch (option.name()) {
      case "command" -> work.add(new LaunchOptions.Script(value, false, List.of()));
      case "file" -> work.add(new LaunchOptions.Script(value, true, List.of()));
      default -> values.put(option.name(), value);
    }
  }

  private static Optional<OptionSpec> find(String name) {
    return OPTIONS.stream()
        .filter(
            option ->
                name.equals("--" + option.name())
                    || (option.shortName() != 0 && name.equals("-" + option.shortName())))
        .findAny();
  }

  private static CommandException unknown(String name) {
    if (NOT_YET.contains(name)) {
      return usage(name + " is not there yet: this version runs every command");
    }
    List<String> known = OPTIONS.stream().map(option -> "--" + option.name()).toList();
    return new CommandException(
        ExitCode.USAGE,
        "no option is called " + name,
        UnknownWords.advice(NearestWords.to(name, known), "mastshell --help"));
  }

  private static CommandException usage(String message) {
    return new CommandException(ExitCode.USAGE, message, "mastshell --help");
  }
}
