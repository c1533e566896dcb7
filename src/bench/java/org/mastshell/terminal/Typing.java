package org.mastshell.terminal;

import java.nio.file.Path;
import org.mastshell.bench.Task;
import org.mastshell.output.Ground;

/** What the shell does at a key press, as tasks to be measured. */
public final class Typing {
  private Typing() {}

  /**
   * Works out what may be typed at the end of a line. The reader has practised, and the line has
   * been typed, and coloured and explained at every key.
   */
  public static Task completing(ShellView view, String line) {
    Path folder = Path.of("").toAbsolutePath();
    Completions completions = new Completions(view, new LocalFiles(folder, folder));
    LineColors colors = new LineColors(new LinePainter(view), new Theme(() -> Ground.DARK));
    Hints hints = new Hints(view);
    practise(view);
    for (int key = 1; key <= line.length(); key++) {
      colors.highlight(null, line.substring(0, key));
      hints.at(line.substring(0, key), key);
    }
    return () -> {
      Completion completion = completions.at(line, line.length());
      if (completion.proposals().isEmpty() && !completion.offer().counting()) {
        throw new IllegalStateException("nothing is proposed for " + line);
      }
      return completion;
    };
  }

  // As the reader does before its first prompt.
  private static void practise(ShellView view) {
    try {
      new Practice(view).begin().join();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** Colours a line that is typed to its end. */
  public static Task highlighting(ShellView view, String line) {
    LineColors colors = new LineColors(new LinePainter(view), new Theme(() -> Ground.DARK));
    return () -> colors.highlight(null, line);
  }

  /** Explains what stands at the end of a line. */
  public static Task hinting(ShellView view, String line) {
    Hints hints = new Hints(view);
    return () -> hints.at(line, line.length());
  }
}
