package org.mastshell.chart;

/** Text in XML, and in HTML, which reads it alike. */
public final class XmlText {
  private static final String REPLACEMENT = "\uFFFD";

  private XmlText() {}

  /**
   * The text with what XML takes for its own escaped, quotes included, and what it does not allow
   * replaced: good within an element as within an attribute's value.
   */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                  if (isAllowed(point)) {
                    escaped.appendCodePoint(point);
                  } else {
                    escaped.append(REPLACEMENT);
                  }
                }
              }
            });
    return escaped.toString();
  }

  // XML 1.0, section 2.2.
  private static boolean isAllowed(int point) {
    return point == '\t'
        || point == '\n'
        || (point >= ' ' && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
