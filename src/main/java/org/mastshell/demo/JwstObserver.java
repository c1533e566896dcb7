package org.mastshell.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes a whole observation of a JWST program: exposures, guide stars and the combined set. */
final class JwstObserver {
  private final Register register;
  private final JwstFactory factory;
  private final GuideStars guideStars;

  JwstObserver(Register register) {
    this.register = register;
    this.factory = new JwstFactory(register);
    this.guideStars = new GuideStars(register);
  }

  /**
   * Exposures with a common visit, which no search finds by themselves.
   *
   * @param number the observation of the program
   * @param group the visit group, five digits, which tells settings of one visit apart
   */
  List<Observation> exposures(
      JwstRun run, int number, String group, List<String> detectors, int count, double start) {
    List<Observation> made = new ArrayList<>();
    String candidate = String.format(Locale.ROOT, "o%03d", number);
    for (int exposure = 1; exposure <= count; exposure++) {
      String name =
          String.format(
              Locale.ROOT, "%s%03d001_%s_%05d", run.programName(), number, group, exposure);
      for (String detector : detectors) {
        int index = made.size() + 1;
        made.add(
            register.add(
                factory
                    .exposure(run, name, detector, start + 0.01 * exposure, 2)
                    .build(owner -> factory.exposureFiles(owner, run, candidate, index))));
      }
    }
    return made;
  }

  List<Observation> guideStars(JwstRun run, int number, int dayOfYear) {
    String visit = String.format(Locale.ROOT, "%s%03d001", run.programName(), number);
    return guideStars.of(visit, dayOfYear, run);
  }

  /**
   * Lists a combined set.
   *
   * @param name its obs_id without the program, {@code o001_t001_nircam_clear-f090w}
   */
  void set(JwstRun run, String name, List<Observation> members, double start) {
    String obsId = run.programName() + "-" + name;
    int exposures = Math.max(1, members.size() / 4);
    register.list(
        factory
            .set(run, obsId, start, exposures)
            .build(owner -> factory.setFiles(owner, run, members)));
  }

  /** Lists a planned set, which has neither dates nor files. */
  void planned(JwstRun run, String name) {
    register.list(
        factory
            .set(run, run.programName() + "-" + name, 0, 1)
            .data(run.mode().dataKind(), -1, "CALJWST")
            .links(null, null)
            .set("t_min", null)
            .set("t_max", null)
            .set("t_obs_release", null)
            .build(owner -> List.of()));
  }

  /** Lists exposures by themselves, such as the segments of a long series. */
  void segments(JwstRun run, String name, String detector, int count, double start) {
    for (int segment = 1; segment <= count; segment++) {
      String stem = String.format(Locale.ROOT, "%s%s-seg%03d", run.programName(), name, segment);
      int index = segment;
      register.list(
          factory
              .exposure(run, stem, detector, start + 0.02 * segment, 2)
              .build(owner -> factory.exposureFiles(owner, run, "o004", index)));
    }
  }
}
