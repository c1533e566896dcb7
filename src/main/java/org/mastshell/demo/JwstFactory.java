package org.mastshell.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes JWST observations with their products, named by the JWST file naming convention. */
final class JwstFactory {
  private static final String PIPELINE = "CALJWST";
  private static final String STAMP = "20220712t165318";
  private static final double HALF_LONG = 0.0175;
  private static final double HALF_SHORT = 0.0087;
  private static final double MODULES_APART = 0.026;
  private static final Set<String> WITH_PREVIEW =
      Set.of("uncal", "trapsfilled", "rateints", "rate", "cal", "i2d", "s3d", "x1d", "s2d");

  private final Register register;

  JwstFactory(Register register) {
    this.register = register;
  }

  /**
   * A draft of one exposure of one detector.
   *
   * @param name the file stem without the detector, {@code jw01073001001_02101_00001}
   * @param start when it began, as MJD
   */
  ObservationDraft exposure(JwstRun run, String name, String detector, double start, int level) {
    SkyPosition place = place(run.target().place(), detector);
    double half = detector.matches("nrc[ab]\\d") ? HALF_SHORT : HALF_LONG;
    ObservationDraft draft =
        general(run, name + "_" + detector, Polygons.square("ICRS", place, half), place);
    draft.time(start, run.seconds()).data(run.mode().dataKind(), level, PIPELINE);
    String suffix = mainSuffix(run, level);
    String stem = "mast:JWST/product/" + name + "_" + detector + "_" + suffix;
    return draft.links(stem + ".fits", WITH_PREVIEW.contains(suffix) ? stem + ".jpg" : null);
  }

  private static String mainSuffix(JwstRun run, int level) {
    if (level == 1) {
      return "uncal";
    }
    return run.mode().exposureSuffixes().contains("cal") ? "cal" : "calints";
  }

  /**
   * The files of an exposure.
   *
   * @param candidate the association candidate, {@code o001}
   * @param index the number of its stage 2 association
   */
  List<Product> exposureFiles(Observation exposure, JwstRun run, String candidate, int index) {
    List<Product> files = new ArrayList<>();
    boolean raw = exposure.number("calib_level") == 1;
    for (String suffix : raw ? List.of("uncal") : run.mode().exposureSuffixes()) {
      String ending = suffix.startsWith("crf") ? candidate + "_" + suffix : suffix;
      String stem = exposure.obsId() + "_" + ending;
      ProductKind kind = JwstKinds.exposure(suffix);
      boolean main = exposure.text("dataURL").endsWith("_" + suffix + ".fits");
      files.add(Product.of(exposure, stem + ".fits", main ? kind.asRecommended() : kind));
      if (WITH_PREVIEW.contains(suffix)) {
        addPreviews(files, exposure, stem, suffix, suffix.equals("uncal") ? 1 : 2);
      }
    }
    if (!raw) {
      String name =
          String.format(
              Locale.ROOT,
              "%s-%s_%s_%s_%03d_asn.json",
              run.programName(),
              candidate,
              STAMP,
              run.mode().exposureAssociation(),
              index);
      files.add(Product.of(exposure, name, JwstKinds.information("asn", 2)));
    }
    return files;
  }

  /**
   * A draft of a combined set.
   *
   * @param name its obs_id, {@code jw01073-o001_t001_nircam_clear-f277w}
   * @param exposures how many exposures of a detector went into it
   */
  ObservationDraft set(JwstRun run, String name, double start, int exposures) {
    SkyPosition place = run.target().place();
    String region =
        run.instrumentName().equals("nircam")
            ? Polygons.pair(place, HALF_LONG, MODULES_APART)
            : Polygons.signedSquare(place, HALF_LONG);
    ObservationDraft draft = general(run, name, region, place);
    draft.time(start, run.seconds() * exposures).data(run.mode().dataKind(), 3, PIPELINE);
    String main = run.mode().setSuffixes().get(0);
    String stem = "mast:JWST/product/" + name + "_" + main;
    return main.endsWith(".ecsv")
        ? draft.links(stem, null)
        : draft.links(stem + ".fits", stem + ".jpg");
  }

  /** The files of a set: its own, then those of its exposures and of the guide stars. */
  List<Product> setFiles(Observation set, JwstRun run, List<Observation> members) {
    List<Product> files = new ArrayList<>();
    boolean first = true;
    for (String suffix : run.mode().setSuffixes()) {
      boolean table = suffix.endsWith(".ecsv");
      String bare = suffix.replace(".ecsv", "");
      String stem = set.obsId() + "_" + bare;
      ProductKind kind = JwstKinds.set(bare);
      Product file =
          Product.of(set, stem + (table ? ".ecsv" : ".fits"), first ? kind.asRecommended() : kind);
      files.add(bare.equals("segm") ? file.listed(Product.ListedSize.WRONG) : file);
      if (first && !table) {
        addPreviews(files, set, stem, bare, 3);
      }
      first = false;
    }
    String candidate = set.obsId().substring(run.programName().length() + 1).split("_", 2)[0];
    String association = run.programName() + "-" + candidate + "_" + STAMP;
    files.add(
        Product.of(
            set,
            association + "_" + run.mode().setAssociation() + "_" + number(set) + "_asn.json",
            JwstKinds.information("asn", 3)));
    files.add(
        Product.of(
                set,
                run.programName() + "_" + STAMP + "_pool.csv",
                JwstKinds.information("pool", 3))
            .listed(Product.ListedSize.MISSING));
    members.forEach(member -> files.addAll(member.products()));
    return files;
  }

  private ObservationDraft general(JwstRun run, String name, String region, SkyPosition place) {
    Passband band = Passband.ofJwst(run.filters());
    return ObservationDraft.of("JWST", register.nextJwstObsid(), name)
        .proposal(run.proposal())
        .target(run.target().name(), run.target().classes(), place, region)
        .light(run.instrument(), run.filters(), "INFRARED", band.min(), band.max())
        .set("intentType", run.proposal().type().equals("CAL") ? "calibration" : "science")
        .set("mtFlag", run.target().equals(Target.JUPITER_FIELD));
  }

  // The archive's number of the set tells the associations of one candidate apart.
  private static String number(Observation set) {
    return String.format(Locale.ROOT, "%05d", set.obsid() % 100_000);
  }

  private static void addPreviews(
      List<Product> files, Observation owner, String stem, String suffix, int level) {
    files.add(Product.of(owner, stem + ".jpg", JwstKinds.preview(suffix, level)));
    files.add(Product.of(owner, stem + "_thumb.jpg", JwstKinds.thumbnail(suffix, level)));
  }

  // Module A lies in the east; four short-wave detectors share the field of one long-wave one.
  private static SkyPosition place(SkyPosition centre, String detector) {
    if (!detector.startsWith("nrc")) {
      return centre;
    }
    double side = detector.startsWith("nrca") ? MODULES_APART : -MODULES_APART;
    SkyPosition module = centre.shifted(side, 0);
    if (detector.endsWith("long")) {
      return module;
    }
    int number = detector.charAt(detector.length() - 1) - '1';
    return module.shifted(
        number % 2 == 0 ? HALF_SHORT : -HALF_SHORT, number < 2 ? HALF_SHORT : -HALF_SHORT);
  }
}
