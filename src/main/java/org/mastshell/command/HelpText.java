package org.mastshell.command;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.text.WordUtils;
import org.mastshell.language.OptionSpec;

/** Writes help from what is known of commands. */
public final class HelpText {
  private static final int WIDTH = 76;
  private static final int COLUMN = 24;

  private HelpText() {}

  /** All commands by group, and the topics. */
  static String overview(List<CommandInfo> commands, List<String> topics) {
    StringBuilder text = new StringBuilder();
    List<String> groups = commands.stream().map(CommandInfo::group).distinct().toList();
    for (String group : groups) {
      text.append(group).append('\n');
      commands.stream()
          .filter(info -> info.group().equals(group))
          .forEach(info -> text.append(entry(info.name(), info.summary())));
      text.append('\n');
    }
    return text.append("Topics: ")
        .append(String.join(", ", topics))
        .append("\n\nhelp COMMAND or help TOPIC says more. Tab completes.")
        .toString();
  }

  /** Everything about one command. */
  public static String command(CommandInfo info) {
    StringBuilder text = new StringBuilder();
    text.append(info.name()).append(": ").append(info.summary()).append("\n\n");
    text.append(usage(info)).append('\n');
    text.append(wrapped(info.details())).append('\n');
    if (!info.arguments().options().isEmpty()) {
      text.append("\nOptions\n");
      info.arguments().options().forEach(o -> text.append(entry(synopsis(o), o.meaning())));
    }
    if (!info.aliases().isEmpty()) {
      text.append("\nAlso called ").append(String.join(", ", info.aliases())).append('\n');
    }
    if (!info.examples().isEmpty()) {
      text.append("\nExamples\n");
      for (Example example : info.examples()) {
        text.append("  ")
            .append(example.line())
            .append("\n      ")
            .append(example.meaning())
            .append('\n');
      }
    }
    return text.toString().stripTrailing();
  }

  /** How it is written, each form in a line of its own. */
  static String usage(CommandInfo info) {
    if (info.forms().isEmpty()) {
      return "  " + (info.name() + " " + info.usage()).strip() + "\n";
    }
    StringBuilder text = new StringBuilder("  " + info.name() + "\n");
    info.forms().forEach(f -> text.append(entry(info.name() + " " + f.words(), f.meaning())));
    return text.toString();
  }

  /** An option as it is typed: {@code -n, --limit N}. */
  public static String synopsis(OptionSpec option) {
    String shortName = option.shortName() == 0 ? "" : "-" + option.shortName() + ", ";
    String value = option.takesValue() ? " " + option.value() : "";
    return shortName
        + "--"
        + option.name()
        + (option.optionalValue() ? " [" + option.value() + "]" : value);
  }

  private static String entry(String name, String meaning) {
    String gap =
        name.length() > COLUMN
            ? "\n" + " ".repeat(COLUMN + 3)
            : " ".repeat(COLUMN + 1 - name.length());
    return "  " + name + gap + meaning + "\n";
  }

  private static String wrapped(String paragraphs) {
    return paragraphs
        .lines()
        .map(line -> WordUtils.wrap(line, WIDTH, "\n", false))
        .collect(Collectors.joining("\n"));
  }
}
