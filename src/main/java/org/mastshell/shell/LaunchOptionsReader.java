package org.mastshell.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mastshell.command.CommandException;
import org.mastshell.command.ExitCode;
import org.mastshell.command.UnknownWords;
import org.mastshell.vocabulary.NearestWords;

/** Reads the program's arguments. */
public final class LaunchOptionsReader {
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
    for (LaunchOption option : LaunchOptionList.ALL) {
      for (String other : option.excludes()) {
        if (options.has(option.name()) && options.has(other)) {
          throw usage("--" + option.name() + " and --" + other + " cannot go together");
        }
      }
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
    LaunchOption option = LaunchOptionList.written(name).orElseThrow(() -> unknown(name));
    if (!option.takesValue()) {
      if (equals >= 0) {
        throw usage(name + " takes no value");
      }
      values.put(option.name(), "");
      return place + 1;
    }
    if (equals < 0 && place + 1 >= arguments.length) {
      throw usage(name + " needs a value: " + name + " " + option.valueName());
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

  private void keep(LaunchOption option, String value) {
    switch (option.name()) {
      case "command" -> work.add(new LaunchOptions.Script(value, false, List.of()));
      case "file" -> work.add(new LaunchOptions.Script(value, true, List.of()));
      default -> values.put(option.name(), value);
    }
  }

  private static CommandException unknown(String name) {
    List<String> known =
        LaunchOptionList.specs().stream().map(option -> "--" + option.name()).toList();
    return new CommandException(
        ExitCode.USAGE,
        "no option is called " + name,
        UnknownWords.advice(NearestWords.to(name, known), "mastshell --help"));
  }

  private static CommandException usage(String message) {
    return new CommandException(ExitCode.USAGE, message, "mastshell --help");
  }
}
