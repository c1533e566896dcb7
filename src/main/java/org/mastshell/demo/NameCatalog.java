package org.mastshell.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where named objects are, by several catalogues: every target of the data, a few more names for
 * them, and objects near which nothing was observed. It forgives case, blanks, underlines and
 * hyphens.
 */
final class NameCatalog {
  private static final double NED_SHIFT = 0.5 / 3600;

  private final Archive archive;
  private Map<String, List<Place>> places;

  NameCatalog(Archive archive) {
    this.archive = archive;
  }

  /**
   * A position of an object.
   *
   * @param name as the catalogue writes it
   * @param resolver the catalogue
   */
  record Place(String name, String resolver, SkyPosition position) {}

  /** What the catalogues know of a name, the one that is asked first coming first; maybe none. */
  List<Place> find(String name) {
    return places().getOrDefault(key(name), List.of());
  }

  private synchronized Map<String, List<Place>> places() {
    if (places == null) {
      Map<String, List<Place>> made = new HashMap<>();
      Target.all().forEach(target -> addTarget(made, target));
      Target.unobserved().forEach(target -> addTarget(made, target));
      for (Observation observation : archive.listed()) {
        String target = observation.text("target_name");
        if (target != null && observation.value("s_ra") != null) {
          addObserved(made, target, observation.position());
        }
      }
      places = made;
    }
    return places;
  }

  private static void addTarget(Map<String, List<Place>> places, Target target) {
    for (String name : target.names()) {
      add(places, name, new Place(target.name(), "SIMBAD", target.place()));
      if (target.classes().contains("GALAXY")) {
        // Catalogues differ by some tenths of an arcsecond.
        add(
            places,
            name,
            new Place(
                target.name().toUpperCase(Locale.ROOT),
                "NED",
                target.place().shifted(NED_SHIFT, NED_SHIFT)));
      }
    }
  }

  private static void addObserved(
      Map<String, List<Place>> places, String target, SkyPosition position) {
    if (target.matches("\\d+")) {
      add(places, "TIC " + target, new Place("TIC " + target, "TIC", position));
    } else if (target.matches("kplr\\d+")) {
      String name = "KIC " + target.substring("kplr".length());
      add(places, name, new Place(name, "KEPLER", position));
      add(places, target, new Place(target, "SIMBAD", position));
    } else if (target.matches("ktwo\\d+")) {
      String name = "EPIC " + target.substring("ktwo".length());
      add(places, name, new Place(name, "K2", position));
      add(places, target, new Place(target, "SIMBAD", position));
    } else {
      add(places, target, new Place(target, "SIMBAD", position));
    }
  }

  // The first position that a catalogue gives stays.
  private static void add(Map<String, List<Place>> places, String name, Place place) {
    List<Place> known = places.computeIfAbsent(key(name), unused -> new ArrayList<>());
    if (known.stream().noneMatch(other -> other.resolver().equals(place.resolver()))) {
      known.add(place);
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
  }
}
