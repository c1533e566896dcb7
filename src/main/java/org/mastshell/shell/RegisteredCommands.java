package org.mastshell.shell;

import java.util.List;
import java.util.function.Supplier;
import org.mastshell.command.CommandResult;
import org.mastshell.command.Commands;
import org.mastshell.command.Work;
import org.mastshell.language.Arguments;
import org.mastshell.language.CommandLines;
import org.mastshell.language.CommandText;
import org.mastshell.language.Glossary;
import org.mastshell.language.SyntaxException;
import org.springframework.shell.core.command.CommandRegistry;

/** Finds commands in the registry for those that run others. */
final class RegisteredCommands implements Commands {
  private final Supplier<CommandRegistry> registry;
  private final Supplier<Glossary> glossary;
  private final SessionInUse inUse;

  /**
   * @param registry asked for only when a command is wanted
   * @param glossary the words that exist; asked for only where something is wrong
   * @param inUse told on which session a command works
   */
  RegisteredCommands(
      Supplier<CommandRegistry> registry, Supplier<Glossary> glossary, SessionInUse inUse) {
    this.registry = registry;
    this.glossary = glossary;
    this.inUse = inUse;
  }

  @Override
  public Arguments read(String command) {
    return readable(
        () -> {
          CommandText text = only(CommandLines.split(command), command);
          return find(text).read(text);
        });
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    RegisteredCommand command = find(arguments.command());
    return readable(() -> inUse.during(work.session(), () -> command.run(arguments, work)));
  }

  private static CommandText only(List<CommandText> commands, String line) {
    if (commands.size() != 1) {
      throw new SyntaxException(
          "this is not one command", line, 0, line.length(), "one command stands on each line");
    }
    return commands.get(0);
  }

  private RegisteredCommand find(CommandText text) {
    if (registry.get().getCommandByName(WordParser.nameOf(text))
        instanceof RegisteredCommand found) {
      return found;
    }
    throw new UnknownCommand(text, names(), glossary).fault();
  }

  private List<String> names() {
    return registry.get().getCommands().stream().map(known -> known.getName()).toList();
  }

  // What would make this line right would be put into the line that a person typed.
  private static <T> T readable(Supplier<T> step) {
    try {
      return step.get();
    } catch (SyntaxException wrong) {
      throw new SyntaxException(
          wrong.getMessage(), wrong.line(), wrong.start(), wrong.end(), wrong.advice());
    }
  }
}
