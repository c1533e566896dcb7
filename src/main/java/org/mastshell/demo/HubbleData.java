package org.mastshell.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Hubble exposures and the mosaics made of them: of a single visit and of many, so that the same
 * exposures show up under several projects.
 */
final class HubbleData {
  private static final List<String> WFPC2_SCIENCE =
      List.of("c0m", "c1m", "d0f", "d0m", "c0f", "c1f", "drz");

  private static final List<String> WFPC2_OTHER =
      List.of(
          "c3m", "c3t", "cgr", "dgr", "jif", "jit", "q0f", "q0m", "q1f", "q1m", "shf", "shm", "trl",
          "x0f", "x0m");
  private static final Map<String, String> DESCRIPTIONS =
      Map.of(
          "raw", "Raw exposure",
          "flt", "Calibrated exposure",
          "flc", "Calibrated exposure, corrected for charge transfer",
          "drz", "Calibrated combined image",
          "drc", "Calibrated combined image, corrected for charge transfer",
          "spt", "Support data",
          "asn", "Association table",
          "x1d", "Extracted spectrum");
  private static final Proposal SPIRAL =
      Proposal.open("16123", "Thorne", "Star clusters of a spiral", "GO", 59_500);
  private static final Proposal NEBULA =
      Proposal.open("13390", "Villanueva", "Outflows of a massive star", "GO", 57_200);
  private static final Proposal EARLY =
      Proposal.open("8338", "Marchetti", "Old clusters at high resolution", "GO", 51_900);
  private static final Proposal FLARES =
      Proposal.open("8880", "Thorne", "Flares of cool stars", "GO", 52_538);

  private final Register register;

  HubbleData(Register register) {
    this.register = register;
  }

  void fill() {
    visits(SPIRAL, Target.M101, "WFC3/UVIS", List.of("F275W", "F438W", "F814W"), "ie", 59_200);
    visits(SPIRAL, Target.M101, "ACS/WFC", List.of("F435W", "F555W", "F814W"), "je", 59_210);
    visits(SPIRAL, Target.M101, "WFC3/IR", List.of("F110W", "F160W"), "if", 59_215);
    visits(NEBULA, Target.ETA_CARINAE, "ACS/WFC", List.of("F658N", "F660N"), "jb", 56_850);
    planetaryCamera();
    spectra();
  }

  private void visits(
      Proposal proposal,
      Target target,
      String instrument,
      List<String> filters,
      String prefix,
      double start) {
    int filterIndex = 0;
    for (String filter : filters) {
      List<Observation> exposures = new ArrayList<>();
      for (int number = 0; number < 5; number++) {
        String root =
            String.format(Locale.ROOT, "%s%c%02d%c%dq", prefix, 'a' + filterIndex, 1, 'a', number);
        exposures.add(
            exposure(
                draft(proposal, target, instrument, filter, root)
                    .time(start + 0.03 * number, 490 + 5 * number)));
      }
      String mode = instrument.replace('/', '_').toLowerCase(Locale.ROOT);
      String suffix = instrument.endsWith("IR") ? "drz" : "drc";
      String visit =
          String.format(
              Locale.ROOT, "hst_%s_01_%s_%s", proposal.id(), mode, filter.toLowerCase(Locale.ROOT));
      mosaic(proposal, target, instrument, filter, visit, "HAP-SVM", suffix, exposures);
      String cell =
          "hst_skycell-p2381x09y08_" + mode + "_" + filter.toLowerCase(Locale.ROOT) + "_all";
      mosaic(proposal, target, instrument, filter, cell, "HAP-MVM", suffix, exposures);
      filterIndex++;
    }
  }

  private Observation exposure(ObservationDraft draft) {
    return register.list(
        draft.build(
            owner -> {
              List<String> science =
                  owner.text("instrument_name").endsWith("IR")
                      ? List.of("raw", "flt", "drz")
                      : List.of("raw", "flt", "flc", "drz", "drc");
              return files(owner, science, List.of("spt", "asn"));
            }));
  }

  private void mosaic(
      Proposal proposal,
      Target target,
      String instrument,
      String filter,
      String name,
      String project,
      String suffix,
      List<Observation> exposures) {
    String file = name + "_" + suffix;
    register.list(
        draft(proposal, target, instrument, filter, name)
            .set("project", project)
            .data("image", 3, project)
            .links("mast:HST/product/" + file + ".fits", "mast:HST/product/" + file + ".jpg")
            .time(exposures.get(0).number("t_min"), 2500)
            .build(owner -> mosaicFiles(owner, suffix, exposures)));
  }

