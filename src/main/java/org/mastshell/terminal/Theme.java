package org.mastshell.terminal;

import java.util.function.Supplier;
import org.jline.utils.AttributedStyle;
import org.mastshell.output.Ground;

/** The colours of a line: the sixteen that every terminal's own palette defines. */
final class Theme {
  private final Supplier<Ground> ground;

  /**
   * @param ground the background of the moment
   */
  Theme(Supplier<Ground> ground) {
    this.ground = ground;
  }

  private boolean isDark() {
    return ground.get() == Ground.DARK;
  }

  AttributedStyle style(Span span) {
    if (span.wrong()) {
      return colored(AttributedStyle.RED).underline();
    }
    return switch (span.role()) {
      case COMMAND -> AttributedStyle.BOLD;
      case OPTION, OPERATOR -> colored(AttributedStyle.MAGENTA);
      case FIELD -> colored(isDark() ? AttributedStyle.CYAN : AttributedStyle.BLUE);
      case VALUE, OPTION_VALUE -> colored(AttributedStyle.GREEN);
      case COMMENT -> faint();
      case WORD -> AttributedStyle.DEFAULT;
    };
  }

  AttributedStyle prompt() {
    return colored(isDark() ? AttributedStyle.CYAN : AttributedStyle.BLUE);
  }

  AttributedStyle faint() {
    return AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT | AttributedStyle.BLACK);
  }

  // Bright colours are hardly seen on white, dark blue is hardly seen on black.
  private AttributedStyle colored(int color) {
    return AttributedStyle.DEFAULT.foreground(isDark() ? AttributedStyle.BRIGHT | color : color);
  }
}
