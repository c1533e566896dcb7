package org.mastshell.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.mastshell.command.CommandInfo;
import org.mastshell.session.Setting;

/** Knows what has an option that a command was given in vain: other commands, or a setting. */
final class OptionsElsewhere implements Function<String, Optional<String>> {
  private final Supplier<List<CommandInfo>> commands;

  OptionsElsewhere(Supplier<List<CommandInfo>> commands) {
    this.commands = commands;
  }

  @Override
  public Optional<String> apply(String name) {
    String having =
        commands.get().stream()
            .filter(
                info -> info.arguments().options().stream().anyMatch(o -> o.name().equals(name)))
            .map(CommandInfo::name)
            .collect(Collectors.joining(", "));
    Optional<String> setting = Setting.of(name.replace('-', '_')).map(OptionsElsewhere::set);
    if (having.isEmpty()) {
      return setting.map(set -> "it is a setting: " + set);
    }
    return Optional.of(
        "--"
            + name
            + " is an option of "
            + having
            + setting.map(set -> "; for every command: " + set).orElse(""));
  }

  private static String set(Setting setting) {
    String value = setting.choices().stream().skip(1).findFirst().orElse("VALUE");
    return "set " + setting.word() + " " + value;
  }
}
