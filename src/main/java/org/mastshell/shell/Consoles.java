package org.mastshell.shell;

import java.util.Map;
import java.util.Optional;
import org.mastshell.formats.Format;
import org.mastshell.language.Secrets;
import org.mastshell.output.Asides;
import org.mastshell.output.Console;
import org.mastshell.output.Ground;
import org.mastshell.output.LoggedConsole;
import org.mastshell.output.PictureMode;
import org.mastshell.output.Style;
import org.mastshell.output.Transcript;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;

/**
 * The console in use and how things are shown on it. Starts with the plain streams; the interactive
 * shell puts its terminal in their place.
 */
final class Consoles {
  // The launcher says so where it had to put another locale in the place of the person's.
  private static final String BLOCKS = "MASTSHELL_BLOCKS";

  private final Map<String, String> environment;
  private final boolean quiet;
  private final Transcript transcript = new Transcript(Secrets::without);
  private final Asides asides = new Asides(this::console);
  private volatile Console console;

  Consoles(Console console, Map<String, String> environment, boolean quiet) {
    this.environment = environment;
    replace(console);
    this.quiet = quiet;
  }

  Console console() {
    return console;
  }

  /** What is said beside commands, on whichever console is in use then. */
  Asides asides() {
    return asides;
  }

  /** What takes down what these consoles show, once it is begun. */
  Transcript transcript() {
    return transcript;
  }

  final void replace(Console other) {
    console = new LoggedConsole(other, transcript, asides, !"no".equals(environment.get(BLOCKS)));
  }

  Style style(Settings settings) {
    return new Style(
        Format.of(settings.get(Setting.FORMAT)).orElse(Format.TABLE),
        color(settings.get(Setting.COLOR)),
        ground(settings).orElseGet(console::ground) == Ground.DARK,
        quiet,
        settings.isOn(Setting.PAGER),
        PictureMode.of(settings.get(Setting.PICTURES)),
        settings.isOn(Setting.SAFE_CSV));
  }

  /** The background that a person has set; empty where the terminal is to say it. */
  static Optional<Ground> ground(Settings settings) {
    return switch (settings.get(Setting.THEME)) {
      case "dark" -> Optional.of(Ground.DARK);
      case "light" -> Optional.of(Ground.LIGHT);
      default -> Optional.empty();
    };
  }

  // https://no-color.org: any value but the empty one switches colours off.
  private boolean color(String when) {
    boolean wanted =
        console.outIsTerminal()
            && console.talkIsTerminal()
            && Optional.ofNullable(environment.get("NO_COLOR")).orElse("").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    return when.equals("always") || (when.equals("auto") && wanted);
  }
}
