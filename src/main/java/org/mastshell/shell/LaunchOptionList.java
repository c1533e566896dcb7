package org.mastshell.shell;

import java.util.List;
import java.util.Optional;
import org.mastshell.language.OptionSpec;
import org.mastshell.session.Setting;

/** The options of the program, in the order of the help. */
public final class LaunchOptionList {
  /** All of them. */
  public static final List<LaunchOption> ALL =
      List.of(
          LaunchOption.valued("command", "TEXT", LaunchValue.COMMANDS, "run TEXT and exit")
              .withShort('c')
              .repeated(),
          LaunchOption.valued(
                  "file", "FILE", LaunchValue.FILE, "run FILE and exit; - is standard input")
              .withShort('f')
              .repeated(),
          LaunchOption.flag("interactive", "stay in the shell afterwards").withShort('i'),
          LaunchOption.flag("demo", "use the embedded archive, with made-up data")
              .without("server"),
          LaunchOption.valued(
              "serve-demo",
              "PORT",
              LaunchValue.FREE,
              "run the embedded archive alone, for other programs"),
          LaunchOption.valued(
              "demo-observations", "N", LaunchValue.FREE, "a larger embedded archive"),
          LaunchOption.valued(
              "demo-latency", "MS", LaunchValue.FREE, "the embedded archive answers so much later"),
          LaunchOption.valued(
              "demo-polls", "N", LaunchValue.FREE, "it says so often that it is still executing"),
          LaunchOption.valued(
                  "server", "URL", LaunchValue.FREE, "ask another archive (also MASTSHELL_SERVER)")
              .without("demo"),
          LaunchOption.of(Setting.FORMAT, "format", "FORMAT"),
          LaunchOption.valued(
                  "rc", "FILE", LaunchValue.FILE, "another start file than ~/.mastshellrc")
              .without("no-rc"),
          LaunchOption.flag("no-rc", "no start file").without("rc"),
          LaunchOption.valued(
                  "session", "NAME", LaunchValue.SESSION, "go on with a kept session, or begin it")
              .without("no-session"),
          LaunchOption.flag("no-session", "keep nothing of this session").without("session"),
          LaunchOption.of(Setting.COLOR, "color", "WHEN"),
          LaunchOption.flag("quiet", "data and errors only").withShort('q'),
          LaunchOption.flag("verbose", "say more, stack traces included").withShort('v'),
          LaunchOption.of(Setting.ON_ERROR, "on-error", "WHAT"),
          LaunchOption.flag(
              "safe",
              "write files in this folder alone, start no program, ask no other archive (also"
                  + " MASTSHELL_SAFE=1)"),
          LaunchOption.flag("version", "print the version"),
          LaunchOption.flag("help", "print this help").withShort('h'));

  private LaunchOptionList() {}

  /** All of them, as the help shows them. */
  public static List<OptionSpec> specs() {
    return ALL.stream().map(LaunchOption::spec).toList();
  }

  /** The option that is written so, dashes included. */
  static Optional<LaunchOption> written(String spelling) {
    return ALL.stream().filter(option -> option.spellings().contains(spelling)).findAny();
  }
}
