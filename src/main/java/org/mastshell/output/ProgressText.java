package org.mastshell.output;

import java.util.ArrayList;
import java.util.List;

/** What a progress line says. */
public final class ProgressText {
  private static final int CELLS = 20;
  // A bar of fewer tells nothing that the numbers do not.
  private static final int LEAST_CELLS = 4;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private ProgressText() {}

  /**
   * How far an activity is.
   *
   * @param done at least 0
   * @param total 0 or less if it is not known
   * @param unit of the two numbers; for {@code bytes} they are shown as sizes
   * @param secondsLeft how long the rest will take; less than 0 if that is not known
   * @param pause why nothing moves, how long, and what to press meanwhile; empty if something does
   */
  public record State(
      long done, long total, String unit, String detail, long secondsLeft, String pause) {
    static final State START = new State(0, 0, "", "");

    State(long done, long total, String unit, String detail, long secondsLeft) {
      this(done, total, unit, detail, secondsLeft, "");
    }

    State(long done, long total, String unit, String detail) {
      this(done, total, unit, detail, -1);
    }
  }

  /**
   * The line for a terminal: with a bar where the total is known, as long as there is room for it
   * beside how much is done and how long the rest will take.
   *
   * @param room columns that there are; what is longer is cut off later
   */
  static String drawn(String activity, State state, double seconds, int room) {
    if (!state.pause().isEmpty()) {
      // A bar that stands still would take the room of what says why.
      return "  " + words(state, seconds);
    }
    if (state.total() <= 0) {
      return "  " + activity + " " + words(state, seconds);
    }
    String needed = "  [] " + String.join("  ", amounts(state).subList(1, 3)).strip();
    int cells = Math.min(CELLS, room - ScreenWidth.of(needed));
    String bar = cells < LEAST_CELLS ? "" : bar(state.done(), state.total(), cells) + " ";
    return "  " + bar + words(state, seconds);
  }

  /** How far something is that goes on beside other things, without a bar. */
  public static String line(State state) {
    List<String> words = amounts(state);
    words.removeIf(String::isBlank);
    return String.join(" · ", words);
  }

  /** The line for a log. */
  static String plain(String activity, State state, double seconds) {
    return "  " + activity + ": " + words(state, seconds);
  }

  /** A bar of so many cells, drawn to an eighth of a cell. */
  static String bar(long done, long total, int cells) {
    double share = Math.max(0, Math.min(1, (double) done / total));
    int eighths = (int) Math.floor(share * cells * 8);
    StringBuilder bar = new StringBuilder("[").append("█".repeat(eighths / 8));
    if (eighths % 8 > 0) {
      bar.append(EIGHTHS.charAt(eighths % 8));
    }
    return bar.append("·".repeat(cells - bar.length() + 1)).append(']').toString();
  }

  private static String words(State state, double seconds) {
    List<String> words = amounts(state);
    words.add(Durations.text(seconds));
    words.removeIf(String::isBlank);
    return String.join("  ", words);
  }

  // What does not fit a narrow screen is cut off at the end: what matters most comes first.
  private static List<String> amounts(State state) {
    List<String> words = new ArrayList<>();
    words.add(CleanText.oneLine(state.pause()));
    words.add(amount(state));
    words.add(state.secondsLeft() < 0 ? "" : left(state.secondsLeft()));
    words.add(CleanText.oneLine(state.detail()));
    return words;
  }

  private static String left(long seconds) {
    return Durations.text((double) seconds) + " left";
  }

  private static String amount(State state) {
    boolean bytes = state.unit().equals("bytes");
    String done = bytes ? Sizes.text(state.done()) : Counts.text(state.done());
    if (state.total() <= 0) {
      return state.done() == 0 ? "" : bytes ? done : done + " " + state.unit();
    }
    return bytes
        ? done + " of " + Sizes.text(state.total())
        : done + "/" + Counts.text(state.total()) + " " + state.unit();
  }
}
