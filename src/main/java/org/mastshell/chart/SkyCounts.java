package org.mastshell.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mastshell.chart.SkyCrowds.Crowd;
import org.mastshell.chart.Surface.Anchor;
import org.mastshell.sky.PlanePoint;

/**
 * Writes how many observations lie together beside them, in the ink of their group or behind its
 * letter. Each number is that of all observations of the group in its place; where one would hide
 * what is drawn or touch other text, it is left out, which is said below the sky.
 */
final class SkyCounts {
  // More would be no picture any more: on a usual terminal some dozens, more where there is room.
  private static final int LEAST_MOST = 60;
  private static final double CHARACTERS_EACH = 32;
  private static final double WORTH = 0.3;
  private static final String MEANING = "numbers: how many lie together";

  private final NotedSurface surface;
  private final SkyPlane plane;
  private final boolean letters;
  private final boolean fine;
  private final int most;
  private int left;
  private long leftObservations;
  private int written;

  /**
   * @param letters whether each group is told by its letter
   */
  SkyCounts(NotedSurface surface, SkyPlane plane, boolean letters) {
    this.surface = surface;
    this.plane = plane;
    this.letters = letters;
    this.fine = surface.dot() < surface.lineHeight() / 8;
    double characters =
        surface.width() / surface.textWidth("0") * (surface.height() / surface.lineHeight());
    this.most = (int) Math.max(LEAST_MOST, characters / CHARACTERS_EACH);
  }

  void draw(List<Crowd> crowds) {
    for (Crowd crowd : crowds) {
      if (crowd.count() > 1 || letters) {
        Optional<Window> box = written < most ? room(crowd) : Optional.empty();
        if (box.isPresent()) {
          surface.text(
              box.get().left(),
              box.get().top(),
              Anchor.START,
              text(crowd),
              Ink.series(crowd.series()));
          written++;
        } else {
          left++;
          leftObservations += crowd.count();
        }
      }
    }
  }

  /** What the numbers are, and what has none for lack of room; empty where there is no number. */
  String caption() {
    String meaning = written > 0 ? MEANING : "";
    if (left == 0) {
      return meaning;
    }
    String missing =
        String.format(
            Locale.ROOT,
            "no room for %,d %s (%,d observation%s)",
            left,
            (letters ? "letter" : "number") + (left == 1 ? "" : "s"),
            leftObservations,
            leftObservations == 1 ? "" : "s");
    String both = meaning + "; " + missing;
    return meaning.isEmpty() || surface.textWidth(both) > surface.width() ? missing : both;
  }

  private String text(Crowd crowd) {
    String number = crowd.count() > 1 ? String.format(Locale.ROOT, "%,d", crowd.count()) : "";
    return letters ? Legend.letter(crowd.series()) + number : number;
  }

  // Of places that hide nothing small, the one that crosses the fewest lines; one within the
  // outlines is worth crossing some.
  private Optional<Window> room(Crowd crowd) {
    double width = surface.textWidth(text(crowd));
    double dots = width * surface.lineHeight() / surface.dot() / surface.dot();
    return Stream.concat(
            within(crowd, width).map(box -> choice(box, 0)),
            beside(crowd, width).map(box -> choice(box, dots * WORTH)))
        .flatMap(Optional::stream)
        .min(Comparator.comparingDouble(Choice::cost))
        .map(Choice::box);
  }

  private record Choice(Window box, double cost) {}

  private Optional<Choice> choice(Window box, double cost) {
    boolean inside =
        plane.window().contains(box.left(), box.top())
            && plane.window().contains(box.right(), box.bottom());
    return inside && surface.isFree(box)
        ? Optional.of(new Choice(box, cost + surface.crossed(box)))
        : Optional.empty();
  }

  private Stream<Window> within(Crowd crowd, double width) {
    PlanePoint middle = plane.placed(crowd.middle());
    double line = surface.lineHeight();
    double reach = crowd.reach() * plane.scale();
    return IntStream.of(0, -1, 1, -2, 2)
        .filter(row -> reach >= (Math.abs(row) + NotedSurface.SMALL / 2) * line)
        .mapToObj(row -> at(middle.x() - width / 2, middle.y() + (row - 0.5) * line, width));
  }

  private Stream<Window> beside(Crowd crowd, double width) {
    double line = surface.lineHeight();
    double letter = surface.textWidth("0");
    PlanePoint upper = plane.placed(new PlanePoint(crowd.left(), crowd.high()));
    PlanePoint lower = plane.placed(new PlanePoint(crowd.right(), crowd.low()));
    double reach = Math.max(crowd.reach() * plane.scale(), surface.dot() * (fine ? 2 : 1));
    double gap = fine ? surface.textWidth(" ") / 2 : 0;
    double middle = (upper.x() + lower.x() - width) / 2;
    double level = (upper.y() + lower.y() - line) / 2;
    double west = after(lower.x() + reach + gap, letter);
    double east = before(upper.x() - reach - gap - width, letter);
    double above = before(upper.y() - reach - line, line);
    double below = after(lower.y() + reach, line);
    return Stream.of(
        at(west, level, width),
        at(east, level, width),
        at(middle, above, width),
        at(west, above, width),
        at(east, above, width),
        at(middle, below, width),
        at(west, below, width),
        at(east, below, width));
  }

  private Window at(double left, double top, double width) {
    double line = surface.lineHeight();
    // With characters, text stands where they do.
    double letter = surface.textWidth("0");
    return fine
        ? new Window(left, top, width, line)
        : new Window(Math.rint(left / letter) * letter, Math.rint(top / line) * line, width, line);
  }

  private double after(double place, double step) {
    return fine ? place : Math.ceil(place / step) * step;
  }

  private double before(double place, double step) {
    return fine ? place : Math.floor(place / step) * step;
  }
}
