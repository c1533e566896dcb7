package org.mastshell.terminal;

import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;

/** What a key means while proposals are listed. */
enum ListKey {
  COMPLETE,
  BACK,
  UP,
  DOWN,
  LEFT,
  RIGHT,
  ACCEPT,
  BREAK,
  /** It changes the word, and the list follows. */
  TYPE,
  /** It has nothing to do with the list. */
  OTHER;

  /**
   * The meaning of a key.
   *
   * @param binding what it is bound to; null at the end of input
   */
  static ListKey of(Binding binding) {
    if (!(binding instanceof Reference reference)) {
      return OTHER;
    }
    return switch (reference.name()) {
      case LineReader.EXPAND_OR_COMPLETE,
          LineReader.EXPAND_OR_COMPLETE_PREFIX,
          LineReader.COMPLETE_WORD,
          LineReader.COMPLETE_PREFIX,
          LineReader.MENU_COMPLETE,
          LineReader.MENU_EXPAND_OR_COMPLETE ->
          COMPLETE;
      case LineReader.REVERSE_MENU_COMPLETE -> BACK;
      case LineReader.UP_LINE_OR_HISTORY, LineReader.UP_LINE_OR_SEARCH -> UP;
      case LineReader.DOWN_LINE_OR_HISTORY, LineReader.DOWN_LINE_OR_SEARCH -> DOWN;
      case LineReader.BACKWARD_CHAR, LineReader.VI_BACKWARD_CHAR -> LEFT;
      case LineReader.FORWARD_CHAR, LineReader.VI_FORWARD_CHAR -> RIGHT;
      case LineReader.ACCEPT_LINE -> ACCEPT;
      case LineReader.SEND_BREAK -> BREAK;
      case LineReader.SELF_INSERT,
          LineReader.BACKWARD_DELETE_CHAR,
          LineReader.VI_BACKWARD_DELETE_CHAR ->
          TYPE;
      default -> OTHER;
    };
  }

  /** Whether it narrows a list or begins to choose from it. */
  boolean concernsList() {
    return this == COMPLETE || this == DOWN || this == TYPE;
  }
}
