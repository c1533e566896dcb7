package org.mastshell.output;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/** A terminal of a given width that remembers everything; data and talk are on one screen. */
public final class ScreenConsole implements Console {
  private final StringWriter screen = new StringWriter();
  private final PrintWriter writer = new PrintWriter(screen);
  private final int width;
  private final int height;
  private final Graphics graphics;

  /** A terminal of this size, in columns and rows. */
  public ScreenConsole(int width, int height) {
    this(width, height, Graphics.none());
  }

  ScreenConsole(int width, int height, Graphics graphics) {
    this.width = width;
    this.height = height;
    this.graphics = graphics;
  }

  /** All that was written to it. */
  public String shown() {
    writer.flush();
    return screen.toString();
  }

  @Override
  public PrintWriter out() {
    return writer;
  }

  @Override
  public PrintWriter talk() {
    return writer;
  }

  @Override
  public boolean outIsTerminal() {
    return true;
  }

  @Override
  public boolean talkIsTerminal() {
    return true;
  }

  @Override
  public boolean interactive() {
    return true;
  }

  @Override
  public Graphics graphics() {
    return graphics;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public Optional<char[]> readSecret(String prompt) {
    return Optional.empty();
  }

  @Override
  public boolean confirm(String question) {
    return false;
  }
}
