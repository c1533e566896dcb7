package org.mastshell.terminal;

import java.util.Optional;
import java.util.function.Consumer;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.MaskingCallback;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/**
 * JLine's reader with keys that it lacks or has otherwise: Up and Down go by what is typed already,
 * Ctrl-R finds every line that holds a text, Alt-. and Alt-_ insert the last word of the line
 * before, Ctrl-X Ctrl-E asks for an editor. A line is drawn again where it was when the window
 * becomes wider or narrower.
 */
class TypingReader extends LineReaderImpl {
  private static final String EDIT = KeyMap.translate("^X^E");
  private static final String ESCAPE = KeyMap.esc();
  private static final String GROUND = "hear-ground";
  private static final String COLOR_ENDS = "\u0007\\\u009c";
  private static final int LONGEST_COLOR = 64;
  private static final long REST_MILLIS = 100;
  private static final long SOON_MILLIS = 1;

  private final KeyMap<Binding> leaving = new KeyMap<>();

  private final PrefixSearch prefixSearch = new PrefixSearch();
  private final LastArguments lastArguments = new LastArguments();
  private String lastTerm = "";
  private boolean editorWanted;
  private Consumer<String> ground = color -> {};

  TypingReader(Terminal terminal, String name) {
    super(terminal, name, null);
  }

  /** Puts the keys in their place. */
  void bindKeys() {
    leaving.bind(new Reference("leave"), ESCAPE);
    getWidgets().put(INSERT_LAST_WORD, () -> lastArguments.insert(buf, history));
    getWidgets().put(VI_SUBSTITUTE, this::substitute);
    for (String name : new String[] {EMACS, VIINS}) {
      KeyMap<Binding> keys = getKeyMaps().get(name);
      keys.bind(new Reference(INSERT_LAST_WORD), KeyMap.alt('.'), KeyMap.alt('_'));
      // JLine looks for the bracket that each of these closes, and ends a search at them.
      keys.bind(new Reference(SELF_INSERT), ")", "]", "}");
    }
    for (String name : new String[] {EMACS, VIINS, VICMD}) {
      getKeyMaps().get(name).bind(new Reference(EDIT_AND_EXECUTE_COMMAND), EDIT);
    }
    getKeyMaps().values().forEach(this::silence);
    getWidgets().put(GROUND, this::hearGround);
    for (String name : new String[] {EMACS, VIINS, VICMD}) {
      getKeyMaps().get(name).bind(new Reference(GROUND), TerminalGround.ANSWER);
    }
  }

  /**
   * Asks the terminal for its background, if that was not done yet. What is typed ahead may be a
   * whole line, which would be run before the answer comes: then it is asked another time.
   */
  final void askFor(TerminalGround wanted) {
    if (wanted.isAsked() || terminal.getType().equals("linux") || TypedAhead.in(terminal)) {
      return;
    }
    wanted.asked();
    terminal.writer().write(TerminalGround.QUESTION);
    terminal.flush();
  }

  /**
   * Has the answers to that taken.
   *
   * @param listener gets the colour in the terminal's words
   */
  final void hear(Consumer<String> listener) {
    ground = listener;
  }

  // The answer comes among the keys; what begins like it and has no end is not waited for.
  private boolean hearGround() {
    StringBuilder color = new StringBuilder();
    while (color.length() < LONGEST_COLOR && peekCharacter(REST_MILLIS) >= 0) {
      int next = readCharacter();
      if (next == ESCAPE.charAt(0) && peekCharacter(REST_MILLIS) == '\\') {
        next = readCharacter();
      }
      if (COLOR_ENDS.indexOf(next) >= 0) {
        ground.accept(color.toString());
        return true;
      }
      color.append((char) next);
    }
    return true;
  }

  // JLine gives keys to functions that it does not have, and would say so in its own words.
  private void silence(KeyMap<Binding> keys) {
    keys.getBoundKeys()
        .forEach(
            (key, binding) -> {
              if (binding instanceof Reference reference
                  && !getWidgets().containsKey(reference.name())) {
                keys.bind(new Reference(BEEP), key);
              }
            });
  }

  /** Whether the last reading ended because the person wants an editor for the line. */
  boolean wantsEditor() {
    return editorWanted;
  }

  @Override
  public String readLine(
      String prompt, String rightPrompt, MaskingCallback maskingCallback, String buffer) {
    prefixSearch.reset();
    lastArguments.reset();
    editorWanted = false;
    String typed = super.readLine(prompt, rightPrompt, maskingCallback, buffer);
    return editorWanted ? buf.toString() : typed;
  }

  // JLine's own keeps its lock meanwhile, and a change of the window's size waits for that.
  @Override
  public int peekCharacter(long timeout) {
    if (!lock.isHeldByCurrentThread()) {
      return super.peekCharacter(timeout);
    }
    lock.unlock();
    try {
      return super.peekCharacter(timeout);
    } finally {
      lock.lock();
    }
  }

