package org.mastshell.command;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.mastshell.vocabulary.NearestWords;

/** Explains commands and topics. */
public final class HelpCommand implements ShellCommand {
  private final Supplier<List<CommandInfo>> commands;
  private final HelpTopics topics;

  /**
   * @param commands all commands, when asked
   * @param topics what else can be explained
   */
  public HelpCommand(Supplier<List<CommandInfo>> commands, HelpTopics topics) {
    this.commands = commands;
    this.topics = topics;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "help",
        List.of("?"),
        Groups.SHELL,
        "explain a command or a topic",
        "[COMMAND|TOPIC]",
        "Without a name, lists commands and topics.",
        new ArgumentSpec(false, false, true, List.of()),
        List.of(new Example("help search", "one command"), new Example("help dates", "one topic")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    if (arguments.values().isEmpty()) {
      return text(HelpText.overview(commands.get(), topics.names()));
    }
    SpareWords.refuse(arguments, 1, "help takes one command or topic");
    Word word = arguments.values().get(0);
    return commands.get().stream()
        .filter(info -> isName(info, word.text().toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(HelpText::command)
        .or(() -> topics.text(word.text()))
        .map(HelpCommand::text)
        .orElseThrow(() -> unknown(arguments, word));
  }

  private static boolean isName(CommandInfo info, String lower) {
    return info.name().equals(lower) || info.aliases().contains(lower);
  }

  private SyntaxException unknown(Arguments arguments, Word word) {
    List<String> known =
        Stream.concat(commands.get().stream().map(CommandInfo::name), topics.names().stream())
            .toList();
    return new SyntaxException(
            "no command and no topic is called " + word.text(),
            arguments.command().line(),
            word.start(),
            word.end(),
            UnknownWords.advice(NearestWords.to(word.text(), known), "help"))
        .rightWith(NearestWords.only(word.text(), known));
  }

  private static CommandResult text(String text) {
    return CommandResult.done(new Part.Text(text));
  }
}
