package org.mastshell.archive;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the archive is asked for a catalogue (API.md, section 1.4; the page of services,
 * https://mast.stsci.edu/api/v0/_services.html).
 *
 * @param name of the catalogue, as it is typed
 * @param around the service that gives what lies in a circle; empty where there is none
 * @param filtered the family of services that take filters; empty where there is none
 * @param counting how these count
 * @param match the service that matches a table of positions; empty where there is none
 * @param whole the service that gives rows without a circle and without filters; empty where there
 *     is none
 * @param key the column of which that one takes a value; empty where it takes none
 * @param always what the service for circles takes besides
 * @param most rows that it gives; 0 where no limit is known
 */
record CatalogService(
    String name,
    Optional<String> around,
    Optional<String> filtered,
    Counting counting,
    Optional<String> match,
    Optional<String> whole,
    Optional<String> key,
    Map<String, Object> always,
    int most) {

  /** How services with filters count. */
  enum Counting {
    /** By the column COUNT_BIG(*); rows come from the sister service {@code .Rows}. */
    BY_COLUMN,
    /** By the sister service {@code .Count}; they take no columns. */
    BY_SERVICE
  }

  private static final String CATALOGS = "Mast.Catalogs.";
  private static final int MOST_OF_HSC = 50_000;
  // The magnitudes in a small aperture, of all that was detected in one image at least.
  private static final Map<String, Object> HSC = Map.of("nr", MOST_OF_HSC, "ni", 1, "magtype", 1);

  private static final List<CatalogService> ALL =
      List.of(
          filtered("tic", "Tic", Counting.BY_COLUMN, Optional.of("Mast.Tic.Crossmatch")),
          filtered("ctl", "Ctl", Counting.BY_COLUMN, Optional.of("Mast.Ctl.Crossmatch")),
          filtered("diskdetective", "DiskDetective", Counting.BY_SERVICE, Optional.empty()),
          cone("gaiadr3", CATALOGS + "GaiaDR3.Cone", "Mast.GaiaDR3.Crossmatch"),
          cone("gaiadr2", CATALOGS + "GaiaDR2.Cone", "Mast.GaiaDR2.Crossmatch"),
          cone("gaiadr1", CATALOGS + "GaiaDR1.Cone", "Mast.GaiaDR1.Crossmatch"),
          cone("tgas", CATALOGS + "Tgas.Cone", "Mast.Tgas.Crossmatch"),
          cone("hsc", "Mast.Hsc.Db.v3", "Mast.Hsc.Crossmatch.MagAper2v3").with(HSC, MOST_OF_HSC),
          cone("hscv2", "Mast.Hsc.Db.v2", "").with(HSC, MOST_OF_HSC),
          whole("hscmatches", "Mast.HscMatches.Db.v3", Optional.of("MatchID")),
          whole("hscmatchesv2", "Mast.HscMatches.Db.v2", Optional.of("MatchID")),
          whole("hscspectra", "Mast.HscSpectra.Db.All", Optional.empty()),
          cone("galex", "Mast.Galex.Catalog", "Mast.Galex.Crossmatch")
              .with(Map.of("maxrecords", MOST_OF_HSC), MOST_OF_HSC),
          cone("plato", CATALOGS + "Plato.Cone", ""));

  private static CatalogService cone(String name, String around, String match) {
    return new CatalogService(
        name,
        Optional.of(around),
        Optional.empty(),
        Counting.BY_COLUMN,
        Optional.of(match).filter(service -> !service.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        0);
  }

  private static CatalogService filtered(
      String name, String family, Counting counting, Optional<String> match) {
    return new CatalogService(
        name,
        Optional.of(CATALOGS + family + ".Cone"),
        Optional.of(CATALOGS + "Filtered." + family),
        counting,
        match,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        0);
  }

  private static CatalogService whole(String name, String service, Optional<String> key) {
    return new CatalogService(
        name,
        Optional.empty(),
        Optional.empty(),
        Counting.BY_COLUMN,
        Optional.empty(),
        Optional.of(service),
        key,
        Map.of(),
        0);
  }

  private CatalogService with(Map<String, Object> more, int limit) {
    return new CatalogService(name, around, filtered, counting, match, whole, key, more, limit);
  }

  /**
   * The catalogue to match with where it turns out that the archive does not match with this one:
   * that it does is documented of that one alone (API.md, section 1.4). Empty where it is of this.
   */
  Optional<String> instead() {
    return name.equals("gaiadr3") ? Optional.of("gaiadr2") : Optional.empty();
  }

  /** The one of a catalogue, in any case; empty where it is asked in another way. */
  static Optional<CatalogService> of(String catalog) {
    String wanted = catalog.toLowerCase(Locale.ROOT);
    return ALL.stream().filter(service -> service.name().equals(wanted)).findFirst();
  }
}
