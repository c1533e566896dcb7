package org.mastshell.command;

import java.util.List;
import java.util.Locale;
import org.mastshell.language.OptionSpec;
import org.mastshell.session.Setting;

/**
 * The command reference, as a page in Markdown. Everything on it comes from what the program itself
 * goes by, so that the page cannot say anything else than the program does.
 */
public final class CommandReference {
  private static final String INTRODUCTION =
      """
      # Commands, settings and options

      This page is made from what the program itself goes by: `help COMMAND` in the shell says \
      the same. In a usage, `[ ]` may be left out, `…` may be repeated, `|` separates choices. \
      [The guide](guide.md) shows the commands at work.
      """;

  private final List<CommandInfo> commands;
  private final List<OptionSpec> launcher;
  private final HelpTopics topics;

  /**
   * @param commands all commands, in the order of the help
   * @param launcher the options of the program
   * @param topics what the help explains besides commands
   */
  public CommandReference(
      List<CommandInfo> commands, List<OptionSpec> launcher, HelpTopics topics) {
    this.commands = List.copyOf(commands);
    this.launcher = List.copyOf(launcher);
    this.topics = topics;
  }

  /** The page, lines ended by line feeds. */
  public String markdown() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    addOverview(page);
    for (String group : groups()) {
      page.append("\n## ").append(group).append('\n');
      commands.stream().filter(info -> info.group().equals(group)).forEach(i -> add(page, i));
    }
    addTopics(page);
    addSettings(page);
    addLauncher(page);
    return page.toString();
  }

  private List<String> groups() {
    return commands.stream().map(CommandInfo::group).distinct().toList();
  }

  private void addOverview(StringBuilder page) {
    page.append("\n| command | what it does |\n|---|---|\n");
    commands.forEach(
        info ->
            page.append(
                "| [`%s`](#%s) | %s |\n"
                    .formatted(info.name(), info.name(), escaped(info.summary()))));
    page.append("\nAlso: [topics](#topics), [settings](#settings), [the program](#the-program).\n");
  }

  private static void add(StringBuilder page, CommandInfo info) {
    page.append("\n### ").append(info.name()).append("\n\n");
    page.append(sentence(info.summary()));
    if (!info.aliases().isEmpty()) {
      page.append(" Also called `").append(String.join("`, `", info.aliases())).append("`.");
    }
    page.append("\n\n```text\n").append(HelpText.usage(info).indent(-2));
    page.append("```\n\n").append(escapedText(info.details().strip())).append('\n');
    if (!info.arguments().options().isEmpty()) {
      addOptions(page, info.arguments().options());
    }
    if (!info.examples().isEmpty()) {
      page.append("\nExamples:\n\n```text\n");
      info.examples().forEach(example -> page.append(line(example)));
      page.append("```\n");
    }
  }

  private static String line(Example example) {
    return example.line() + "\n    " + example.meaning() + "\n";
  }

  private static void addOptions(StringBuilder page, List<OptionSpec> options) {
    page.append("\n| option | meaning |\n|---|---|\n");
    options.forEach(
        option ->
            page.append("| `")
                .append(escaped(HelpText.synopsis(option)))
                .append("` | ")
                .append(escaped(option.meaning()))
                .append(" |\n"));
  }

  private void addTopics(StringBuilder page) {
    page.append("\n## Topics\n\nAs `help TOPIC` prints them.\n");
    for (String name : topics.names()) {
      page.append("\n### ").append(name).append("\n\n```text\n");
      page.append(topics.text(name).orElseThrow()).append("\n```\n");
    }
  }

  private static void addSettings(StringBuilder page) {
    page.append(
        "\n## Settings\n\n`set NAME VALUE` changes one, at the prompt or in the start file.");
    page.append("\n\n| setting | default | meaning | allowed |\n|---|---|---|---|\n");
    for (Setting setting : Setting.values()) {
      String standard = setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`";
      page.append("| `")
          .append(setting.word())
          .append("` | ")
          .append(standard)
          .append(" | ")
          .append(escaped(setting.meaning()))
          .append(" | ")
          .append(escaped(setting.allowed()))
          .append(" |\n");
    }
  }

  private void addLauncher(StringBuilder page) {
    page.append("\n## The program\n\n```text\nmastshell [OPTIONS] [FILE [ARG…]]\n```\n\n");
    page.append("Without FILE or `-c`, opens the shell in a terminal, or runs what comes from ");
    page.append("standard input. An option stands before FILE.\n");
    addOptions(page, launcher);
  }

  private static String sentence(String summary) {
    return escaped(summary.substring(0, 1).toUpperCase(Locale.ROOT) + summary.substring(1)) + ".";
  }

  // A bar would end the cell of a table.
  private static String escaped(String text) {
    return text.replace("|", "\\|");
  }

  // What stands between angle brackets would be taken for HTML, stars and underlines for emphasis.
  private static String escapedText(String text) {
    return text.replace("<", "\\<").replace("*", "\\*").replace("_", "\\_");
  }
}
