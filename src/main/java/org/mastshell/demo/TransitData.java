package org.mastshell.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Light curves of TESS, Kepler and K2, and the full-frame image sets of TESS. */
final class TransitData {
  private static final List<Long> TARGETS =
      List.of(
          25_155_310L,
          141_914_082L,
          307_210_830L,
          261_136_679L,
          38_846_515L,
          259_377_017L,
          231_663_901L,
          149_603_524L,
          92_226_327L,
          234_994_474L);
  private static final List<Long> KEPLER_TARGETS = List.of(757_076L, 8_462_852L, 11_446_443L);
  private static final SkyPosition SOUTH = new SkyPosition(63.3739, -69.2268);
  private static final SkyPosition NORTH = new SkyPosition(291.4, 44.6);

  private final Register register;

  TransitData(Register register) {
    this.register = register;
  }

  void fill() {
    int index = 0;
    for (long target : TARGETS) {
      for (int sector = 1; sector <= 5; sector++) {
        lightCurve(target, sector, index);
      }
      index++;
    }
    for (int sector = 1; sector <= 2; sector++) {
      for (int camera = 1; camera <= 4; camera++) {
        fullFrames("TESS", "TESS FFI", "tess-s%04d-%d-1", sector, camera);
        fullFrames("HLSP", "TICA FFI", "hlsp_tica_s%04d-cam%d-ccd1_tess_v01", sector, camera);
      }
    }
    kepler();
  }

  private void lightCurve(long target, int sector, int index) {
    String padded = String.format(Locale.ROOT, "%016d", target);
    String name =
        String.format(Locale.ROOT, "tess20182%02d045859-s%04d-%s-0120-s", sector, sector, padded);
    SkyPosition place = index == 0 ? SOUTH : SOUTH.shifted(2.5 * index, -0.6 * index);
    register.list(
        ObservationDraft.of("TESS", register.nextObsid(), name)
            .target(Long.toString(target), null, place, Polygons.circle("ICRS", place, 0.00138889))
            .light("Photometer", "TESS", "Optical", 600, 1000)
            .data("timeseries", 3, "SPOC")
            .time(58_324.8 + 27.4 * (sector - 1), 120)
            .set("proposal_id", index % 2 == 0 ? "G011183_G011132" : "N/A")
            .set("proposal_pi", "Survey team")
            .set("t_obs_release", 58_458.58 + 27.4 * (sector - 1))
            .set("sequence_number", sector)
            .set("mtFlag", false)
            .set("srcDen", null)
            .links("mast:TESS/product/" + name + "_lc.fits", null)
            .build(TransitData::lightCurveFiles));
  }

  private static List<Product> lightCurveFiles(Observation owner) {
    return List.of(
        file(owner, "_lc.fits", "SCIENCE", "LC", "Light curves"),
        file(owner, "_tp.fits", "SCIENCE", "TP", "Target pixel files"),
        file(owner, "_dvt.fits", "AUXILIARY", "DVT", "Data validation time series"));
  }

  private static Product file(
      Observation owner, String ending, String type, String subGroup, String description) {
    ProductKind kind = ProductKind.of(type, subGroup, description, subGroup.equals("TP") ? 2 : 3);
    boolean recommended = type.equals("SCIENCE");
    return Product.of(owner, owner.obsId() + ending, recommended ? kind.asRecommended() : kind);
  }

  private void fullFrames(String collection, String target, String form, int sector, int camera) {
    String name = String.format(Locale.ROOT, form, sector, camera);
    SkyPosition place = SOUTH.shifted(0, 18.0 * (camera - 2));
    register.list(
        ObservationDraft.of(collection, register.nextObsid(), name)
            .target(target, null, place, Polygons.square("ICRS", place, 6))
            .light("Photometer", "TESS", "Optical", 600, 1000)
            .data("image", 3, target.startsWith("TICA") ? "TICA" : "SPOC")
            .time(58_324.8 + 27.4 * (sector - 1), 1425.6)
            .set("sequence_number", sector)
            .set("t_obs_release", 58_458.58)
            .build(owner -> frames(owner, name)));
  }

  // A real set has some thousand images; a few stand for them.
  private static List<Product> frames(Observation owner, String name) {
    List<Product> files = new ArrayList<>();
    for (int number = 1; number <= 40; number++) {
      files.add(
          Product.of(
              owner,
              String.format(Locale.ROOT, "%s-%04d_ffic.fits", name, number),
              ProductKind.of("SCIENCE", "FFIC", "Full-frame image, calibrated", 2)));
    }
    return files;
  }

  private void kepler() {
    int index = 0;
    for (long target : KEPLER_TARGETS) {
      for (int quarter = 1; quarter <= 4; quarter++) {
        String name = String.format(Locale.ROOT, "kplr%09d_lc_Q%d", target, quarter);
        keplerLike("Kepler", name, "kplr" + target, index, quarter, "slc");
      }
      index++;
    }
    for (int campaign = 1; campaign <= 8; campaign++) {
      String name = String.format(Locale.ROOT, "ktwo%09d-c%02d_lc", 246_199_087, campaign);
      keplerLike("K2", name, "ktwo246199087", 4, campaign, "llc");
    }
  }

  private void keplerLike(
      String collection, String name, String target, int index, int number, String suffix) {
    SkyPosition place = NORTH.shifted(1.5 * index, 0.4 * index);
    register.list(
        ObservationDraft.of(collection, register.nextObsid(), name)
            .target(target, "STAR", place, Polygons.circle("J2000", place, 0.001))
            .light("Kepler", "KEPLER", "OPTICAL", 418.1, 905)
            .data("timeseries", 2, "Kepler")
            .time(54_964 + 90.0 * number, 1765)
            .set("sequence_number", number)
            .set("t_obs_release", 56_000.0)
            .build(
                owner ->
                    List.of(file(owner, "_" + suffix + ".fits", "SCIENCE", "LC", "Light curve"))));
  }
}
