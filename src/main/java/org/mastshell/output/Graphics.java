package org.mastshell.output;

import java.util.Map;

/**
 * What a terminal can show besides text.
 *
 * @param protocol by which it takes pictures
 * @param cellWidth how wide a character is, in pixels
 * @param cellHeight how high a line is, in pixels
 * @param wrapped whether pictures have to be handed through tmux, to the terminal around it
 * @param limits what pictures must keep to
 */
public record Graphics(
    Protocol protocol, int cellWidth, int cellHeight, boolean wrapped, Limits limits) {
  /**
   * The width of a character where a terminal does not tell: a small one, since a picture that is
   * too small is seen and one that is wider than the window may not be.
   */
  public static final int USUAL_CELL_WIDTH = 8;

  /** The height of a line where a terminal does not tell. */
  public static final int USUAL_CELL_HEIGHT = 16;

  /**
   * The largest pictures that a terminal shows; what is larger it may leave out altogether.
   *
   * @param width in pixels
   * @param height in pixels
   * @param colors how many a picture may have, from 2
   */
  public record Limits(int width, int height, int colors) {
    /** Those of a terminal that names none. */
    public static final Limits NONE = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, 256);
  }

  /** How pictures are sent. */
  public enum Protocol {
    /** There are none. */
    NONE,
    /** Kitty's graphics protocol. */
    KITTY,
    /** DEC's Sixel. */
    SIXEL
  }

  /** Text alone. */
  public static Graphics none() {
    return new Graphics(Protocol.NONE, USUAL_CELL_WIDTH, USUAL_CELL_HEIGHT, false, Limits.NONE);
  }

  /** The same by another protocol. */
  public Graphics by(Protocol other) {
    return new Graphics(other, cellWidth, cellHeight, wrapped, limits);
  }

  /** The same, taken by the multiplexer itself. */
  Graphics direct() {
    return new Graphics(protocol, cellWidth, cellHeight, false, limits);
  }

  /**
   * What a terminal is known to show by the environment alone, without being asked. Within tmux or
   * screen nothing is known: the variables are those of the terminal around them.
   */
  public static Graphics hinted(Map<String, String> environment) {
    boolean inTmux = environment.containsKey("TMUX");
    String type = environment.getOrDefault("TERM", "");
    boolean multiplexed = inTmux || type.startsWith("screen") || type.startsWith("tmux");
    Graphics usual =
        new Graphics(Protocol.NONE, USUAL_CELL_WIDTH, USUAL_CELL_HEIGHT, inTmux, Limits.NONE);
    if (multiplexed) {
      return usual;
    }
    String program = environment.getOrDefault("TERM_PROGRAM", "");
    boolean kitty =
        environment.containsKey("KITTY_WINDOW_ID")
            || type.equals("xterm-kitty")
            || type.equals("xterm-ghostty")
            || program.equalsIgnoreCase("ghostty")
            || program.equals("WezTerm");
    return kitty ? usual.by(Protocol.KITTY) : usual;
  }
}
