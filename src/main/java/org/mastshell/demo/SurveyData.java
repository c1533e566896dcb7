package org.mastshell.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A few observations of other missions, with the odd forms that their records have. */
final class SurveyData {
  private final Register register;

  SurveyData(Register register) {
    this.register = register;
  }

  void fill() {
    galex();
    ultravioletSpectra();
    contributed();
    panStarrs();
    swift();
    legacyArchive();
    oddlyNamed();
  }

  private void galex() {
    for (int number = 1; number <= 8; number++) {
      for (String band : List.of("NUV", "FUV")) {
        SkyPosition place = Target.M101.place().shifted(0.15 * (number - 4), 0.1 * number);
        String name = String.format(Locale.ROOT, "%d", 6_373_760_000L + number);
        String file = String.format(Locale.ROOT, "GI1_%06d_M101-%s-int", number, band);
        register.list(
            ObservationDraft.of("GALEX", register.nextObsid(), name)
                .set("project", number % 2 == 0 ? "AIS" : "MIS")
                .target("GI1_M101", null, place, Polygons.circle("ICRS", place, 0.625))
                .light("GALEX", band, "UV", band.equals("NUV") ? 169.3 : 134.4, 300.7)
                .data("image", 2, band.equals("NUV") ? "AIS" : null)
                .time(54_580.2 + number, 1100)
                .set("t_obs_release", 55_000.0)
                .set("srcDen", 900.0 + number)
                .links("mast:GALEX/url/data/" + file + ".fits.gz", null)
                .build(
                    owner ->
                        List.of(
                            Product.of(
                                    owner,
                                    file + ".fits.gz",
                                    kind("SCIENCE", null, "Intensity map"))
                                .at("mast:GALEX/url/data/" + file + ".fits.gz"))));
      }
    }
  }

  private void ultravioletSpectra() {
    for (int number = 1; number <= 12; number++) {
      String name = String.format(Locale.ROOT, "lwp%05d", 13_057 + number);
      register.list(
          plain("IUE", name, Target.ETA_CARINAE, "LWP", "LOW DISP", "UV")
              .data("spectrum", 2, null)
              .set("s_region", number % 3 == 0 ? "Error" : null)
              .set("em_min", 0.0)
              .set("em_max", 0.0)
              .time(47_250.0 + number, 600)
              .build(owner -> one(owner, name + "_mxlo.fits", "SCIENCE", "MXLO", "Spectrum")));
    }
    for (int number = 1; number <= 4; number++) {
      String name = String.format(Locale.ROOT, "a034%02d01000", number);
      register.list(
          plain("FUSE", name, Target.ETA_CARINAE, "FUV", "MDRS", "UV")
              .data("spectrum", 2, "CALFUSE")
              .set("s_region", "POSITION ICRS 161.5125 -59.8667")
              .time(51_800.0 + number, 8000)
              .build(owner -> one(owner, name + "_vo.fits", "SCIENCE", "VO", "Spectrum")));
    }
  }

  private void contributed() {
    for (int sector = 1; sector <= 10; sector++) {
      String name =
          String.format(Locale.ROOT, "hlsp_qlp_tess_ffi_s%04d-0000000025155310_tess_v01", sector);
      SkyPosition place = new SkyPosition(63.3739, -69.2268);
      register.list(
          ObservationDraft.of("HLSP", register.nextObsid(), name)
              .set("project", "TESS;QLP")
              .target("25155310", null, place, Polygons.circle("OTHER", place, 0.0014))
              .light("Photometer", "TESS", "Optical", 600, 1000)
              .data("timeseries", 4, "QLP")
              .set("sequence_number", sector)
              .set("t_exptime", 1800.0)
              .build(owner -> one(owner, name + "_llc.fits", "SCIENCE", null, "Light curve")));
    }
  }

  private void panStarrs() {
    for (int cell = 40; cell < 43; cell++) {
      for (String filter : List.of("g", "r", "i", "z", "y")) {
        String name = String.format(Locale.ROOT, "rings.v3.skycell.2459.0%d.stk.%s", cell, filter);
        register.list(
            plain("PS1", name, Target.M101, "GPC1", filter, "OPTICAL")
                .data("image", 3, "3PI")
                .set("project", "3PI")
                .set("s_region", Polygons.square("", Target.M101.place(), 0.2))
                .time(55_300.0 + cell, 900)
                .build(
                    owner -> one(owner, name + ".unconv.fits", "SCIENCE", null, "Stacked image")));
      }
    }
  }

