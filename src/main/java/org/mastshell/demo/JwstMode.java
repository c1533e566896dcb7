package org.mastshell.demo;

import java.util.List;

/** A way of observing with JWST, which decides what files an exposure and a set have. */
enum JwstMode {
  IMAGE(
      "image",
      "image2",
      "image3",
      "uncal trapsfilled rateints rate cal crf i2d",
      "i2d segm cat.ecsv"),
  IFU("cube", "spec2", "spec3", "uncal rateints rate cal crf s3d x1d", "s3d x1d"),
  SPECTRUM("spectrum", "spec2", "spec3", "uncal rateints rate cal s2d x1d", "s2d x1d"),
  GRISM("spectrum", "spec2", "spec3", "uncal rateints rate cal x1d", "c1d x1d"),
  SERIES_OF_IMAGES(
      "timeseries", "tso-image2", "tso3", "uncal rateints calints crfints", "phot.ecsv"),
  SERIES_OF_SPECTRA(
      "timeseries", "tso-spec2", "tso3", "uncal rateints calints x1dints", "x1dints whtlt.ecsv"),
  INTERFEROMETRY("image", "image2", "ami3", "uncal rateints rate calints", "aminorm-oi"),
  CORONAGRAPH(
      "image", "image2", "coron3", "uncal rateints rate calints", "psfstack psfalign psfsub i2d");

  private final String dataKind;
  private final String exposureAssociation;
  private final String setAssociation;
  private final String exposureSuffixes;
  private final String setSuffixes;

  JwstMode(
      String dataKind,
      String exposureAssociation,
      String setAssociation,
      String exposureSuffixes,
      String setSuffixes) {
    this.dataKind = dataKind;
    this.exposureAssociation = exposureAssociation;
    this.setAssociation = setAssociation;
    this.exposureSuffixes = exposureSuffixes;
    this.setSuffixes = setSuffixes;
  }

  /** The dataproduct_type. */
  String dataKind() {
    return dataKind;
  }

  String exposureAssociation() {
    return exposureAssociation;
  }

  String setAssociation() {
    return setAssociation;
  }

  List<String> exposureSuffixes() {
    return List.of(exposureSuffixes.split(" ", -1));
  }

  /** The suffixes of a set's own files, with the extension where it is not fits. */
  List<String> setSuffixes() {
    return List.of(setSuffixes.split(" ", -1));
  }
}
