package org.mastshell.terminal;

import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStyle;
import org.jline.widget.AutosuggestionWidgets;

/** Makes readers of lines. */
final class ReaderFactory {
  private static final String NAME = "mastshell";
  // So many more than in the file that in no session the numbers of lines change.
  private static final int LINES_IN_MEMORY = 50_000;
  private static final int LINES_IN_FILE = 10_000;

  private final Terminal terminal;
  private final TerminalGround ground;
  private final boolean plain;

  /**
   * @param ground the terminal's background, as far as it is known
   * @param plain whether nothing may be drawn but plain text: no colours, suggestions and hints
   */
  ReaderFactory(Terminal terminal, TerminalGround ground, boolean plain) {
    this.ground = ground;
    this.terminal = terminal;
    this.plain = plain;
  }

  /**
   * @param editor changes a line that is being typed in the person's own editor
   */
  TerminalLines reader(
      ShellView view, Path historyFile, TerminalSettings settings, UnaryOperator<String> editor) {
    PrivateHistory history = new PrivateHistory(new HistoryFile(historyFile, LINES_IN_FILE));
    if (ShellTerminal.isDumb(terminal)) {
      return lines(new DumbReader(terminal, NAME), history, () -> AttributedStyle.DEFAULT, editor);
    }
    Theme theme = new Theme(() -> settings.ground().orElseGet(ground::get));
    Path current = Path.of("").toAbsolutePath();
    Path home = Path.of(System.getProperty("user.home"));
    AttributedStyle explaining = plain ? AttributedStyle.DEFAULT : theme.faint();
    CompletingReader reader =
        new CompletingReader(
            terminal,
            NAME,
            new Hints(view),
            new Completions(view, new LocalFiles(current, home)),
            explaining);
    reader.setParser(new LineEnds());
    reader.setHighlighter(new LineColors(new LinePainter(view), theme));
    reader.bindKeys();
    reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "%P > ");
    // An exclamation mark is a part of operators.
    reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
    reader.option(LineReader.Option.CASE_INSENSITIVE_SEARCH, true);
    reader.option(LineReader.Option.DISABLE_HIGHLIGHTER, plain || !settings.highlight());
    if (settings.viKeys()) {
      reader.getKeyMaps().put(LineReader.MAIN, reader.getKeyMaps().get(LineReader.VIINS));
    }
    if (settings.autosuggest() && !plain) {
      new AutosuggestionWidgets(reader).enable();
    }
    if (settings.hints() && !plain) {
      reader.enableHints();
    }
    new Practice(view).begin();
    reader
        .getWidgets()
        .put(
            LineReader.CALLBACK_INIT,
            () -> {
              view.lineBegins();
              if (settings.ground().isEmpty()) {
                reader.askFor(ground);
              }
              return true;
            });
    TerminalLines lines =
        lines(reader, history, () -> plain ? AttributedStyle.DEFAULT : theme.prompt(), editor);
    reader.hear(
        answer -> {
          ground.heard(answer);
          lines.drawPrompt();
        });
    return lines;
  }

  private static TerminalLines lines(
      TypingReader reader,
      PrivateHistory history,
      Supplier<AttributedStyle> prompt,
      UnaryOperator<String> editor) {
    reader.setHistory(history);
    reader.setVariable(LineReader.HISTORY_SIZE, LINES_IN_MEMORY);
    history.attach(reader);
    return new TerminalLines(reader, history, prompt, editor);
  }
}
