package org.mastshell.shell;

import java.util.List;
import java.util.Locale;
import org.mastshell.language.CommandLines;
import org.mastshell.language.CommandText;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandParser;
import org.springframework.shell.core.command.ParsedInput;

/**
 * Spring Shell's view of a command of ours: its name, whatever its case, and as the only argument
 * the command as typed. The words are taken apart by our own language, which knows quotes, criteria
 * and where each word stands.
 */
final class WordParser implements CommandParser {

  @Override
  public ParsedInput parse(String command) {
    List<CommandText> texts = CommandLines.split(command);
    if (texts.size() != 1) {
      throw new IllegalArgumentException("one command is wanted, not " + texts.size());
    }
    return ParsedInput.builder()
        .commandName(nameOf(texts.get(0)))
        .addArgument(new CommandArgument(0, command))
        .build();
  }

  /** The name by which the registry knows a command. */
  static String nameOf(CommandText command) {
    return command.name().text().toLowerCase(Locale.ROOT);
  }

  /** The command that was parsed. */
  static CommandText textOf(ParsedInput input) {
    return CommandLines.split(input.arguments().get(0).value()).get(0);
  }
}