  private void swift() {
    for (int number = 1; number <= 3; number++) {
      for (String filter : List.of("UVW1", "UVM2", "UVW2")) {
        String name =
            String.format(Locale.ROOT, "000358920%02d_%s", number, filter.toLowerCase(Locale.ROOT));
        register.list(
            plain("SWIFT", name, Target.M101, "UVOT", filter, "UV")
                .data(number == 3 ? "cube" : "image", 2, null)
                .set("s_region", Polygons.closedSquare("J2000", Target.M101.place(), 0.14))
                .time(54_000.0 + number, 1500)
                .build(
                    owner ->
                        List.of(
                            Product.of(owner, name + "_sk.fits", kind("SCIENCE", null, "Sky image"))
                                .listed(Product.ListedSize.ZERO))));
      }
    }
  }

  // Files of the legacy archive and of other hosts are named by whole addresses.
  private void legacyArchive() {
    for (String filter : List.of("F435W", "F555W", "F814W", "DETECTION")) {
      String name = "hst_9490_01_acs_wfc_" + filter.toLowerCase(Locale.ROOT);
      register.list(
          plain("HLA", name, Target.M101, "ACS/WFC", filter, "OPTICAL")
              .data("image", 3, "HLA")
              .set("s_region", Polygons.closedSquare("J2000", Target.M101.place(), 0.028))
              .time(52_594.0, 900)
              .set("mtFlag", null)
              .build(
                  owner -> {
                    List<Product> files = new ArrayList<>();
                    files.add(
                        Product.of(owner, name + "_drz.fits", kind("SCIENCE", "DRZ", "HLA image"))
                            .at(
                                "mast:HLA/url/cgi-bin/getdata.cgi?download=1&filename="
                                    + name
                                    + "_drz.fits"));
                    files.add(
                        Product.of(owner, name + "_preview.jpg", kind("PREVIEW", null, "Preview"))
                            .at(
                                "https://hla.stsci.edu/cgi-bin/preview.cgi?dataset="
                                    + name
                                    + "&size=128")
                            .listed(Product.ListedSize.MISSING));
                    return files;
                  }));
    }
  }

  // Titles are free text, and hold whatever their authors typed.
  private void oddlyNamed() {
    List<String> titles =
        List.of("@it's \"5*\" $HOME; 100% \\", "a, b..c #1 \u65e5\u672c `id` $(id)");
    for (int number = 0; number < titles.size(); number++) {
      String name = "hlsp_odd_" + number;
      SkyPosition place = new SkyPosition(200.5 + number, -75.25);
      register.list(
          ObservationDraft.of("HLSP", register.nextObsid(), name)
              .set("project", "ODD")
              .set("obs_title", titles.get(number))
              .target("odd " + number, null, place, Polygons.circle("ICRS", place, 0.001))
              .light("Photometer", "TESS", "Optical", 600, 1000)
              .data("image", 4, "ODD")
              .build(owner -> one(owner, name + "_img.fits", "SCIENCE", null, "Image")));
    }
  }

  private ObservationDraft plain(
      String collection,
      String name,
      Target target,
      String instrument,
      String filter,
      String band) {
    return ObservationDraft.of(collection, register.nextObsid(), name)
        .target(target.name(), target.classes(), target.place(), null)
        .light(instrument, filter, band, 0, 0)
        .set("t_obs_release", 56_500.0)
        .set("proposal_pi", collection.equals("IUE") ? "Marchetti" : null)
        .set("proposal_id", collection.equals("IUE") ? "HSKRS" : null);
  }

  private static ProductKind kind(String type, String subGroup, String description) {
    return ProductKind.of(type, subGroup, description, 2);
  }

  private static List<Product> one(
      Observation owner, String fileName, String type, String subGroup, String description) {
    return List.of(Product.of(owner, fileName, kind(type, subGroup, description).asRecommended()));
  }
}
