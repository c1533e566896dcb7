package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mastshell.command.ExitCode;

/** How the data of a set are acknowledged. */
class CiteProgramTest extends DemoProgramTest {

  @Test
  void itNamesTheArchiveTheMissionAndThePrograms() {
    run("search mission=JWST program=1073,2736", "cite")
        .succeeds()
        .shows(
            "Mikulski Archive for Space Telescopes",
            "NAS5-26555",
            "James Webb Space Telescope. Instruments: ",
            "JWST programs:",
            "    1073 (PI Linden, Mara)\n    2736 (PI ",
            "Gardner et al. 2023",
            "doi:10.1088/1538-3873/acd1b5",
            "https://archive.stsci.edu/publishing/data-attributions");
  }

  @Test
  void productsCountByTheirObservations() {
    String observations = data("table", SEARCH, "cite").out();
    String products = data("table", SEARCH, "products suffix=uncal", "unique", "cite").out();
    assertThat(products).contains("Acknowledgements for 62 products");
    assertThat(products.lines().skip(1)).isEqualTo(observations.lines().skip(1).toList());
  }

  @Test
  void aUnionOfProductsKeepsItsPeopleAndInstruments() {
    String first = "search mission=JWST program=1073 filters=F277W";
    String second = "search mission=JWST program=2736";
    run(
            first,
            "products suffix=uncal",
            "name one",
            second,
            "products suffix=uncal",
            "union one _",
            "cite")
        .succeeds()
        .shows("Instruments: NIRCAM, ", "1073 (PI Linden, Mara)", "2736 (PI ");
  }

  @Test
  void ofProductsWhoseObservationsWereDroppedItKnowsThemStill() {
    run(SEARCH, "products suffix=uncal", "drop 1", "cite")
        .succeeds()
        .shows("Instruments: NIRCAM", "1073 (PI Linden, Mara)");
  }

  @Test
  @Timeout(20)
  void manyProductsFromElsewhereAreNoWorkOfMinutes() throws IOException {
    Files.writeString(
        folder.resolve("many.txt"),
        IntStream.range(0, 300_000)
            .mapToObj(n -> "mast:X/f" + n)
            .collect(Collectors.joining("\n", "", "\n")));
    run("import many.txt", "cite")
        .succeeds()
        .shows("Acknowledgements for 300,000 products", "It includes data of the mission X.");
  }

  @Test
  void targetsOfSeveralProgramsCountForEach() {
    String text = data("table", "search mission=TESS program=*_*", "cite").out();
    assertThat(text).contains("TESS programs:").doesNotContainPattern("G\\d+_G\\d+");
  }

  @Test
  void whatIsNotKnownIsSaid() {
    run("search object=\"eta Car\" radius=0.1deg mission=HST,IUE,FUSE", "cite")
        .succeeds()
        .shows(
            "Hubble Space Telescope",
            "no reference bundled for HST: see https://",
            "no reference bundled for IUE",
            "no reference bundled for FUSE");
  }

  @Test
  void contributedCollectionsHaveTheirPages() {
    run("search mission=HLSP,TESS target=\"TIC 25155310\"", "cite")
        .succeeds()
        .shows("https://archive.stsci.edu/hlsp/", "Ricker et al. 2015");
  }

  @Test
  void withoutReferencesThereIsNoHeadingForThem() {
    assertThat(run("sql VALUES (1)", "cite").succeeds().out()).doesNotContain("References");
  }

  @Test
  void bibtexIsAFileByItself() {
    String text =
        data("table", "search mission=JWST,TESS,GALEX,IUE level=2..3 --limit 3000", "cite --bibtex")
            .out();
    assertThat(text)
        .contains("@article{Gardner2023,\n  author = {Gardner, Jonathan P. and ", "doi = {10.")
        .contains("% no reference bundled for IUE", "% a DOI for exactly these data");
    long open = text.chars().filter(c -> c == '{').count();
    assertThat(text.chars().filter(c -> c == '}').count()).isEqualTo(open);
    assertThat(text.lines())
        .allMatch(line -> line.isEmpty() || line.matches("@\\w+\\{\\w+,|  \\w+ = \\{.*},|}|%.*"));
  }

  @Test
  void withoutASetThereIsNothingToCite() {
    run("cite").exits(ExitCode.FAILED).says("there is no set yet");
    run("search program=1073 filters=F277W exptime>1000000s", "cite")
        .succeeds()
        .shows("Acknowledgements for 0 observations");
  }
}
