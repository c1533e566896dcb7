package org.mastshell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
 * @param others further parameters, by the archive's names; it takes one value of each at a time,
 *     so that several sectors or surveys are several questions
 */
record CutoutWish(
    CutoutService service,
    Optional<Position> position,
    double radius,
    Optional<String> moving,
    BoxSize size,
    Map<String, List<String>> others) {

  /**
   * A place on the sky, degrees.
   *
   * @param name what a list calls it; empty for a single one
   */
  record Place(String name, double ra, double dec) {}

  /**
   * A question for cutouts.
   *
   * @param at the place; empty for a moving object
   * @param name what tells it from the other questions; empty where it is the only one
   */
  record Errand(Optional<Place> at, String name, CutoutQuestion question) {
    /** What a list calls the place; empty for a single one. */
    String place() {
      return at.map(Place::name).orElse("");
    }
  }

  /** The questions for the cutouts around a place, in the order of the values. */
  List<Errand> errands(Optional<Place> place) {
    Map<String, String> usual = where(place);
    usual.put("y", number(size.height()));
    usual.put("x", number(size.width()));
    usual.put("units", size.pixels() ? "px" : "d");
    String known = place.map(Place::name).orElse("");
    List<Errand> errands = List.of(new Errand(place, known, new CutoutQuestion(service, usual)));
    for (Map.Entry<String, List<String>> other : others.entrySet()) {
      errands = with(errands, other.getKey(), other.getValue());
    }
    return errands;
  }

  private static List<Errand> with(List<Errand> errands, String parameter, List<String> values) {
    List<Errand> all = new ArrayList<>();
    for (Errand errand : errands) {
      for (String value : values) {
        String own = values.size() == 1 ? "" : " " + parameter + " " + value;
        all.add(
            new Errand(
                errand.at(),
                (errand.name() + own).strip(),
                errand.question().with(parameter, value)));
      }
    }
    return all;
  }

  /** What a person is told of the questions around a place; of any if it is empty. */
  String text(Optional<Place> place) {
    CutoutQuestion question = errands(place).get(0).question();
    for (Map.Entry<String, List<String>> other : others.entrySet()) {
      question = question.with(other.getKey(), String.join(",", other.getValue()));
    }
    return question.text();
  }

  /** The question for what there is to cut out of. */
  CutoutQuestion listing(Optional<Place> place) {
    Map<String, String> sent = where(place);
    if (moving.isEmpty()) {
      sent.put("radius", number(radius));
    }
    for (String about : new String[] {"product", "obj_type"}) {
      if (others.containsKey(about)) {
        sent.put(about, others.get(about).get(0));
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
