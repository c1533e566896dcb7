package org.mastshell.terminal;

import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Colours the line that is being typed. */
final class LineColors implements Highlighter {
  private final LinePainter painter;
  private final Theme theme;

  LineColors(LinePainter painter, Theme theme) {
    this.painter = painter;
    this.theme = theme;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    AttributedStringBuilder colored = new AttributedStringBuilder(buffer.length());
    int at = 0;
    for (Span span : painter.paint(buffer)) {
      colored.append(buffer, at, span.start());
      colored.styled(theme.style(span), buffer.substring(span.start(), span.end()));
      at = span.end();
    }
    colored.append(buffer, at, buffer.length());
    return colored.toAttributedString();
  }
}
