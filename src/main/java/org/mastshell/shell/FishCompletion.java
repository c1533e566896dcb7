package org.mastshell.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.mastshell.command.CommandInfo;
import org.mastshell.session.SavedSessions;

/** The script that completes {@code mastshell} in fish, 3.0 or later. */
public final class FishCompletion {
  private static final String SCRIPT =
      """
      # Completion of mastshell in fish; made from what the program itself goes by, not to be edited.

      # What follows a script is its own, whatever it looks like.
      function __mastshell_before_script
          set -l option
          for word in (commandline -opc)[2..-1]
              if set -q option[1]
                  set -e option
                  continue
              end
              if contains -- $word @VALUED@
                  set option $word
              else if test "$word" = -; or not string match -q -- '-*' $word
                  return 1
              end
          end
      end

      function __mastshell_follows
          contains -- (commandline -opc)[-1] $argv
          and __mastshell_before_script
      end

      function __mastshell_commands
      @COMMANDS@
      end

      function __mastshell_sessions
          set -l state $HOME/.local/state
          string match -q '/*' -- $XDG_STATE_HOME
          and set state $XDG_STATE_HOME
          set state $state/mastshell
          test -n "$MASTSHELL_HOME"
          and set state $MASTSHELL_HOME/state
          for file in $state/@FOLDER@/*@EXTENSION@
              string replace -r '.*/(.*)\\\\@EXTENSION@$' '$1' -- $file
          end
      end

      @OPTIONS@
      """;

  private final List<LaunchOption> options;
  private final List<CommandInfo> commands;

  /**
   * @param options the options of the program
   * @param commands all commands
   */
  public FishCompletion(List<LaunchOption> options, List<CommandInfo> commands) {
    this.options = List.copyOf(options);
    this.commands = List.copyOf(commands);
  }

  /** The script, lines ended by line feeds. */
  public String script() {
    return SCRIPT
        .replace("@FOLDER@", SavedSessions.FOLDER)
        .replace("@EXTENSION@", SavedSessions.SUFFIX)
        .replace("@VALUED@", valued())
        .replace("@COMMANDS@\n", described())
        .replace("@OPTIONS@\n", lines());
  }

  private String valued() {
    return options.stream()
        .filter(LaunchOption::takesValue)
        .flatMap(option -> option.spellings().stream())
        .collect(Collectors.joining(" "));
  }

  private String described() {
    return commands.stream()
        .map(info -> line(info.name(), info.summary()))
        .collect(Collectors.joining());
  }

  private static String line(String name, String summary) {
    return "    printf '%s\\t%s\\n' " + name + " " + quoted(summary) + "\n";
  }

  private String lines() {
    return options.stream()
        .map(option -> "complete -c mastshell -n " + complete(option) + "\n")
        .collect(Collectors.joining());
  }

  private static String complete(LaunchOption option) {
    String letter = option.shortName() == 0 ? "" : " -s " + option.shortName();
    return "__mastshell_before_script"
        + letter
        + " -l "
        + option.name()
        + value(option)
        + " -d "
        + quoted(option.meaning());
  }

  private static String value(LaunchOption option) {
    return switch (option.takes()) {
      case NONE -> "";
      case FREE -> " -x";
      case CHOICE -> " -x -a " + quoted(String.join(" ", option.choices()));
      case FILE -> " -r -F";
      case COMMANDS -> " -x -a '(__mastshell_commands)'";
      case SESSION -> " -x -a '(__mastshell_sessions)'";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
