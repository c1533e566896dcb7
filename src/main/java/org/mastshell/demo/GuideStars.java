package org.mastshell.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the guide-star files of a visit, which every set of that visit lists too. */
final class GuideStars {
  private static final List<String> PICTURES =
      List.of("image-uncal", "image-cal", "stacked-uncal", "stacked-cal");
  private static final List<String> SERIES = List.of("uncal", "cal");

  private final Register register;

  GuideStars(Register register) {
    this.register = register;
  }

  /**
   * The guide-star observations of a visit, which no search finds.
   *
   * @param visit {@code jw01073001001}
   * @param day the day of the year, which the names tell
   * @param run what the visit looks at
   */
  List<Observation> of(String visit, int day, JwstRun run) {
    List<Observation> made = new ArrayList<>();
    made.add(make(visit + "_gs-id_1", "gs-id", PICTURES, run));
    int hour = 1;
    for (String step : List.of("gs-acq1", "gs-acq2", "gs-track", "gs-fg", "gs-fg", "gs-fg")) {
      String time = String.format(Locale.ROOT, "2022%03d%02d4457", day, hour);
      made.add(make(visit + "_" + step + "_" + time, step, SERIES, run));
      hour++;
    }
    return made;
  }

  private Observation make(String name, String step, List<String> suffixes, JwstRun run) {
    ObservationDraft draft =
        ObservationDraft.of("JWST", register.nextJwstObsid(), name)
            .proposal(run.proposal())
            .set("instrument_name", "FGS/FGS1")
            .set("target_name", run.target().name())
            .set("s_ra", run.target().place().ra())
            .set("s_dec", run.target().place().dec())
            .data("image", 2, "CALJWST");
    return register.add(
        draft.build(
            owner ->
                suffixes.stream()
                    .map(
                        suffix ->
                            Product.of(owner, name + "_" + suffix + ".fits", kind(step, suffix)))
                    .toList()));
  }

  private static ProductKind kind(String step, String suffix) {
    return JwstKinds.auxiliary(step, suffix.endsWith("uncal") ? 1 : 2);
  }
}
