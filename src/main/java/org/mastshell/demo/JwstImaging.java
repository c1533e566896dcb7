package org.mastshell.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** JWST imaging besides the tutorial's program, with exclusive and planned observations. */
final class JwstImaging {
  private static final List<String> SHORT_WAVE =
      List.of("nrca1", "nrca2", "nrca3", "nrca4", "nrcb1", "nrcb2", "nrcb3", "nrcb4");
  private static final List<String> LONG_WAVE = List.of("nrcalong", "nrcblong");
  private static final Proposal EARLY =
      Proposal.open("2731", "Rowan, Iris", "Edge of a star-forming region", "DD", 59_773);
  private static final Proposal PLANETS =
      Proposal.exclusive("5191", "Ducrot, Elsa", "Day side of a rocky planet", "GO");
  private static final Proposal COMPANIONS =
      Proposal.open("1386", "Haverford, Jun", "Companions of nearby stars", "ERS", 59_900);
  private static final Proposal CHECKS =
      Proposal.open("1464", "Linden, Mara", "Instrument checks", "CAL", 59_800);
  private static final Proposal GIANTS =
      Proposal.open("1022", "Okafor, Ben", "Moving target demonstration", "CAL", 59_790);

  private final JwstObserver observer;

  JwstImaging(Register register) {
    this.observer = new JwstObserver(register);
  }

  void fill() {
    starFormingRegion();
    rockyPlanet();
    companions();
    checks();
    movingTarget();
  }

  private void starFormingRegion() {
    JwstRun camera = run(EARLY, Target.CARINA, "NIRCAM/IMAGE", JwstMode.IMAGE, 161.05);
    List<Observation> guides = observer.guideStars(camera, 1, 154);
    int group = 1;
    for (String filters : List.of("F090W", "F187N", "F200W", "F335M", "F444W", "F444W;F470N")) {
      List<String> detectors = group <= 3 ? SHORT_WAVE : LONG_WAVE;
      image(camera.with(filters), "o001_t017", 1, group, detectors, guides, 59_733.6);
      group++;
    }
    JwstRun infrared = run(EARLY, Target.CARINA, "MIRI/IMAGE", JwstMode.IMAGE, 277.5);
    List<Observation> others = observer.guideStars(infrared, 2, 155);
    for (String filters : List.of("F770W", "F1130W", "F1280W", "F1800W")) {
      image(infrared.with(filters), "o002_t017", 2, group, List.of("mirimage"), others, 59_740.2);
      group++;
    }
  }

  private void image(
      JwstRun run,
      String name,
      int observation,
      int group,
      List<String> detectors,
      List<Observation> guides,
      double start) {
    String visitGroup = String.format(Locale.ROOT, "%02d101", group + 1);
    List<Observation> members =
        new ArrayList<>(observer.exposures(run, observation, visitGroup, detectors, 4, start));
    members.addAll(guides);
    observer.set(run, name + "_" + optics(run), members, start);
  }

  private void rockyPlanet() {
    JwstRun series =
        run(PLANETS, Target.TRAPPIST_1, "MIRI/IMAGE", JwstMode.SERIES_OF_IMAGES, 15_625.71)
            .with("F1280W");
    observer.segments(series, "004001_03101_00001", "mirimage", 7, 60_480.3);
    observer.set(series, "o004_t001_miri_f1280w", List.of(), 60_480.3);
    for (int number = 5; number <= 7; number++) {
      observer.planned(series, String.format(Locale.ROOT, "o%03d_t001_miri_f1280w", number));
    }
  }

  private void companions() {
    JwstRun stops = run(COMPANIONS, Target.HD_189733, "NIRCAM/CORON", JwstMode.CORONAGRAPH, 1024.5);
    single(stops.with("F210M;WLP8"), 1, "t001", "nrca2", 59_810.1);
    JwstRun quadrants =
        run(COMPANIONS, Target.HD_189733, "MIRI/CORON", JwstMode.CORONAGRAPH, 980.2);
    single(quadrants.with("F1140C"), 2, "t001", "mirimage", 59_811.4);
    JwstRun mask = run(COMPANIONS, Target.HD_189733, "NIRISS/AMI", JwstMode.INTERFEROMETRY, 310.8);
    single(mask.with("F480M;NRM"), 3, "t001", "nis", 59_812.9);
    single(mask.with("F380M;NRM"), 4, "t001", "nis", 59_813.2);
  }

  private void checks() {
    JwstRun imager = run(CHECKS, Target.ABELL_2744, "NIRISS/IMAGE", JwstMode.IMAGE, 236.2);
    single(imager.with("CLEAR;F150W"), 1, "t002", "nis", 59_760.7);
    single(imager.with("CLEAR;F200W"), 2, "t002", "nis", 59_760.9);
    JwstRun guider = run(CHECKS, Target.LMC, "FGS/FGS1", JwstMode.IMAGE, 96.6);
    single(guider.with("OPAQUE"), 3, "t001", "guider1", 59_761.5);
    JwstRun acquisition = run(CHECKS, Target.LMC, "NIRCAM/TARGACQ", JwstMode.IMAGE, 1.2);
    single(acquisition.with("F335M"), 4, "t001", "nrcalong", 59_762.1);
  }

  private void movingTarget() {
    JwstRun planet = run(GIANTS, Target.JUPITER_FIELD, "NIRCAM/IMAGE", JwstMode.IMAGE, 75.2);
    single(planet.with("F150W2;F164N"), 1, "t001", "nrcb1", 59_787.3);
    single(planet.with("F360M"), 2, "t001", "nrcblong", 59_787.4);
  }

  private void single(JwstRun run, int observation, String target, String detector, double start) {
    List<Observation> members =
        new ArrayList<>(observer.exposures(run, observation, "02101", List.of(detector), 3, start));
    members.addAll(observer.guideStars(run, observation, 200 + observation));
    String name = String.format(Locale.ROOT, "o%03d_%s_%s", observation, target, optics(run));
    observer.set(run, name, members, start);
  }

  private static String optics(JwstRun run) {
    String elements = run.filters().replace(';', '-');
    boolean clear = run.instrumentName().equals("nircam") && !run.filters().contains(";");
    return (run.instrumentName() + "_" + (clear ? "clear-" : "") + elements)
        .toLowerCase(Locale.ROOT);
  }

  private static JwstRun run(
      Proposal proposal, Target target, String instrument, JwstMode mode, double seconds) {
    return new JwstRun(proposal, target, instrument, null, mode, seconds);
  }
}
