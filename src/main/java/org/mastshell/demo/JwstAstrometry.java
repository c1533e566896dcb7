package org.mastshell.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The program of the archive's own tutorial, 1073: the exposures that it really has, in filters
 * that this project chose. Both channels of NIRCam expose at once: filters below 2.4 micrometres on
 * eight detectors, those above on the two long-wave ones.
 */
final class JwstAstrometry {
  /**
   * Exposures in a row with the same filters.
   *
   * @param firstExposure the first exposure number
   * @param lastExposure the last one
   */
  private record Block(
      int observation,
      int visit,
      String group,
      int firstExposure,
      int lastExposure,
      String shortWave,
      String longWave) {}

  private static final List<Block> BLOCKS =
      List.of(
          new Block(1, 1, "02101", 1, 2, "F150W", "F277W"),
          new Block(1, 2, "02101", 1, 2, "F150W", "F277W"),
          new Block(1, 3, "02101", 1, 2, "F150W", "F277W"),
          new Block(2, 1, "02101", 1, 2, "F090W", "F277W"),
          new Block(2, 1, "02101", 3, 4, "F200W", "F356W"),
          new Block(3, 1, "02101", 1, 2, "F115W", "F277W"),
          new Block(3, 1, "02101", 3, 4, "F187N", "F444W"),
          new Block(4, 1, "02101", 1, 2, "F212N", "F277W"),
          new Block(5, 1, "02101", 1, 2, "F070W", "F277W"),
          new Block(5, 1, "02101", 3, 4, "F150W2;F162M", "F444W;F405N"),
          new Block(6, 1, "02101", 1, 9, "F150W", "F277W"),
          new Block(7, 1, "02101", 1, 8, "F200W", "F277W"),
          new Block(7, 1, "02103", 1, 8, "F210M", "F335M"));
  private static final Map<String, List<Integer>> CANDIDATES =
      Map.of(
          "c1001", List.of(1, 2),
          "c1002", List.of(3, 4, 5),
          "c1003", List.of(6, 7),
          "c1004", List.of(1, 2, 3, 4, 5),
          "c1005", List.of(1, 2, 3, 4, 5, 6, 7));
  private static final String TUTORIAL_FILTER = "F277W";
  private static final int LAST_COMBINED = 5;
  private static final int FIRST_UNCALIBRATED = 7;
  private static final double FIRST_DAY = 59_701.46;
  private static final double DAYS_APART = 10.5;
  private static final int FIRST_DAY_OF_YEAR = 122;

  private final JwstFactory factory;
  private final GuideStars guideStars;
  private final Register register;
  private final JwstRun run;
  private final Map<String, List<Observation>> exposures = new LinkedHashMap<>();
  private final Map<String, List<Observation>> guides = new LinkedHashMap<>();
  private final Map<Integer, Integer> associations = new LinkedHashMap<>();

  JwstAstrometry(Register register) {
    this.register = register;
    this.factory = new JwstFactory(register);
    this.guideStars = new GuideStars(register);
    Proposal proposal =
        Proposal.open("1073", "Linden, Mara", "Astrometry in a crowded field", "CAL", 59_702);
    this.run = new JwstRun(proposal, Target.LMC, "NIRCAM/IMAGE", null, JwstMode.IMAGE, 107.368);
  }

  void fill() {
    BLOCKS.forEach(this::expose);
    exposures.keySet().stream().sorted().forEach(this::combine);
    CANDIDATES.keySet().stream().sorted().forEach(this::combineCandidate);
  }

  private void expose(Block block) {
    String visit =
        String.format(Locale.ROOT, "jw01073%03d%03d", block.observation(), block.visit());
    int day = FIRST_DAY_OF_YEAR + (int) (DAYS_APART * (block.observation() - 1));
    guides.computeIfAbsent(visit, name -> guideStars.of(name, day, run));
    for (int number = block.firstExposure(); number <= block.lastExposure(); number++) {
      String name = String.format(Locale.ROOT, "%s_%s_%05d", visit, block.group(), number);
      for (String module : List.of("a", "b")) {
        for (int detector = 1; detector <= 4; detector++) {
          expose(block, block.shortWave(), name, "nrc" + module + detector, number);
        }
        expose(block, block.longWave(), name, "nrc" + module + "long", number);
      }
    }
  }

  private void expose(Block block, String filters, String name, String detector, int number) {
    JwstRun settings = run.with(filters);
    boolean combined = detector.endsWith("long") || block.observation() <= LAST_COMBINED;
    boolean raw = !combined && block.group().equals("02103") && number >= FIRST_UNCALIBRATED;
    String candidate = String.format(Locale.ROOT, "o%03d", block.observation());
    int association = associations.merge(block.observation(), 1, Integer::sum);
    double start = start(block.observation()) + 0.004 * number + 0.05 * block.visit();
    Observation exposure =
        factory
            .exposure(settings, name, detector, start, raw ? 1 : 2)
            .build(owner -> factory.exposureFiles(owner, settings, candidate, association));
    if (combined) {
      register.add(exposure);
      exposures
          .computeIfAbsent(candidate + " " + filters, unused -> new ArrayList<>())
          .add(exposure);
    } else {
      // Like the archive, list an exposure by itself only when no set holds it.
      register.list(exposure);
    }
  }

  private void combine(String key) {
    String candidate = key.substring(0, key.indexOf(' '));
    String filters = key.substring(key.indexOf(' ') + 1);
    List<Observation> members = new ArrayList<>(exposures.get(key));
    int observation = Integer.parseInt(candidate.substring(1));
    addSet(candidate, filters, List.of(observation), members);
  }

  private void combineCandidate(String candidate) {
    List<Observation> members = new ArrayList<>();
    for (int observation : CANDIDATES.get(candidate)) {
      String key = String.format(Locale.ROOT, "o%03d %s", observation, TUTORIAL_FILTER);
      members.addAll(exposures.get(key));
    }
    addSet(candidate, TUTORIAL_FILTER, CANDIDATES.get(candidate), members);
  }

  private void addSet(
      String candidate, String filters, List<Integer> observations, List<Observation> members) {
    String elements = filters.contains(";") ? filters.replace(';', '-') : "clear-" + filters;
    String name =
        String.format(Locale.ROOT, "jw01073-%s_t001_nircam_%s", candidate, elements)
            .toLowerCase(Locale.ROOT);
    int detectors = members.get(0).obsId().endsWith("long") ? 2 : 8;
    JwstRun settings = run.with(filters);
    List<Observation> all = new ArrayList<>(members);
    guides.forEach(
        (visit, stars) -> {
          if (observations.contains(Integer.parseInt(visit.substring(7, 10)))) {
            all.addAll(stars);
          }
        });
    register.list(
        factory
            .set(settings, name, start(observations.get(0)), members.size() / detectors)
            .build(owner -> factory.setFiles(owner, settings, all)));
  }

  private static double start(int observation) {
    return FIRST_DAY + DAYS_APART * (observation - 1);
  }
}
