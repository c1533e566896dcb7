package org.mastshell.terminal;

import org.jline.utils.AttributedStyle;

/** The colours of a line: the sixteen that every terminal's own palette defines. */
final class Theme {
  private final boolean dark;

  Theme(boolean dark) {
    this.dark = dark;
  }

  AttributedStyle style(Span span) {
    if (span.wrong()) {
      return colored(AttributedStyle.RED).underline();
    }
    return switch (span.role()) {
      case COMMAND -> AttributedStyle.BOLD;
      case OPTION, OPERATOR -> colored(AttributedStyle.MAGENTA);
      case FIELD -> colored(dark ? AttributedStyle.CYAN : AttributedStyle.BLUE);
      case VALUE, OPTION_VALUE -> colored(AttributedStyle.GREEN);
      case COMMENT -> faint();
      case WORD -> AttributedStyle.DEFAULT;
    };
  }

  AttributedStyle prompt() {
    return colored(dark ? AttributedStyle.CYAN : AttributedStyle.BLUE);
  }

  AttributedStyle faint() {
    return AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT | AttributedStyle.BLACK);
  }

  // Bright colours are hardly seen on white, dark blue is hardly seen on black.
  private AttributedStyle colored(int color) {
    return AttributedStyle.DEFAULT.foreground(dark ? AttributedStyle.BRIGHT | color : color);
  }
}
