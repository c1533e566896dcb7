package org.mastshell.demo;

import java.util.List;

/**
 * A target of the demo data. Places are near those of the real objects, rounded.
 *
 * @param name how observations call it
 * @param classes its kinds, as target_classification gives them
 * @param place where it is
 * @param names under which it can be looked up
 */
record Target(String name, String classes, SkyPosition place, List<String> names) {
  static final Target LMC =
      target("LMC", "STAR;STELLAR CLUSTER", 80.4875, -69.4975, "LMC", "Large Magellanic Cloud");
  static final Target M101 =
      target("M-101", "GALAXY;SPIRAL", 210.8023, 54.349, "M 101", "M101", "NGC 5457");
  static final Target TRAPPIST_1 =
      target("TRAPPIST-1", "STAR;M DWARF", 346.6222, -5.0414, "TRAPPIST-1", "TRAPPIST-1 b");
  static final Target CARINA =
      target("NGC-3324", "ISM;STAR FORMING REGION", 159.2208, -58.6222, "NGC 3324", "Carina");
  static final Target ETA_CARINAE =
      target("ETA-CARINAE", "STAR;EXT-STAR", 161.5125, -59.8667, "Eta Carinae", "eta Car");
  static final Target NGC_6552 =
      target("NGC6552", "GALAXY;SEYFERT", 270.0302, 66.6151, "NGC 6552", "NGC6552");
  static final Target ABELL_2744 =
      target("ABELL2744", "GALAXY;CLUSTER OF GALAXIES", 3.5875, -30.3972, "Abell 2744");
  static final Target JUPITER_FIELD =
      target("JUPITER", "SOLAR SYSTEM;PLANET", 9.84, 2.53, "Jupiter field");
  static final Target HD_189733 =
      target("HD-189733", "STAR;K V-IV", 300.1821, 22.7099, "HD 189733");

  static List<Target> all() {
    return List.of(
        LMC, M101, TRAPPIST_1, CARINA, ETA_CARINAE, NGC_6552, ABELL_2744, JUPITER_FIELD, HD_189733);
  }

  /** Objects that can be looked up, near which there is no observation. */
  static List<Target> unobserved() {
    return List.of(
        target("Vega", "STAR", 279.2347, 38.7837, "Vega", "alf Lyr"),
        target("M 87", "GALAXY", 187.7059, 12.3911, "M 87", "NGC 4486"),
        target("3C 273", "GALAXY;QUASAR", 187.2779, 2.0524, "3C 273"),
        target("NGC 1365", "GALAXY;SPIRAL", 53.4015, -36.1404, "NGC 1365"),
        target("M 1", "ISM;SUPERNOVA REMNANT", 83.6324, 22.0174, "M 1", "Crab"),
        target("Barnard's star", "STAR;M DWARF", 269.4521, 4.6934, "Barnard's star"));
  }

  private static Target target(
      String name, String classes, double ra, double dec, String... names) {
    return new Target(name, classes, new SkyPosition(ra, dec), List.of(names));
  }
}
