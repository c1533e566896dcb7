package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The catalogues that rows are of, or were found by, are cited. */
class CatalogCitationsTest extends DemoProgramTest {
  private static final String TIC = "catalog tic target=\"M 101\" radius=1arcmin";

  @Test
  void rowsOfACatalogueAreCited() {
    run(TIC, "cite")
        .succeeds()
        .shows(
            "It uses the TESS Input Catalog.",
            "Stassun et al. 2019, The Astronomical Journal, 158, 138, doi:10.3847/1538-3881/ab3467");
    run(TIC, "cite --bibtex").succeeds().shows("@article{Stassun2019,");
  }

  @Test
  void soIsTheCatalogueByWhichTheyWereFound() {
    run(TIC, "crossmatch gaiadr3", "cite")
        .succeeds()
        .shows("the TESS Input Catalog", "It uses Gaia DR3", "Gaia Collaboration et al. 2023");
    run(TIC, "search coordinates=@_ radius=5arcsec mission=HST", "products", "cite")
        .succeeds()
        .shows("the TESS Input Catalog", "Hubble Space Telescope");
  }

  @Test
  void othersAreNotNamed() {
    String out = run(SEARCH, "cite").succeeds().out();
    assertThat(out).doesNotContain("It uses");
  }
}