  // Each exposure is there twice: as the instrument's pipeline made it, and aligned for the mosaic
  // under a name of its own.
  private static List<Product> mosaicFiles(
      Observation mosaic, String suffix, List<Observation> exposures) {
    List<Product> files = new ArrayList<>(files(mosaic, List.of(suffix), List.of()));
    ProductKind preview =
        ProductKind.of("PREVIEW", suffix.toUpperCase(Locale.ROOT), "Preview-Full", 3);
    files.add(Product.of(mosaic, mosaic.obsId() + "_" + suffix + ".jpg", preview));
    for (Observation exposure : exposures) {
      files.addAll(files(exposure, List.of("flt"), List.of()));
      String aligned = mosaic.obsId() + "_" + exposure.obsId().substring(0, 8) + "_flt.fits";
      ProductKind kind = ProductKind.of("SCIENCE", "FLT", "Aligned exposure", 2);
      files.add(Product.of(mosaic, aligned, kind));
    }
    return files;
  }

  private void planetaryCamera() {
    for (int number = 0; number < 8; number++) {
      String root = String.format(Locale.ROOT, "u9o405%02dm", number + 1);
      register.list(
          draft(EARLY, Target.ETA_CARINAE, "WFPC2/WFC", "F814W", root)
              .time(51_500 + number, 400)
              .build(owner -> files(owner, WFPC2_SCIENCE, WFPC2_OTHER)));
    }
  }

  private void spectra() {
    for (int number = 1; number <= 6; number++) {
      String root = String.format(Locale.ROOT, "o6au%02dmsq", number);
      register.list(
          draft(FLARES, Target.HD_189733, "STIS/FUV-MAMA", "E140M", root)
              .data("spectrum", 2, "CALSTIS")
              .links("mast:HST/product/" + root + "_x1d.fits", null)
              .time(52_172.5 + number, 2130)
              .build(owner -> files(owner, List.of("raw", "flt", "x1d"), List.of("spt"))));
    }
  }

  private ObservationDraft draft(
      Proposal proposal, Target target, String instrument, String filter, String root) {
    boolean ultraviolet = filter.startsWith("F2") || filter.startsWith("E1");
    double centre = filter.matches("F\\d+[WN]") ? wavelength(filter) : 150;
    SkyPosition place = target.place().shifted(0.01, -0.005);
    return ObservationDraft.of("HST", register.nextObsid(), root)
        .proposal(proposal)
        .target(
            target.name(), target.classes(), place, Polygons.closedSquare("GSC1 ", place, 0.028))
        .light(instrument, filter, ultraviolet ? "UV" : "OPTICAL", centre * 0.9, centre * 1.1)
        .data("image", 2, "CAL" + instrument.substring(0, instrument.indexOf('/')))
        .set("mtFlag", false)
        .links(
            "mast:HST/product/" + root + "_drz.fits",
            "https://archive.stsci.edu/hst/previews/" + root.toUpperCase(Locale.ROOT) + ".jpg");
  }

  // Infrared filters are named in units of 10 nm, the others in nm.
  private static double wavelength(String filter) {
    double number = Double.parseDouble(filter.substring(1, 4));
    return number < 200 ? 10 * number : number;
  }

  private static List<Product> files(
      Observation owner, List<String> science, List<String> auxiliary) {
    List<Product> files = new ArrayList<>();
    for (String suffix : auxiliary) {
      files.add(file(owner, suffix, "AUXILIARY", false));
    }
    for (String suffix : science) {
      files.add(file(owner, suffix, "SCIENCE", suffix.matches("flt|drz|drc|x1d|c0f|c1f")));
    }
    return files;
  }

  private static Product file(Observation owner, String suffix, String type, boolean recommended) {
    String upper = suffix.toUpperCase(Locale.ROOT);
    String description =
        "DADS " + upper + " file - " + DESCRIPTIONS.getOrDefault(suffix, "see the handbook");
    int level = suffix.matches("raw|d0.|q0.") ? 1 : 2;
    ProductKind kind =
        ProductKind.of(type, upper, description, owner.number("calib_level") >= 3 ? 3 : level);
    String root = owner.obsId().toLowerCase(Locale.ROOT);
    if (suffix.startsWith("ji")) {
      // Pointing files bear the letter j in the place of the exposure's last one.
      root = root.substring(0, root.length() - 1) + "j";
    }
    String name = root + "_" + suffix + ".fits";
    return Product.of(owner, name, recommended ? kind.asRecommended() : kind);
  }
}
