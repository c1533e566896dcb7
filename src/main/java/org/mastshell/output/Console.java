package org.mastshell.output;

import java.io.PrintWriter;
import java.util.Optional;

/**
 * The person or the program that we talk to. Nothing else in the program touches the process's
 * streams.
 */
public interface Console {

  /** Data: what a command was asked for. */
  PrintWriter out();

  /** Talk: summaries, notes, errors. In an interactive shell it goes to the screen as data does. */
  PrintWriter talk();

  /** Whether data goes to a terminal. */
  boolean outIsTerminal();

  /** Whether talk goes to a terminal, so that a progress line may be drawn over. */
  boolean talkIsTerminal();

  /** Whether somebody sits there and can be asked. */
  boolean interactive();

  /** Columns of the terminal, or 0 where there is none. */
  int width();

  /** Rows of the terminal, or 0 where there is none. */
  int height();

  /**
   * Asks for a secret without showing what is typed.
   *
   * @return empty if nobody can be asked or the person declined (empty line, Ctrl-C, Ctrl-D)
   */
  Optional<char[]> readSecret(String prompt);

  /**
   * What its terminal can show besides text. May ask the terminal, and wait a moment for its
   * answer.
   */
  default Graphics graphics() {
    return Graphics.none();
  }

  /** The background of its terminal, as far as it is known by now. Never waits. */
  default Ground ground() {
    return Ground.DARK;
  }

  /** Whether characters beyond ASCII, such as blocks and braille, can be shown. */
  default boolean showsUnicode() {
    return true;
  }

  /** Sends a picture to the terminal as it takes one; it stands in no transcript. */
  default void picture(String sequence) {
    out().print(sequence);
    out().flush();
  }

  /**
   * Has the terminal show nothing of what is typed until this is closed: it would stand in what is
   * being shown. What is typed is not lost.
   */
  default Hush hush() {
    return () -> {};
  }

  /** A time in which nothing of what is typed is shown. */
  @FunctionalInterface
  interface Hush extends AutoCloseable {
    @Override
    void close();
  }

  /** Asks a question to be answered by yes or no; no where nobody can be asked. */
  boolean confirm(String question);

  /**
   * Puts a text on the person's clipboard.
   *
   * @return whether there is a terminal that was told to; nothing says whether it did
   */
  default boolean copy(String text) {
    return false;
  }

  /** What has to be set so that a copied text arrives, where that is known; else empty. */
  default String copyNeeds() {
    return "";
  }
}
