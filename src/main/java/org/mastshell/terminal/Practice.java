package org.mastshell.terminal;

import java.util.List;
import org.mastshell.output.Ground;

/**
 * Completes some lines for nobody while the first prompt is looked at: what the first keys need is
 * loaded and partly compiled then. It works on a shell of its own, so that it can disturb nothing.
 */
final class Practice {
  private static final List<String> LINES =
      List.of(
          "sea",
          "search instr",
          "search instrument_name=NGC-1",
          "search target=NGC-1 filters=NCG-17",
          "search object=M31 target=GC-1",
          "filter target=",
          "filter ngc",
          "show s_ra");

  private final ShellView shell;

  /**
   * @param shell whose commands are practised
   */
  Practice(ShellView shell) {
    this.shell = shell;
  }

  /** Begins, and goes on beside whoever calls. */
  Thread begin() {
    Thread thread = new Thread(this::run, "practice");
    thread.setDaemon(true);
    // What goes wrong in practice goes wrong at a key press, too, and is reported there.
    thread.setUncaughtExceptionHandler((practising, fault) -> {});
    thread.start();
    return thread;
  }

  private void run() {
    ShellView view = new PracticeView(shell.commands());
    Completions completions = new Completions(view, folder -> List.of());
    Hints hints = new Hints(view);
    LineColors colors = new LineColors(new LinePainter(view), new Theme(() -> Ground.DARK));
    for (String line : LINES) {
      colors.highlight(null, line);
      hints.at(line, line.length());
      completions.at(line, line.length());
    }
  }
}
