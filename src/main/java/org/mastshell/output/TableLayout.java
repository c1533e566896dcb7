package org.mastshell.output;

import java.util.Arrays;
import java.util.Optional;

/** Decides which columns a drawn table has and how wide they are. */
final class TableLayout {
  /** Blanks between two columns. */
  static final int GAP = 2;

  private static final int COMFORTABLE = 40;

  private final int[] widths;

  private TableLayout(int[] widths) {
    this.widths = widths;
  }

  /** The widths of the columns that are drawn: the first ones of those asked for. */
  int[] widths() {
    return widths.clone();
  }

  /** Every column as wide as it needs, where nothing limits the width. */
  static TableLayout unlimited(int[] natural) {
    return new TableLayout(natural.clone());
  }

  /**
   * The columns that fit.
   *
   * @param natural the width that each column needs to be shown whole
   * @param least the width below which a column makes no sense
   * @param available the width for all columns and the gaps between them
   * @param all whether no column may be left out
   * @return empty if they cannot be drawn side by side
   */
  static Optional<TableLayout> fitting(int[] natural, int[] least, int available, boolean all) {
    int[] widths = new int[natural.length];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = comfortable(natural[i], least[i]);
    }
    if (!all) {
      widths = Arrays.copyOf(widths, Math.max(Math.min(1, widths.length), fits(widths, available)));
    }
    shrink(widths, least, available);
    if (total(widths) > available) {
      return Optional.empty();
    }
    grow(widths, natural, available);
    return Optional.of(new TableLayout(widths));
  }

  /** The width of a column that no other one takes room from. */
  static int comfortable(int natural, int least) {
    return least < natural ? Math.min(natural, Math.max(COMFORTABLE, least)) : natural;
  }

  private static int fits(int[] widths, int available) {
    int used = -GAP;
    for (int i = 0; i < widths.length; i++) {
      used += GAP + widths[i];
      if (used > available) {
        return i;
      }
    }
    return widths.length;
  }

  // Takes from the widest column that may still give, so that columns lose only what they must.
  private static void shrink(int[] widths, int[] least, int available) {
    int excess = total(widths) - available;
    while (excess > 0) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        return;
      }
      widths[widest]--;
      excess--;
    }
  }

  private static void grow(int[] widths, int[] natural, int available) {
    int spare = available - total(widths);
    for (int i = 0; i < widths.length && spare > 0; i++) {
      int more = Math.min(spare, natural[i] - widths[i]);
      widths[i] += more;
      spare -= more;
    }
  }

  private static int total(int[] widths) {
    return Arrays.stream(widths).sum() + GAP * Math.max(0, widths.length - 1);
  }
}
