package org.mastshell.terminal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.mastshell.output.Console;

/** Shows long text screen by screen. */
final class ScreenPager {
  // The pager shows the name of what it shows on the first screen: the place to say how to leave.
  private static final String KEYS = "Space: next screen · q: leave · h: help";

  private final Terminal terminal;
  private final Console console;

  ScreenPager(Terminal terminal, Console console) {
    this.terminal = terminal;
    this.console = console;
  }

  void show(String text) {
    String whole = text.endsWith("\n") || text.isEmpty() ? text : text + "\n";
    if (ShellTerminal.isDumb(terminal) || fits(whole)) {
      console.out().print(whole);
      console.out().flush();
      return;
    }
    try {
      page(whole);
    } catch (IOException | RuntimeException failure) {
      // JLine's pager throws a bare error where a screen is too small to draw; the text is worth
      // more than the paging.
      console.out().print(whole);
      console.out().flush();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean fits(String text) {
    List<String> lines = text.lines().toList();
    return lines.size() < console.height()
        && lines.stream()
            .allMatch(line -> AttributedString.fromAnsi(line).columnLength() <= console.width());
  }

  private void page(String text) throws IOException, InterruptedException {
    Less less = new Less(terminal, Path.of("").toAbsolutePath());
    less.quitIfOneScreen = true;
    less.chopLongLines = true;
    less.quiet = true;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    less.run(new Source.InputStreamSource(new ByteArrayInputStream(bytes), true, KEYS));
  }
}
