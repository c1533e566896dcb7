package org.mastshell.command;

import java.util.List;
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
 */
public record CommandInfo(
    String name,
    List<String> aliases,
    String group,
    String summary,
    String usage,
    String details,
    ArgumentSpec arguments,
    List<Example> examples) {
  /** Keeps its own copies. */
  public CommandInfo {
    aliases = List.copyOf(aliases);
    examples = List.copyOf(examples);
  }
}
