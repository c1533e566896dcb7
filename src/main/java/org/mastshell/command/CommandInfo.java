package org.mastshell.command;

import java.util.List;
import java.util.stream.Collectors;
import org.mastshell.language.ArgumentSpec;

/**
 * All that is known of a command without running it. Parsing, help, completion and the command
 * reference read it.
 *
 * @param name as typed
 * @param aliases other names
 * @param group under which heading the help lists it
 * @param summary one line, beginning with a verb
 * @param usage what stands behind the name ({@code [ROWS] [CRITERION…]})
 * @param details paragraphs for the help
 * @param arguments what it takes
 * @param examples at least one
 * @param forms the things that it does, if its first word chooses between several
 */
public record CommandInfo(
    String name,
    List<String> aliases,
    String group,
    String summary,
    String usage,
    String details,
    ArgumentSpec arguments,
    List<Example> examples,
    List<CommandForm> forms) {
  /** Keeps its own copies. */
  public CommandInfo {
    aliases = List.copyOf(aliases);
    examples = List.copyOf(examples);
    forms = List.copyOf(forms);
  }

  /** A command that does one thing. */
  public CommandInfo(
      String name,
      List<String> aliases,
      String group,
      String summary,
      String usage,
      String details,
      ArgumentSpec arguments,
      List<Example> examples) {
    this(name, aliases, group, summary, usage, details, arguments, examples, List.of());
  }

  /** The same, with a first word that chooses what it does; the usage names them all. */
  CommandInfo choosing(List<CommandForm> choices) {
    String all = choices.stream().map(CommandForm::words).collect(Collectors.joining(" | "));
    String choice = "[" + all + "]" + (usage.isEmpty() ? "" : " " + usage);
    return new CommandInfo(
        name, aliases, group, summary, choice, details, arguments, examples, choices);
  }
}
