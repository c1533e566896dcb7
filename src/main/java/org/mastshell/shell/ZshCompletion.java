package org.mastshell.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mastshell.command.CommandInfo;
import org.mastshell.session.SavedSessions;

/** The script that completes {@code mastshell} in zsh, by its function {@code _arguments}. */
public final class ZshCompletion {
  private static final String SCRIPT =
      """
      #compdef mastshell
      # Completion of mastshell in zsh; made from what the program itself goes by, not to be edited.

      _mastshell_commands() {
        local -a names=(
      @COMMANDS@
        )
        compset -P '*;[[:blank:]]##'
        _describe -t commands 'command' names
      }

      _mastshell_sessions() {
        local state=${XDG_STATE_HOME-}
        [[ $state == /* ]] || state=$HOME/.local/state
        state=$state/mastshell
        [[ -n ${MASTSHELL_HOME-} ]] && state=$MASTSHELL_HOME/state
        local -a names=($state/@FOLDER@/*@EXTENSION@(N:t))
        names=(${names%@EXTENSION@})
        local expl
        _wanted sessions expl 'session' compadd -a names
      }

      _mastshell() {
        # What follows a script is its own, whatever it looks like.
        _arguments -A '-?*' : \\
      @OPTIONS@
          '1:script:_files' \\
          '*:argument:_files'
      }

      # The file works as a function of $fpath, and as well where it is sourced.
      if [[ $funcstack[1] == _mastshell ]]; then
        _mastshell "$@"
      else
        compdef _mastshell mastshell
      fi
      """;

  private final List<LaunchOption> options;
  private final List<CommandInfo> commands;

  /**
   * @param options the options of the program
   * @param commands all commands
   */
  public ZshCompletion(List<LaunchOption> options, List<CommandInfo> commands) {
    this.options = List.copyOf(options);
    this.commands = List.copyOf(commands);
  }

  /** The script, lines ended by line feeds. */
  public String script() {
    return SCRIPT
        .replace("@FOLDER@", SavedSessions.FOLDER)
        .replace("@EXTENSION@", SavedSessions.SUFFIX)
        .replace("@COMMANDS@\n", described())
        .replace("@OPTIONS@\n", specs());
  }

  private String described() {
    return commands.stream()
        .map(info -> "    " + quoted(info.name() + ":" + info.summary()) + "\n")
        .collect(Collectors.joining());
  }

  private String specs() {
    return options.stream()
        .map(option -> "    " + spec(option) + " \\\n")
        .collect(Collectors.joining());
  }

  private String spec(LaunchOption option) {
    String meaning = option.meaning().replace("[", "\\[").replace("]", "\\]");
    String equals = option.takesValue() ? "=" : "";
    List<String> names = new ArrayList<>(option.spellings());
    names.set(names.size() - 1, names.get(names.size() - 1) + equals);
    String name = names.size() == 1 ? names.get(0) : "{" + String.join(",", names) + "}";
    String front = option.repeatable() ? "*" : excluded(option);
    return (front.isEmpty() ? "" : quoted(front))
        + name
        + quoted("[" + meaning + "]" + action(option));
  }

  // Those that it cannot stand with, and itself in both spellings.
  private String excluded(LaunchOption option) {
    Stream<LaunchOption> others =
        option.excludes().stream().map(this::named).flatMap(Optional::stream);
    List<String> names =
        Stream.concat(Stream.of(option), others)
            .flatMap(one -> one.spellings().stream())
            .distinct()
            .toList();
    return names.size() == 1 ? "" : "(" + String.join(" ", names) + ")";
  }

  private Optional<LaunchOption> named(String name) {
    return options.stream().filter(option -> option.name().equals(name)).findAny();
  }

  private static String action(LaunchOption option) {
    String what = ":" + option.valueName().toLowerCase(Locale.ROOT) + ":";
    return switch (option.takes()) {
      case NONE -> "";
      case FREE -> what + " ";
      case CHOICE -> what + "(" + String.join(" ", option.choices()) + ")";
      case FILE -> what + "_files";
      case COMMANDS -> what + "_mastshell_commands";
      case SESSION -> what + "_mastshell_sessions";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
