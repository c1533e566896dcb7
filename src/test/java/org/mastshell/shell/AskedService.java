package org.mastshell.shell;

import java.util.Arrays;
import java.util.List;
import org.mastshell.shell.SpoilingArchive.Asked;

/** A service of the archive, and a line that asks it. */
public enum AskedService {
  COUNT(
      Without.IT_FAILS,
      "search program=1073 filters=F277W,F090W --count",
      "Mast.Caom.Filtered\"",
      "COUNT_BIG"),
  ROWS(Without.IT_FAILS, "search program=1073 filters=F090W", "Mast.Caom.Filtered\"") {
    @Override
    boolean isAskedBy(Asked request) {
      return super.isAskedBy(request) && !request.holds("COUNT_BIG");
    }
  },
  POSITION(
      Without.IT_FAILS,
      "search coordinates=\"210.8023 54.349\" radius=10arcmin level=1..3",
      "Mast.Caom.Filtered.Position"),
  CONE(
      Without.IT_FAILS, "search coordinates=\"210.8023 54.349\" radius=10arcmin", "Mast.Caom.Cone"),
  CROSSMATCH(
      Without.IT_FAILS, "search coordinates=@targets.csv radius=10arcmin", "Mast.Caom.Crossmatch"),
  PRODUCTS(Without.IT_FAILS, "products 1-3 --refresh", "Mast.Caom.Products"),
  LOOKUP(Without.IT_FAILS, "resolve \"M 101\"", "Mast.Name.Lookup"),
  RESOLVER(
      Without.THERE_IS_ANOTHER_WAY, "search object=@names.txt radius=10arcmin", "/Santa-war/query"),
  FACETS(Without.IT_FAILS, "vocabulary refresh", "Mast.Caom.All"),
  COLUMNS(Without.THERE_IS_ANOTHER_WAY, "vocabulary refresh", "columnsconfig"),
  ACCOUNT(Without.IT_FAILS, "whoami", "/whoami"),
  BUCKET(
      Without.THERE_IS_ANOTHER_WAY,
      "products 1 --refresh; set source cloud; download 1-5 --dry-run; undo; set source archive",
      "/path_lookup"),
  SCRIPT(Without.IT_FAILS, "products 1 --refresh; download 1-5 --curl", "bundle.sh"),
  DATASET_COUNT(
      Without.IT_FAILS, "datasets jwst program=1073 filter=F277W", "/search/jwst", "count_only"),
  DATASETS(Without.IT_FAILS, "datasets jwst program=1073 effexptm>=600 --all", "/search/jwst"),
  DATASET_FILES(
      Without.IT_FAILS,
      "datasets jwst program=1073 effexptm>=600 --all; products",
      "post_list_products"),
  DATASET_COLUMNS(Without.THERE_IS_ANOTHER_WAY, "datasets jwst --fields", "column_list"),
  KEYWORD_COUNT(
      Without.IT_FAILS, "keywords nircam program=1073 level=3", "Mast.Jwst.Filtered", "COUNT_BIG"),
  KEYWORDS(Without.IT_FAILS, "keywords nircam program=1073 level=3 --all", "Mast.Jwst.Filtered"),
  CUTOUTS(
      Without.IT_FAILS,
      "cutout tess coordinates=\"210.8 54.3\" sector=14 --to cut",
      "/tesscut/api/v0.1/astrocut"),
  SECTORS(
      Without.IT_FAILS,
      "cutout tess coordinates=\"210.8 54.3\" --sectors",
      "/tesscut/api/v0.1/sector"),
  SURVEYS(
      Without.IT_FAILS,
      "cutout zcut coordinates=\"189.49206 62.20615\" --surveys",
      "/zcut/api/v0.1/survey"),
  CATALOG_COUNT(
      Without.IT_FAILS,
      "catalog tic coordinates=\"210.8023 54.349\" radius=5arcmin Tmag<12",
      "Mast.Catalogs.Filtered.Tic.Position",
      "COUNT_BIG"),
  CATALOG_ROWS(
      Without.IT_FAILS,
      "catalog tic coordinates=\"210.8023 54.349\" radius=5arcmin Tmag<12 --all",
      "Mast.Catalogs.Filtered.Tic.Position.Rows"),
  CATALOG_CONE(
      Without.IT_FAILS,
      "catalog gaiadr3 coordinates=\"210.8023 54.349\" radius=5arcmin --all",
      "Mast.Catalogs.GaiaDR3.Cone"),
  CATALOG_PANSTARRS(
      Without.IT_FAILS,
      "catalog panstarrs coordinates=\"210.8023 54.349\" radius=5arcmin --all",
      "/panstarrs/dr2/mean.json"),
  CATALOG_MATCH(
      Without.IT_FAILS, "crossmatch tic @targets.csv radius=1arcmin", "Mast.Tic.Crossmatch"),
  PREVIEW(Without.IT_FAILS, "preview 1 --output got.png --force", "Download/file");

  /** What becomes of the line if the service gives no answer. */
  enum Without {
    IT_FAILS,
    THERE_IS_ANOTHER_WAY
  }

  private final Without without;
  private final String line;
  private final List<String> words;

  AskedService(Without without, String line, String... words) {
    this.without = without;
    this.line = line;
    this.words = Arrays.asList(words);
  }

  /** What a person types. */
  public String line() {
    return line;
  }

  /** Whether the line can be answered without this service. */
  boolean isOptional() {
    return without == Without.THERE_IS_ANOTHER_WAY;
  }

  /** Files are wanted as they are; all else may be packed on the way. */
  boolean takesPacked() {
    return this != PREVIEW && this != CUTOUTS;
  }

  boolean isAskedBy(Asked request) {
    return words.stream().allMatch(request::holds);
  }
}
