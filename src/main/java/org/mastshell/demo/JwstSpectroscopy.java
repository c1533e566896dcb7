package org.mastshell.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** JWST spectra of every kind. */
final class JwstSpectroscopy {
  private static final List<String> NIRSPEC = List.of("nrs1", "nrs2");
  private static final int SOURCES = 30;
  private static final Proposal GALAXY =
      Proposal.open("1039", "Dicken, Daniel", "Detector latency checks", "CAL", 59_774.85);
  private static final Proposal FIELD =
      Proposal.open("2736", "Rowan, Iris", "Spectra of many faint galaxies", "DD", 59_773);
  private static final Proposal STARS =
      Proposal.open("2304", "Okafor, Ben", "Light through thin air", "GO", 60_150);

  private final JwstObserver observer;
  private final Register register;

  JwstSpectroscopy(Register register) {
    this.register = register;
    this.observer = new JwstObserver(register);
  }

  void fill() {
    integralField();
    manySources();
    single("NIRSPEC/IFU", "F290LP;G395H", JwstMode.IFU, NIRSPEC, Target.NGC_6552, 1);
    single("NIRSPEC/IFU", "F170LP;G235H", JwstMode.IFU, NIRSPEC, Target.NGC_6552, 2);
    single("NIRSPEC/SLIT", "CLEAR;PRISM", JwstMode.SPECTRUM, NIRSPEC, Target.TRAPPIST_1, 3);
    single("NIRSPEC/SLIT", "F290LP;G395H", JwstMode.SPECTRUM, NIRSPEC, Target.HD_189733, 4);
    single(
        "NIRISS/SOSS",
        "CLEAR;GR700XD",
        JwstMode.SERIES_OF_SPECTRA,
        List.of("nis"),
        Target.TRAPPIST_1,
        5);
    single("NIRISS/WFSS", "GR150R;F140M", JwstMode.GRISM, List.of("nis"), Target.ABELL_2744, 6);
    single("NIRISS/WFSS", "GR150C;F200W", JwstMode.GRISM, List.of("nis"), Target.ABELL_2744, 7);
    single(
        "NIRCAM/GRISM",
        "F444W;GRISMR",
        JwstMode.GRISM,
        List.of("nrcalong", "nrcblong"),
        Target.ABELL_2744,
        8);
    single("MIRI/SLIT", "P750L", JwstMode.SPECTRUM, List.of("mirimage"), Target.TRAPPIST_1, 9);
    single(
        "MIRI/SLITLESS",
        "P750L",
        JwstMode.SERIES_OF_SPECTRA,
        List.of("mirimage"),
        Target.TRAPPIST_1,
        10);
  }

  private void integralField() {
    JwstRun run = new JwstRun(GALAXY, Target.NGC_6552, "MIRI/IFU", null, JwstMode.IFU, 555.008);
    List<Observation> members =
        new ArrayList<>(
            observer.exposures(
                run, 4, "02101", List.of("mirifushort", "mirifulong"), 4, 59_706.503));
    members.addAll(observer.guideStars(run, 4, 127));
    for (int channel = 1; channel <= 4; channel++) {
      for (String band : List.of("short", "medium", "long")) {
        String name = String.format(Locale.ROOT, "o004_t001_miri_ch%d-%s", channel, band);
        observer.set(run, name, members, 59_706.503);
      }
    }
  }

  // All sources share the exposures, as with a mask of many shutters.
  private void manySources() {
    JwstRun run =
        new JwstRun(FIELD, Target.ABELL_2744, "NIRSPEC/MSA", null, JwstMode.SPECTRUM, 875.4);
    List<Observation> guides = observer.guideStars(run, 7, 170);
    Observation mask = mask(run);
    int group = 3;
    for (String filters : List.of("F170LP;G235M", "F290LP;G395M")) {
      JwstRun settings = run.with(filters);
      List<Observation> members =
          new ArrayList<>(
              observer.exposures(settings, 7, "0" + group + "101", NIRSPEC, 3, 59_750.8));
      members.addAll(guides);
      members.add(mask);
      for (int source = 1; source <= SOURCES; source++) {
        String optics = filters.replace(';', '-').toLowerCase(Locale.ROOT);
        String name =
            String.format(Locale.ROOT, "o007_s%09d_nirspec_%s", 1000 + 17 * source, optics);
        observer.set(settings, name, members, 59_750.8);
      }
      group += 2;
    }
  }

  private Observation mask(JwstRun run) {
    String name = run.programName() + "007001_01";
    ObservationDraft draft =
        ObservationDraft.of("JWST", register.nextJwstObsid(), name)
            .proposal(run.proposal())
            .set("instrument_name", run.instrument())
            .data("spectrum", 2, "CALJWST");
    return register.add(
        draft.build(
            owner ->
                List.of(Product.of(owner, name + "_msa.fits", JwstKinds.auxiliary("msa", 1)))));
  }

  private void single(
      String instrument,
      String filters,
      JwstMode mode,
      List<String> detectors,
      Target target,
      int observation) {
    JwstRun run = new JwstRun(STARS, target, instrument, filters, mode, 420.7);
    double start = 59_800 + 3.25 * observation;
    List<Observation> members =
        new ArrayList<>(observer.exposures(run, observation, "04101", detectors, 2, start));
    members.addAll(observer.guideStars(run, observation, 210 + observation));
    String optics = filters.replace(';', '-').toLowerCase(Locale.ROOT);
    String name =
        String.format(Locale.ROOT, "o%03d_t001_%s_%s", observation, run.instrumentName(), optics);
    observer.set(run, name, members, start);
  }
}
