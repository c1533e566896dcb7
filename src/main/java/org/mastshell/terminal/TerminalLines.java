package org.mastshell.terminal;

import java.io.IOError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** Reads lines with JLine. */
final class TerminalLines implements LineReading {
  private final TypingReader reader;
  private final PrivateHistory history;
  private final Supplier<AttributedStyle> promptStyle;
  private final UnaryOperator<String> editor;
  private final Queue<String> pasted = new ArrayDeque<>();
  private String asked = "";
  private String offered = "";

  TerminalLines(
      TypingReader reader,
      PrivateHistory history,
      Supplier<AttributedStyle> promptStyle,
      UnaryOperator<String> editor) {
    this.reader = reader;
    this.history = history;
    this.promptStyle = promptStyle;
    this.editor = editor;
  }

  @Override
  public Optional<String> readLine(String prompt) {
    asked = prompt;
    String styled = styled(prompt);
    String waiting = nextPasted();
    if (waiting != null) {
      reader.getTerminal().writer().println(styled + waiting);
      reader.getTerminal().flush();
      return Optional.of(waiting);
    }
    try {
      List<String> lines = LogicalLines.of(typed(styled)).lines();
      // A Ctrl-C that came with the Enter leaves the thread interrupted, which would stop the
      // command before it begins.
      if (Thread.interrupted()) {
        throw new InterruptedLineException();
      }
      paste(lines.subList(1, lines.size()));
      return Optional.of(lines.get(0));
    } catch (UserInterruptException interrupted) {
      throw new InterruptedLineException();
    } catch (EndOfFileException | IOError gone) {
      return Optional.empty();
    } catch (IllegalStateException failed) {
      if (ShellTerminal.isClosed(reader.getTerminal())) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /** Draws the prompt of the line that is being typed in its style of the moment. */
  void drawPrompt() {
    reader.setPrompt(styled(asked));
  }

  private String styled(String prompt) {
    return new AttributedString(prompt, promptStyle.get()).toAnsi(reader.getTerminal());
  }

  private String typed(String prompt) {
    String beginning = offered;
    offered = "";
    String line = reader.readLine(prompt, null, (MaskingCallback) null, beginning);
    while (reader.wantsEditor()) {
      line = reader.readLine(prompt, null, (MaskingCallback) null, editor.apply(line));
    }
    return line;
  }

  /** Lets a text stand at the next prompt, once pasted lines are run. */
  void offer(String text) {
    offered = text;
  }

  /**
   * Goes on in the place of another one: with its pasted lines, the text that it was to offer, what
   * is known of its lines, and what no file remembers.
   */
  void takeOver(TerminalLines before) {
    offered = before.offered;
    synchronized (before.pasted) {
      paste(List.copyOf(before.pasted));
    }
    history.takeOver(before.history);
    if (history.problem().isPresent()) {
      before.history().forEach(history::add);
    }
  }

  /** Has a line of work that goes on shown while a line is typed. */
  void showBelow(Supplier<String> status) {
    if (reader instanceof HintingReader drawing) {
      drawing.showStatus(status);
    }
  }

  /** Draws it again. Any thread. */
  void drawBelow() {
    if (reader instanceof HintingReader drawing) {
      drawing.drawAgain();
    }
  }

  /** Forgets pasted lines that were not run yet. */
  void dropPasted() {
    synchronized (pasted) {
      pasted.clear();
    }
  }

  private void paste(List<String> lines) {
    synchronized (pasted) {
      pasted.addAll(lines);
    }
  }

  private String nextPasted() {
    synchronized (pasted) {
      return pasted.poll();
    }
  }

  @Override
  public void ran(String line, boolean wrong) {
    history.ran(line, wrong);
  }

  @Override
  public List<String> history() {
    List<String> lines = new ArrayList<>();
    for (History.Entry entry : history) {
      lines.add(entry.line());
    }
    return List.copyOf(lines);
  }

  @Override
  public Optional<String> historyProblem() {
    return history.problem();
  }
}
