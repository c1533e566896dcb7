package org.mastshell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StandardDataTest {
  private static final Archive ARCHIVE = new Archive(0);
  private static final FileContents FILES = new FileContents();

  private final Map<Long, Observation> all =
      ARCHIVE.listed().stream().collect(Collectors.toMap(Observation::obsid, row -> row));

  @Test
  void holdsAboutSixHundredObservationsOfManyMissions() {
    assertThat(ARCHIVE.listed()).hasSizeBetween(560, 640);
    assertThat(ARCHIVE.distinct("obs_collection"))
        .contains("JWST", "HST", "TESS", "Kepler", "K2", "GALEX", "IUE", "HLSP", "PS1", "SWIFT");
    assertThat(ARCHIVE.distinct("instrument_name"))
        .contains("NIRCAM/IMAGE", "MIRI/IFU", "NIRSPEC/MSA", "NIRISS/SOSS", "FGS/FGS1", "WFC3/IR");
    assertThat(ARCHIVE.distinct("calib_level")).containsExactly("-1", "1", "2", "3", "4");
    assertThat(all).as("numbers are unique").hasSameSizeAs(ARCHIVE.listed());
    assertThat(ARCHIVE.counts("obs_id").values()).filteredOn(count -> count > 2).isEmpty();
  }

  @Test
  void isTheSameEachTime() {
    Archive again = new Archive(0);
    for (int index = 0; index < again.listed().size(); index++) {
      for (Column column : Columns.OBSERVATIONS.list()) {
        assertThat(again.listed().get(index).value(column.name()))
            .isEqualTo(ARCHIVE.listed().get(index).value(column.name()));
      }
    }
  }

  @Test
  void givesTheTutorialTwelveSetsThatShareMostOfTheirFiles() {
    List<Observation> sets =
        ARCHIVE.listed().stream()
            .filter(row -> "1073".equals(row.value("proposal_id")))
            .filter(row -> "F277W".equals(row.value("filters")))
            .toList();
    assertThat(sets).hasSize(12);
    assertThat(sets).allMatch(set -> set.value("calib_level").equals(3));
    List<Product> rows = sets.stream().flatMap(set -> set.products().stream()).toList();
    Set<String> uris = rows.stream().map(Product::uri).collect(Collectors.toSet());
    assertThat(rows.size()).isGreaterThan(2 * uris.size());
    assertThat(uris).hasSizeGreaterThan(1000);
    assertThat(uris).filteredOn(uri -> uri.contains("_gs-")).hasSizeBetween(100, 200);
    assertThat(rows.stream().filter(row -> row.fileName().endsWith("_uncal.fits")))
        .filteredOn(row -> !row.fileName().contains("_gs-"))
        .allMatch(row -> row.fileName().contains("long_"));
  }

  @Test
  void namesTheExposuresOfTheProgramAsItHasThem() {
    Set<String> raw =
        ARCHIVE.listed().stream()
            .filter(row -> "1073".equals(row.value("proposal_id")))
            .flatMap(row -> row.products().stream())
            .map(Product::fileName)
            .filter(
                name -> name.matches("jw01073\\d{6}_\\d{5}_\\d{5}_nrc[ab](\\d|long)_uncal.fits"))
            .collect(Collectors.toSet());
    assertThat(raw).hasSize(450);
    assertThat(raw)
        .contains(
            "jw01073001003_02101_00002_nrcb4_uncal.fits",
            "jw01073006001_02101_00009_nrcalong_uncal.fits",
            "jw01073007001_02103_00008_nrca1_uncal.fits");
  }

  @Test
  void takesLongWavesOnLongWaveDetectorsOnly() {
    Set<Observation> owners = new HashSet<>();
    ARCHIVE.listed().stream()
        .filter(row -> "JWST".equals(row.value("obs_collection")))
        .forEach(row -> row.products().forEach(product -> owners.add(product.owner())));
    for (Observation owner : owners) {
      if (owner.obsId().matches(".*_nrc[ab](\\d|long)")) {
        boolean longWave = owner.number("em_min") >= 2400;
        assertThat(owner.obsId().endsWith("long")).as(owner.obsId()).isEqualTo(longWave);
      }
    }
  }

  @Test
  void servesEveryFileThatAnObservationNames() {
    for (Observation row : ARCHIVE.listed()) {
      String data = row.text("dataURL");
      if (data != null && data.startsWith("mast:")) {
        assertThat(ARCHIVE.byUri(data)).as(data).isNotNull();
      }
      if (row.text("jpegURL") != null && row.text("jpegURL").startsWith("mast:")) {
        assertThat(ARCHIVE.byUri(row.text("jpegURL"))).as(row.text("jpegURL")).isNotNull();
      }
    }
  }

  @Test
  void keepsPlannedObservationsWithoutDatesAndFiles() {
    List<Observation> planned =
        ARCHIVE.listed().stream().filter(row -> row.value("calib_level").equals(-1)).toList();
    assertThat(planned).hasSize(3);
    for (Observation row : planned) {
      assertThat(row.products()).isEmpty();
      assertThat(row.value("t_min")).isNull();
      assertThat(row.value("dataURL")).isNull();
    }
  }

  @Test
  void marksExclusiveFilesAndTheirReleaseInTheFuture() {
    List<Observation> exclusive =
        ARCHIVE.listed().stream().filter(Observation::isExclusive).toList();
    assertThat(exclusive).hasSizeGreaterThan(5);
    for (Observation row : exclusive) {
      assertThat(row.text("proposal_pi")).isEqualTo("Ducrot, Elsa");
      assertThat(row.products()).allMatch(product -> product.owner().isExclusive());
    }
    assertThat(exclusive).anyMatch(row -> row.number("t_obs_release") == Proposal.FAR_FUTURE);
  }

  @Test
  void givesTheSameFileTheSameBytesUnderEachObservation() {
    Map<String, String> seen = new HashMap<>();
    for (Observation row : ARCHIVE.listed()) {
      for (Product product : row.products()) {
        String facts = product.fileName() + " " + product.kind() + " " + FILES.size(product);
        assertThat(seen.merge(product.uri(), facts, (first, second) -> first)).isEqualTo(facts);
      }
    }
    assertThat(seen).hasSizeGreaterThan(9000);
  }

  @Test
  void holdsHubbleExposuresUnderSeveralProjects() {
    Observation visit =
        ARCHIVE.listed().stream()
            .filter(row -> row.obsId().equals("hst_16123_01_wfc3_uvis_f814w"))
            .findFirst()
            .orElseThrow();
    Map<Object, Long> projects =
        visit.products().stream()
            .map(product -> new ProductRow(product, visit.obsid(), FILES))
            .collect(Collectors.groupingBy(row -> row.value("project"), Collectors.counting()));
    assertThat(projects).containsOnlyKeys("HAP-SVM", "CALWFC3");
    assertThat(projects.get("CALWFC3")).isEqualTo(5);
    assertThat(projects.get("HAP-SVM")).isEqualTo(7);
    assertThat(ARCHIVE.distinct("project")).contains("HST", "HAP-SVM", "HAP-MVM");
  }

  @Test
  void hasOddSizesInSomeLists() {
    Set<Product.ListedSize> sizes = new HashSet<>();
    ARCHIVE
        .listed()
        .forEach(row -> row.products().forEach(product -> sizes.add(product.listedSize())));
    assertThat(sizes).containsExactlyInAnyOrder(Product.ListedSize.values());
  }

  @Test
  void hasFootprintsOfEveryForm() {
    List<String> regions =
        ARCHIVE.listed().stream().map(row -> row.text("s_region")).distinct().toList();
    for (String form :
        List.of(
            "POLYGON ICRS \\d.*",
            "POLYGON GSC1  \\d.*",
            "POLYGON J2000 \\d.*",
            "POLYGON -\\d.*",
            "POLYGON \\d.*",
            "POLYGON .* POLYGON .*",
            "CIRCLE ICRS .*",
            "CIRCLE J2000 .*",
            "CIRCLE OTHER .*",
            "POSITION .*",
            "Error")) {
      assertThat(regions).as(form).anyMatch(region -> region != null && region.matches(form));
    }
    assertThat(regions).contains((String) null);
  }

  @Test
  void coversTheCentreWithEachFootprintThatHasAnArea() {
    for (Observation row : ARCHIVE.listed()) {
      String region = row.text("s_region");
      if (region != null && region.matches("(POLYGON|CIRCLE).*") && !region.contains(" POLYGON")) {
        assertThat(row.footprint().distance(row.position())).as(row.obsId()).isZero();
      }
    }
  }
}
