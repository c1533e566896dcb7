package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jline.reader.Candidate;

/**
 * A list of proposals, cut to the best that the screen has room for. Counts lines as JLine lays
 * them out: columns of one width, headings counted, as many as fit, each group under its heading.
 */
final class FittingList {
  private static final int BETWEEN_COLUMNS = 3;
  private static final int AROUND_DESCRIPTION = 3;

  private final List<Object> items;
  private final int columns;
  private final ToIntFunction<String> width;

  /**
   * @param items headings (strings), each followed by its proposals (a list of candidates)
   * @param columns of the screen
   * @param width how many columns a text takes
   */
  FittingList(List<Object> items, int columns, ToIntFunction<String> width) {
    this.items = items;
    this.columns = columns;
    this.width = width;
  }

  /** All of it if it takes no more than so many lines, else the best and a line about the rest. */
  List<Object> within(int lines) {
    if (lines(items) <= lines) {
      return items;
    }
    int all = count();
    int fits = 0;
    int tooMany = all;
    while (tooMany - fits > 1) {
      int middle = (fits + tooMany) / 2;
      if (lines(best(middle, all)) <= lines) {
        fits = middle;
      } else {
        tooMany = middle;
      }
    }
    return best(fits, all);
  }

  private int count() {
    return items.stream().mapToInt(item -> item instanceof List<?> group ? group.size() : 0).sum();
  }

  private List<Object> best(int count, int all) {
    List<Object> best = new ArrayList<>();
    int left = count;
    for (Object item : items) {
      if (left > 0 && item instanceof List<?> group) {
        List<?> part = group.subList(0, Math.min(left, group.size()));
        best.add(part);
        left -= part.size();
      } else if (left > 0) {
        best.add(item);
      }
    }
    best.add(String.format(Locale.ROOT, "… and %,d more, type a letter", all - count));
    return best;
  }

  private int lines(List<Object> shown) {
    int widest = shown.stream().mapToInt(this::widest).max().orElse(0);
    int beside = Math.max(1, columns / Math.max(1, widest));
    while (beside > 1 && beside * widest + (beside - 1) * BETWEEN_COLUMNS >= columns) {
      beside--;
    }
    int lines = 0;
    for (Object item : shown) {
      int size = item instanceof List<?> group ? group.size() : beside;
      lines += (size + beside - 1) / beside;
    }
    return lines;
  }

  private int widest(Object item) {
    if (item instanceof List<?> group) {
      return group.stream().mapToInt(one -> width((Candidate) one)).max().orElse(0);
    }
    return width.applyAsInt((String) item);
  }

  private int width(Candidate candidate) {
    int shown = width.applyAsInt(candidate.displ());
    return candidate.descr() == null
        ? shown
        : shown + AROUND_DESCRIPTION + width.applyAsInt(candidate.descr());
  }
}
