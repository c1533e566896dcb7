package org.mastshell.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which sectors of TESS saw what. Made up, but in the way of the mission: the southern sky in
 * sectors 1 to 13, the northern one in 14 to 26, both again 26 sectors later, and a belt between
 * them not at all.
 */
final class TessCoverage {
  /** The first sector with images of TICA. */
  static final int FIRST_OF_TICA = 27;

  private static final double BELT = 6;
  private static final int SECTORS_A_SIDE = 13;
  private static final double FIRST_LONGITUDE = 190;

  private static final Map<String, List<Seen>> MOVING =
      Map.of(
          "eleonora",
          List.of(seen(6, new SkyPosition(124.1, 8.3)), seen(23, new SkyPosition(201.9, 11.2))),
          "354",
          List.of(seen(6, new SkyPosition(124.1, 8.3)), seen(23, new SkyPosition(201.9, 11.2))),
          "c/2017 k2",
          List.of(seen(40, new SkyPosition(274.2, 40.1))));

  /**
   * A place in a sector.
   *
   * @param maker of the images: {@code tess} for the mission's own, {@code tica}
   * @param centre of what was seen there
   */
  record Seen(String maker, int sector, int camera, int ccd, SkyPosition centre) {
    /** As the archive writes it. */
    String name() {
      return String.format(Locale.ROOT, "%s-s%04d-%d-%d", maker, sector, camera, ccd);
    }

    /** The same in the quick images. */
    Seen ofTica() {
      return new Seen("tica", sector, camera, ccd, centre);
    }
  }

  /** The sectors that saw a place. */
  List<Seen> at(SkyPosition place) {
    if (Math.abs(place.dec()) < BELT) {
      return List.of();
    }
    double turn = ((place.ra() - FIRST_LONGITUDE) % 360 + 360) % 360 / 360 * SECTORS_A_SIDE;
    int here = (int) turn;
    List<Integer> sides = new ArrayList<>(List.of(here));
    // Neighbours overlap.
    if (turn - here > 0.5) {
      sides.add((here + 1) % SECTORS_A_SIDE);
    }
    int first = place.dec() < 0 ? 1 : 1 + SECTORS_A_SIDE;
    List<Seen> seen = new ArrayList<>();
    for (int pass = 0; pass < 2; pass++) {
      for (int side : sides) {
        seen.add(seen(first + side + pass * 2 * SECTORS_A_SIDE, place));
      }
    }
    return seen;
  }

  /** The sectors through which a moving object went; none of one that is not known. */
  List<Seen> ofMoving(String name) {
    return MOVING.getOrDefault(name.strip().toLowerCase(Locale.ROOT), List.of());
  }

  private static Seen seen(int sector, SkyPosition place) {
    int camera = 1 + Math.min(3, (int) (Math.abs(place.dec()) / 22.5));
    int ccd = 1 + (int) place.ra() % 4;
    return new Seen("tess", sector, camera, ccd, place);
  }
}
