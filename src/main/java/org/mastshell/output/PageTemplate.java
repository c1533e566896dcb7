package org.mastshell.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bundled page with places, such as {@code {{title}}}, in which something else is written. */
final class PageTemplate {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)\\}\\}");

  private final String text;

  /**
   * @param text with its places
   */
  PageTemplate(String text) {
    this.text = text;
  }

  /** Writes what stands in a place. */
  @FunctionalInterface
  interface Filling {
    /** Writes it all; what is escaped is escaped here. */
    void write(Writer out) throws IOException;
  }

  /**
   * Writes the page. What is put in is not looked through for places again.
   *
   * @param fillings by the names of the places; each place needs one
   */
  void write(Map<String, Filling> fillings, Writer out) throws IOException {
    Matcher place = PLACE.matcher(text);
    int end = 0;
    while (place.find()) {
      out.write(text, end, place.start() - end);
      Filling filling = fillings.get(place.group(1));
      if (filling == null) {
        throw new IllegalStateException("nothing is written in the place " + place.group());
      }
      filling.write(out);
      end = place.end();
    }
    out.write(text, end, text.length() - end);
  }

  /** The text of a bundled file. */
  static String bundled(String name) {
    try (InputStream stream = PageTemplate.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the bundled file " + name + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("the bundled file " + name + " cannot be read", broken);
    }
  }
}
