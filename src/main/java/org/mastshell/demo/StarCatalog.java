package org.mastshell.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A catalogue with stars: which, and with which columns. */
enum StarCatalog {
  TIC("tic", "ID", "dstArcSec", 3600),
  CTL("ctl", "ID", "dstArcSec", 3600),
  GAIA_DR3("gaiadr3", "source_id", "distance", 60),
  GAIA_DR2("gaiadr2", "source_id", "distance", 60),
  GAIA_DR1("gaiadr1", "source_id", "distance", 60),
  TGAS("tgas", "source_id", "distance", 60);

  private static final double FAINTEST_OF_TGAS = 11.5;
  private static final List<String> TIC_TEXTS =
      List.of(
          "ID",
          "version",
          "TYC",
          "UCAC",
          "TWOMASS",
          "SDSS",
          "ALLWISE",
          "GAIA",
          "APASS",
          "objType",
          "typeSrc",
          "POSflag",
          "PMflag",
          "PARflag",
          "TWOMflag",
          "TESSflag",
          "SPFlag",
          "lumclass",
          "disposition",
          "duplicate_id",
          "objID");
  private static final Set<String> TIC_INTEGERS = Set.of("HIP", "KIC", "numcont");
  private static final String TIC_ALL =
      "ID version HIP TYC UCAC TWOMASS SDSS ALLWISE GAIA APASS KIC objType typeSrc ra dec POSflag pmRA"
          + " e_pmRA pmDEC e_pmDEC PMflag plx e_plx PARflag gallong gallat eclong eclat Bmag e_Bmag"
          + " Vmag e_Vmag umag e_umag gmag e_gmag rmag e_rmag imag e_imag zmag e_zmag Jmag e_Jmag Hmag"
          + " e_Hmag Kmag e_Kmag TWOMflag prox w1mag e_w1mag w2mag e_w2mag w3mag e_w3mag w4mag e_w4mag"
          + " GAIAmag e_GAIAmag Tmag e_Tmag TESSflag SPFlag Teff e_Teff logg e_logg MH e_MH rad e_rad"
          + " mass e_mass rho e_rho lumclass lum e_lum d e_d ebv e_ebv numcont contratio disposition"
          + " duplicate_id priority objID";
  private static final String GAIA_OLD =
      "solution_id source_id ref_epoch ra ra_error dec dec_error parallax parallax_error pmra"
          + " pmra_error pmdec pmdec_error phot_g_mean_mag";
  private static final String GAIA_NEW =
      "solution_id designation source_id ref_epoch ra ra_error dec dec_error parallax parallax_error"
          + " pmra pmra_error pmdec pmdec_error ruwe phot_g_mean_mag phot_bp_mean_mag phot_rp_mean_mag"
          + " bp_rp radial_velocity radial_velocity_error teff_gspphot logg_gspphot";
  private static final String GAIA_SECOND =
      "solution_id designation source_id ref_epoch ra ra_error dec dec_error parallax parallax_error"
          + " pmra pmra_error pmdec pmdec_error phot_g_mean_mag phot_bp_mean_mag phot_rp_mean_mag bp_rp"
          + " radial_velocity radial_velocity_error teff_val radius_val lum_val";

  private final String word;
  private final String key;
  private final String measure;
  private final double parts;

  StarCatalog(String word, String key, String measure, double parts) {
    this.word = word;
    this.key = key;
    this.measure = measure;
    this.parts = parts;
  }

  /** The one of which a service's name speaks. */
  static Optional<StarCatalog> of(String service) {
    String[] words = service.toLowerCase(Locale.ROOT).split("\\.", -1);
    for (StarCatalog catalog : values()) {
      if (List.of(words).contains(catalog.word)) {
        return Optional.of(catalog);
      }
    }
    return Optional.empty();
  }

  boolean isOfTess() {
    return this == TIC || this == CTL;
  }

  /** The column with the number of a star. */
  String key() {
    return key;
  }

  /** The column with the distance. */
  Column measure() {
    return column(measure, "float", "double");
  }

  /** A distance of so many degrees in the unit of that column. */
  double measured(double degrees) {
    return degrees * parts;
  }

  boolean has(Star star) {
    return switch (this) {
      case CTL -> star.isCandidate();
      case TGAS -> star.tmag() <= FAINTEST_OF_TGAS;
      default -> true;
    };
  }

  Object cell(Star star, String column) {
    return switch (this) {
      case TIC, CTL -> star.ofTic(column);
      case GAIA_DR3 -> star.ofGaia(column, 3);
      case GAIA_DR2 -> star.ofGaia(column, 2);
      case GAIA_DR1, TGAS -> star.ofGaia(column, 1);
    };
  }

  /** The columns, without that of a distance. */
  Columns columns() {
    String names =
        switch (this) {
          case TIC, CTL -> TIC_ALL;
          case GAIA_DR3 -> GAIA_NEW;
          case GAIA_DR2 -> GAIA_SECOND;
          case GAIA_DR1, TGAS -> GAIA_OLD;
        };
    List<Column> columns = new ArrayList<>();
    for (String name : names.split(" ", -1)) {
      columns.add(column(name));
    }
    return new Columns(columns);
  }

  private Column column(String name) {
    if (isOfTess()) {
      return TIC_TEXTS.contains(name)
          ? column(name, "string", "char")
          : TIC_INTEGERS.contains(name)
              ? column(name, "int", "int")
              : column(name, "float", "double");
    }
    return switch (name) {
      case "solution_id", "designation" -> column(name, "string", "char");
      case "source_id" -> column(name, "long", "char");
      default -> column(name, "float", "double");
    };
  }

  static Column column(String name, String type, String datatype) {
    return new Column(name, type, datatype, name, "", "", List.of(), "", "");
  }
}
