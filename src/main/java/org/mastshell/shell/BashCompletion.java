package org.mastshell.shell;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mastshell.command.CommandInfo;
import org.mastshell.session.SavedSessions;

/**
 * The script that completes {@code mastshell} in bash, 3.2 or later. It stands on its own: it works
 * with the package bash-completion and without it.
 */
public final class BashCompletion {
  private static final String SCRIPT =
      """
      # Completion of mastshell in bash; made from what the program itself goes by, not to be edited.

      _mastshell_sessions() {
        local state=${XDG_STATE_HOME-} file
        [[ $state == /* ]] || state=$HOME/.local/state
        state=$state/mastshell
        [[ -n ${MASTSHELL_HOME-} ]] && state=$MASTSHELL_HOME/state
        for file in "$state"/@FOLDER@/*@EXTENSION@; do
          [[ -f $file ]] || continue
          file=${file##*/}
          choices+=("${file%@EXTENSION@}")
        done
      }

      _mastshell() {
        # The words up to the cursor, without their quotes. Readline takes words apart at = and :,
        # too, so that the line is read anew.
        local typed=${COMP_LINE:0:COMP_POINT} words=() current= quote= begun= char i
        for ((i = 0; i < ${#typed}; i++)); do
          char=${typed:i:1}
          if [[ $char == "$quote" ]]; then
            quote=
          elif [[ $char == \\\\ && $quote != "'" ]]; then
            i=$((i + 1)) current+=${typed:i:1}
          elif [[ -n $quote ]]; then
            current+=$char
          elif [[ $char == [\\"\\'] ]]; then
            quote=$char begun=1
          elif [[ $char == [[:space:]] ]]; then
            [[ -n $begun$current ]] && words+=("$current")
            current= begun=
          else
            current+=$char
          fi
        done

        # What follows a script is its own, whatever it looks like.
        local option= script= word
        for word in "${words[@]:1}"; do
          if [[ -n $option ]]; then
            option=
            continue
          fi
          case $word in
            @VALUED@) option=$word ;;
            -?*) ;;
            *) script=1 && break ;;
          esac
        done

        local value=$current choices=() files= prefix=
        if [[ -z $option && -z $script && $current == --*=* ]]; then
          option=${current%%=*} value=${current#*=}
          # Where = parts no words, the answer stands for all of --name=value.
          [[ $2 == --* ]] && prefix=$option=
        fi
        COMPREPLY=()
        case $option in
      @CASES@
          ?*) return ;;
          *)
            if [[ -z $script && $current == -* ]]; then
              choices=(
      @OPTIONS@
              )
            else
              files=1
            fi
            ;;
        esac

        if [[ -n $files && -z $prefix ]] && compopt -o default 2>/dev/null; then
          return # Readline itself knows files best.
        fi
        local IFS=$'\\n'
        [[ -n $files ]] && choices=($(compgen -f -- "$value"))
        for word in "${choices[@]}"; do
          [[ $word == "$value"* ]] && COMPREPLY+=("$prefix$(printf %q "$word")")
        done
      }

      complete -F _mastshell mastshell
      """;

  private final List<LaunchOption> options;
  private final List<CommandInfo> commands;

  /**
   * @param options the options of the program
   * @param commands all commands
   */
  public BashCompletion(List<LaunchOption> options, List<CommandInfo> commands) {
    this.options = List.copyOf(options);
    this.commands = List.copyOf(commands);
  }

  /** The script, lines ended by line feeds. */
  public String script() {
    return SCRIPT
        .replace("@FOLDER@", SavedSessions.FOLDER)
        .replace("@EXTENSION@", SavedSessions.SUFFIX)
        .replace("@VALUED@", pattern(LaunchOption::takesValue))
        .replace("@CASES@\n", cases())
        .replace("@OPTIONS@\n", offered());
  }

  private String cases() {
    StringBuilder cases = new StringBuilder();
    add(cases, LaunchValue.COMMANDS, "choices=(" + names() + ")");
    add(cases, LaunchValue.FILE, "files=1");
    add(cases, LaunchValue.SESSION, "_mastshell_sessions");
    for (LaunchOption option : options) {
      if (option.takes() == LaunchValue.CHOICE) {
        add(cases, option::equals, "choices=(" + String.join(" ", option.choices()) + ")");
      }
    }
    return cases.toString();
  }

  private void add(StringBuilder cases, LaunchValue value, String action) {
    add(cases, option -> option.takes() == value, action);
  }

  private void add(StringBuilder cases, Predicate<LaunchOption> which, String action) {
    cases.append("    ").append(pattern(which)).append(") ").append(action).append(" ;;\n");
  }

  private String pattern(Predicate<LaunchOption> which) {
    return options.stream()
        .filter(which)
        .flatMap(option -> option.spellings().stream())
        .collect(Collectors.joining(" | "));
  }

  private String names() {
    return commands.stream().map(CommandInfo::name).collect(Collectors.joining(" "));
  }

  private String offered() {
    return options.stream()
        .map(option -> "          " + String.join(" ", option.spellings()) + "\n")
        .collect(Collectors.joining());
  }
}