  // JLine's own would run what comes back from the editor, and shows a stack trace without one.
  @Override
  protected boolean editAndExecute() {
    editorWanted = true;
    state = State.IGNORE;
    return true;
  }

  @Override
  protected boolean historySearchBackward() {
    return put(prefixSearch.older(history, buf.toString(), buf.cursor()));
  }

  @Override
  protected boolean historySearchForward() {
    return put(prefixSearch.newer(history, buf.toString()));
  }

  private boolean put(Optional<String> line) {
    line.ifPresent(this::setBuffer);
    suggestNothing();
    return line.isPresent();
  }

  // A grey rest of another line behind one that was recalled would be taken for its own.
  private void suggestNothing() {
    doAutosuggestion = false;
    setTailTip("");
  }

  // JLine's own passes over lines in which the first letter stands twice.
  @Override
  protected boolean doSearchHistory(boolean backward) {
    if (history.isEmpty()) {
      return false;
    }
    String typed = buf.toString();
    int cursor = buf.cursor();
    // Not those of the moment: the letters of vi's command mode are commands.
    KeyMap<Binding> keys = getKeyMaps().get(MAIN);
    IncrementalSearch search = new IncrementalSearch(history);
    post = () -> question(search);
    try {
      while (true) {
        suggestNothing();
        redisplay();
        Binding key = readBinding(keys, leaving);
        switch (key instanceof Reference reference ? reference.name() : "") {
          case SELF_INSERT -> search.add(getLastBinding());
          case BACKWARD_DELETE_CHAR -> search.erase();
          case HISTORY_INCREMENTAL_SEARCH_BACKWARD -> olderOrAgain(search);
          case HISTORY_INCREMENTAL_SEARCH_FORWARD -> search.newer();
          case SEND_BREAK -> {
            show(typed, cursor);
            return true;
          }
          default -> {
            search.found().ifPresent(found -> history.moveTo(found.index()));
            handOn(getLastBinding());
            return true;
          }
        }
        search
            .found()
            .ifPresentOrElse(found -> show(found.line(), found.at()), () -> show(typed, cursor));
        if (search.failing()) {
          beep();
        }
      }
    } finally {
      lastTerm = search.term();
      post = null;
    }
  }

  // Without a text yet, the one of the last search.
  private void olderOrAgain(IncrementalSearch search) {
    if (search.term().isEmpty()) {
      search.add(lastTerm);
    } else {
      search.older();
    }
  }

  private void show(String line, int cursor) {
    buf.clear();
    buf.write(line);
    buf.cursor(cursor);
  }

  private AttributedString question(IncrementalSearch search) {
    String what = search.failing() ? "no further line holds: " : "history: ";
    String keys = " · Ctrl-R further back · Enter runs · Esc keeps · Ctrl-G leaves";
    return new AttributedString(what + search.term() + "_" + keys)
        .columnSubSequence(0, Math.max(1, size.getColumns() - 1));
  }

  // The key that ends the search does what it always does. Escape alone does nothing else; as the
  // first character of another key it is followed by the rest at once.
  private void handOn(String key) {
    if (key.equals(ESCAPE)
        && !isViMode()
        && peekCharacter(REST_MILLIS) == NonBlockingReader.READ_EXPIRED) {
      return;
    }
    pressAgain(key);
  }

  /** Lets a key that was read come once more. */
  final void pressAgain(String key) {
    // What told Escape from the longer keys that begin with it has been put back, and comes first.
    boolean ahead = key.equals(ESCAPE) && peekCharacter(SOON_MILLIS) >= 0;
    String next = ahead ? Character.toString(readCharacter()) : "";
    runMacro(key + next);
  }

  private boolean isViMode() {
    return getKeyMaps().get(MAIN) == getKeyMaps().get(VIINS);
  }

  // JLine would draw the line anew below what is left of it. Terminals break a line anew at the new
  // width, which tells where it begins now.
  @Override
  protected synchronized void handleSignal(Signal signal) {
    int columns = terminal.getBufferSize().getColumns();
    if (signal == Signal.WINCH && columns > 0 && columns != size.getColumns()) {
      lock.lock();
      try {
        int above = rowsAbove(columns);
        terminal.puts(Capability.carriage_return);
        if (above > 0) {
          terminal.puts(Capability.parm_up_cursor, above);
        }
        terminal.puts(Capability.clr_eos);
      } finally {
        lock.unlock();
      }
    }
    super.handleSignal(signal);
  }

  private int rowsAbove(int columns) {
    int rows = -1;
    for (String line : buf.upToCursor().split("\n", -1)) {
      int width = prompt.columnLength() + new AttributedString(line).columnLength();
      rows += Math.max(1, (width + columns - 1) / columns);
    }
    return rows;
  }

  private boolean substitute() {
    return viDeleteChar() && setKeyMap(VIINS);
  }
}
