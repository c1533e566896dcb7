package org.mastshell.demo;

import java.util.Random;

/**
 * A made-up star whose properties go together: a dwarf by its temperature, or a giant, at the
 * distance at which it looks as bright as it does.
 *
 * @param tic its number in the TESS input catalogue
 * @param gaia its number in Gaia's catalogues
 * @param place where it is
 * @param tmag its magnitude in the band of TESS
 * @param colour its blue less its red magnitude
 * @param giant whether it is one
 * @param pmRa milliarcseconds a year
 * @param pmDec milliarcseconds a year
 */
record Star(
    long tic,
    long gaia,
    SkyPosition place,
    double tmag,
    double colour,
    boolean giant,
    double pmRa,
    double pmDec) {
  private static final double SUN = 5772;
  private static final double SUN_TMAG = 4.26;
  private static final double SUN_LOGG = 4.438;
  private static final double BRIGHTEST = 6;
  private static final double FAINTEST = 17;
  private static final double FARTHEST = 0.25;
  private static final long FIRST_TIC = 100_000_000L;
  private static final long FIRST_GAIA = 1_000_000_000_000_000_000L;
  // Of the candidates among TESS's targets all are brighter dwarfs.
  private static final double FAINTEST_CANDIDATE = 13;

  /** A star near a place, of which there are the more the nearer. */
  static Star near(SkyPosition centre, Random random) {
    double far = FARTHEST * random.nextDouble();
    double bearing = 2 * Math.PI * random.nextDouble();
    SkyPosition place = centre.shifted(far * Math.sin(bearing), far * Math.cos(bearing));
    double tmag = BRIGHTEST + (FAINTEST - BRIGHTEST) * Math.sqrt(random.nextDouble());
    return of(FIRST_TIC + random.nextInt(900_000_000), place, rounded(tmag, 4), random);
  }

  /** A star of a number at a place. */
  static Star of(long tic, SkyPosition place, double tmag, Random random) {
    return new Star(
        tic,
        FIRST_GAIA + (long) (random.nextDouble() * 5_000_000_000_000_000_000L),
        new SkyPosition(rounded(place.ra(), 8), rounded(place.dec(), 8)),
        tmag,
        rounded(0.4 + 2.2 * random.nextDouble() * random.nextDouble(), 4),
        random.nextInt(12) == 0,
        rounded(20 * random.nextGaussian(), 3),
        rounded(20 * random.nextGaussian(), 3));
  }

  private static double rounded(double value, int digits) {
    double scale = Math.pow(10, digits);
    return Math.rint(value * scale) / scale;
  }

  private double temperature() {
    double blue = 0.9 * colour - 0.05;
    return rounded(4600 * (1 / (0.92 * blue + 1.7) + 1 / (0.92 * blue + 0.62)), 0);
  }

  private double mass() {
    return giant ? 1.3 : rounded(Math.pow(temperature() / SUN, 1.5), 4);
  }

  private double radius() {
    return giant ? 9.5 : rounded(Math.pow(mass(), 0.9), 4);
  }

  private double luminosity() {
    return rounded(radius() * radius() * Math.pow(temperature() / SUN, 4), 6);
  }

  private double gravity() {
    return rounded(SUN_LOGG + Math.log10(mass() / (radius() * radius())), 4);
  }

  private double parsecs() {
    double absolute = SUN_TMAG - 2.5 * Math.log10(luminosity());
    return rounded(Math.pow(10, (tmag - absolute + 5) / 5), 3);
  }

  private double parallax() {
    return rounded(1000 / parsecs(), 4);
  }

  private double magnitude(double slope, double offset) {
    return rounded(tmag + slope * colour + offset, 3);
  }

  boolean isCandidate() {
    return !giant && tmag <= FAINTEST_CANDIDATE;
  }

  /** Its cell in the TESS input catalogue. */
  Object ofTic(String column) {
    return switch (column) {
      case "ID" -> tic;
      case "version" -> "20190415";
      case "TWOMASS" -> "%08d%+08d".formatted(tic % 100_000_000, gaia % 10_000_000);
      case "GAIA" -> Long.toString(gaia);
      case "objType" -> "STAR";
      case "typeSrc", "POSflag" -> "tmgaia2";
      case "PMflag", "PARflag", "SPFlag" -> "gaia2";
      case "TESSflag" -> "gbprp";
      case "ra" -> place.ra();
      case "dec" -> place.dec();
      case "pmRA" -> pmRa;
      case "pmDEC" -> pmDec;
      case "plx" -> parallax();
      case "e_plx", "e_pmRA", "e_pmDEC" -> 0.05;
      case "Bmag" -> magnitude(1.9, 0.1);
      case "Vmag" -> magnitude(0.9, 0.05);
      case "Jmag" -> magnitude(-0.6, -0.05);
      case "Hmag" -> magnitude(-0.95, -0.05);
      case "Kmag" -> magnitude(-1.05, -0.05);
      case "GAIAmag" -> magnitude(0.55, 0);
      case "Tmag" -> tmag;
      case "e_Tmag" -> 0.0061;
      case "Teff" -> temperature();
      case "e_Teff" -> 120.0;
      case "logg" -> gravity();
      case "rad" -> radius();
      case "mass" -> mass();
      case "rho" -> rounded(mass() / Math.pow(radius(), 3), 5);
      case "lumclass" -> giant ? "GIANT" : "DWARF";
      case "lum" -> luminosity();
      case "d" -> parsecs();
      case "e_d" -> rounded(parsecs() * 0.01, 3);
      case "ebv" -> 0.01;
      case "numcont" -> tic % 40;
      case "contratio" -> rounded(tic % 1000 / 4000.0, 5);
      case "priority" -> isCandidate() ? 0.002 : 0.0;
      case "objID" -> tic + 7;
      default -> null;
    };
  }

  /** Its cell among the mean objects of Pan-STARRS. */
  Object ofPanstarrs(String column) {
    return switch (column) {
      case "objName" -> "PSO J%08.4f%+08.4f".formatted(place.ra(), place.dec());
      case "objID" -> gaia / 10;
      case "qualityFlag" -> 52L;
      case "raMean" -> place.ra();
      case "decMean" -> place.dec();
      case "epochMean" -> 56_000 + tic % 900 + 0.5;
      case "nDetections" -> 5 + tic % 60;
      case "nStackDetections" -> 5L;
      case "gMeanPSFMag" -> magnitude(1.3, 0.1);
      case "rMeanPSFMag" -> magnitude(0.6, 0);
      case "iMeanPSFMag" -> magnitude(0.25, 0.05);
      case "zMeanPSFMag" -> magnitude(0.05, 0.1);
      case "yMeanPSFMag" -> magnitude(-0.05, 0.1);
      default -> 0.004;
    };
  }

  /** Its cell in a release of Gaia's catalogue. */
  Object ofGaia(String column, int release) {
    return switch (column) {
      case "solution_id" -> "1635721458409799680";
      case "designation" -> "Gaia DR" + release + " " + gaia;
      case "source_id" -> gaia;
      case "ref_epoch" -> release == 3 ? 2016.0 : release == 2 ? 2015.5 : 2015.0;
      case "ra" -> place.ra();
      case "dec" -> place.dec();
      case "parallax" -> parallax();
      case "ra_error", "dec_error", "parallax_error", "pmra_error", "pmdec_error" -> 0.05;
      case "pmra" -> pmRa;
      case "pmdec" -> pmDec;
      case "ruwe" -> rounded(0.9 + gaia % 100 / 500.0, 3);
      case "phot_g_mean_mag" -> magnitude(0.55, 0);
      case "phot_bp_mean_mag" -> magnitude(1.0, 0.1);
      case "phot_rp_mean_mag" -> magnitude(0.0, 0.1);
      case "bp_rp" -> colour;
      case "radial_velocity" -> tmag < 12 ? rounded(gaia % 1000 / 10.0 - 50, 2) : null;
      case "radial_velocity_error" -> tmag < 12 ? 0.8 : null;
      case "teff_val", "teff_gspphot" -> temperature();
      case "logg_gspphot" -> gravity();
      case "radius_val" -> radius();
      case "lum_val" -> luminosity();
      default -> null;
    };
  }
}
