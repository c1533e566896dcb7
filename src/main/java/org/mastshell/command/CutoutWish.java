package org.mastshell.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mastshell.archive.CutoutQuestion;
import org.mastshell.language.BoxSize;
import org.mastshell.language.Position;
import org.mastshell.vocabulary.CutoutService;

/**
 * What a person wants cut out.
 *
 * @param service by which service
 * @param position around which place, or places of a list; empty for a moving object
 * @param radius how far around it sectors and surveys are looked for, degrees
 * @param moving the name of a moving object, if it is one
 * @param size how much
 * @param others further parameters, by the archive's names
 */
record CutoutWish(
    CutoutService service,
    Optional<Position> position,
    double radius,
    Optional<String> moving,
    BoxSize size,
    Map<String, String> others) {

  /**
   * A place on the sky, degrees.
   *
   * @param name what a list calls it; empty for a single one
   */
  record Place(String name, double ra, double dec) {}

  /** The question for the cutouts. */
  CutoutQuestion cutouts(Optional<Place> place) {
    Map<String, String> sent = where(place);
    sent.put("y", number(size.height()));
    sent.put("x", number(size.width()));
    sent.put("units", size.pixels() ? "px" : "d");
    sent.putAll(others);
    return new CutoutQuestion(service, sent);
  }

  /** The question for what there is to cut out of. */
  CutoutQuestion listing(Optional<Place> place) {
    Map<String, String> sent = where(place);
    if (moving.isEmpty()) {
      sent.put("radius", number(radius));
    }
    for (String about : new String[] {"product", "obj_type"}) {
      if (others.containsKey(about)) {
        sent.put(about, others.get(about));
      }
    }
    return new CutoutQuestion(service, sent);
  }

  private Map<String, String> where(Optional<Place> place) {
    Map<String, String> sent = new LinkedHashMap<>();
    moving.ifPresent(name -> sent.put(CutoutQuestion.OBJECT, name));
    place.ifPresent(
        at -> {
          sent.put("ra", number(at.ra()));
          sent.put("dec", number(at.dec()));
        });
    return sent;
  }

  // Ten decimals of a degree are less than a micro-arcsecond.
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.10f", value);
    return text.replaceAll("\\.?0+$", "");
  }
}
