package org.mastshell.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** The stars of the catalogues: some hundred around each target, and those that TESS observed. */
final class Stars {
  private static final int AROUND_TARGET = 300;
  private static final int AROUND_STAR = 12;
  private static final double BRIGHT = 9;

  private final Archive archive;
  private List<Star> stars;

  Stars(Archive archive) {
    this.archive = archive;
  }

  /** A star and how far it is from somewhere, in degrees. */
  record Near(Star star, double distance) {}

  /** All of them. */
  synchronized List<Star> all() {
    if (stars == null) {
      Map<Long, Star> made = new LinkedHashMap<>();
      for (Observation observation : archive.listed()) {
        String name = observation.text("target_name");
        boolean star = name != null && name.matches("\\d{4,12}");
        if (star && observation.value("s_ra") != null && !made.containsKey(Long.valueOf(name))) {
          long tic = Long.parseLong(name);
          Random random = new Random(tic);
          Star observed = Star.of(tic, observation.position(), BRIGHT + tic % 300 / 100.0, random);
          made.put(tic, observed);
          add(made, observation.position(), AROUND_STAR, random);
        }
      }
      Stream.concat(Target.all().stream(), Target.unobserved().stream())
          .forEach(
              target ->
                  add(made, target.place(), AROUND_TARGET, new Random(target.name().hashCode())));
      stars = List.copyOf(made.values());
    }
    return stars;
  }

  private static void add(Map<Long, Star> made, SkyPosition place, int count, Random random) {
    for (int i = 0; i < count; i++) {
      Star star = Star.near(place, random);
      made.putIfAbsent(star.tic(), star);
    }
  }

  /** Those in a circle, the nearest first. */
  List<Near> near(SkyPosition centre, double radius) {
    List<Near> near = new ArrayList<>();
    for (Star star : all()) {
      double distance = star.place().separation(centre);
      if (distance <= radius) {
        near.add(new Near(star, distance));
      }
    }
    near.sort(Comparator.comparingDouble(Near::distance));
    return near;
  }
}
