package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** Pages that {@code report} writes, as files; how a browser shows them is seen elsewhere. */
class ReportProgramTest extends DemoProgramTest {

  private String page() throws IOException {
    return Files.readString(folder.resolve("page.html"));
  }

  @Test
  void aSetOfObservationsBecomesAPage() throws IOException {
    run(SEARCH, "filter exptime>100", "report page.html")
        .succeeds()
        .says(
            "saved: " + folder.resolve("page.html"),
            "12 observations, 11 columns, ",
            "kB",
            "of the archive are here: report FILE.html --columns all")
        .prints("");
    assertThat(page())
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains(
            "<title>12 observations from the MAST archive</title>",
            "<code>search mission=JWST program=1073 instrument=NIRCAM filters=F277W</code>",
            "<code>filter exptime&gt;100</code>",
            "12 observations · JWST · NIRCAM/IMAGE",
            "<th scope=\"row\">PUBLIC</th>",
            "12 observations around 05h21m57s",
            "Portal.html?searchQuery=",
            "rel=\"noopener noreferrer\"",
            "Acknowledgements for 12 observations",
            "page written</dt><dd>2026-11-22 12:00 UTC")
        .containsPattern(">[\\d-]+ [\\d:]+<span class=\"x\"> exactly 597[\\d.]+</span></td>")
        .containsPattern("data-v=\"597\\d\\d\\.\\d+\" title=\"2022-[^\"]+ \\(MJD 597[\\d.]+\\)\"")
        .doesNotContain("{{");
  }

  @Test
  void itsPolicyAllowsNothingFromElsewhere() throws IOException {
    run(SEARCH, "report page.html").succeeds();
    assertThat(page())
        .containsPattern(
            "content=\"default-src &#39;none&#39;; style-src &#39;sha256-[A-Za-z0-9+/=]{44}&#39;;"
                + " script-src &#39;sha256-[A-Za-z0-9+/=]{44}&#39;; img-src data:;"
                + " base-uri &#39;none&#39;; form-action &#39;none&#39;\"")
        .doesNotContain("<link", "@import", "url(http", "src=\"http", " style=", "fetch(");
  }

  @Test
  void productsHaveSizesRightsAndTheirObservationsPlaces() throws IOException {
    run(SEARCH, "products 1", "report page.html name size rights --sort -size --title Files")
        .succeeds()
        .says("3 columns", "sorted by -size");
    assertThat(page())
        .contains(
            "<h1>Files</h1>",
            "<th scope=\"col\" class=\"n\">size</th>",
            "1 observation around",
            "<code>products 1</code>",
            ">data</a>")
        .containsPattern("data-v=\"\\d+\" title=\"[\\d.]+ [kMG]B \\([\\d,]+ bytes\\)\"");
  }

  @Test
  void whatIsLeftOutIsSaidInThePage() throws IOException {
    run(SEARCH, "report page.html --limit 3 --columns all")
        .succeeds()
        .says("3 of 12 observations", "3 of 12 rows are here: report FILE.html --limit 12")
        .doesNotSay("columns of the archive");
    assertThat(page())
        .contains(
            "3 of 12 rows are here: report FILE.html --limit 12",
            "<caption>3 of 12 observations</caption>");
    run(SEARCH, "report page.html 2,5 --force").says("of set 1: rows 2,5");
    assertThat(page()).contains("<td class=\"n\">5</td>").doesNotContain("<td class=\"n\">4</td>");
    run(SEARCH, "report page.html --where exptime>10min --sort -exptime --force")
        .says("of set 1: exptime>10min, sorted by -exptime")
        .says(" of 12 observations, 11 columns");
  }

  @Test
  void whatIsToldIsToldOfTheRowsOnThePage() throws IOException {
    run("search program=1073", "sort filters", "report page.html 1-5")
        .succeeds()
        .says("5 of 224 observations", "5 of 224 rows of set 2: rows 1-5");
    assertThat(page())
        .contains(
            "<title>5 of 224 observations from the MAST archive</title>",
            "<li>5 observations · JWST",
            "Acknowledgements for 5 observations",
            "5 of 224 rows of set 2: rows 1-5",
            "<caption>5 of 224 observations</caption>")
        .containsPattern("<th scope=\"row\">PUBLIC</th><td[^>]*>5</td>");
    String sizes =
        data("csv", SEARCH, "products 1", "sort name", "pick 1-2", "show size")
            .out()
            .lines()
            .skip(1)
            .toList()
            .toString();
    run(SEARCH, "products 1", "sort name", "name mine", "report page.html 1-2 --force").succeeds();
    assertThat(page())
        .as(sizes)
        .containsPattern("<title>mine: 2 of \\d+ products from the MAST archive</title>")
        .containsPattern("<li>2 products · ");
    String both = page();
    run(SEARCH, "products 1", "sort name", "pick 1-2", "report page.html --force").succeeds();
    assertThat(summary(both)).isEqualTo(summary(page()));
  }

  // What the page says of the set in words, and of rights.
  private static List<String> summary(String page) {
    return page.lines()
        .filter(line -> line.contains("<li>") || line.contains("scope=\"row\">PUBLIC"))
        .filter(line -> !line.contains("rows of set") && !line.contains("<code>"))
        .toList();
  }

  @Test
  void moreThanTenThousandRowsAreLeftOutUnlessAskedFor() throws IOException {
    Files.writeString(
        folder.resolve("many.csv"),
        IntStream.rangeClosed(1, 10_001)
            .mapToObj(n -> "mast:X/" + n + ",f" + n)
            .collect(Collectors.joining("\n", "dataURI,productFilename\n", "\n")));
    run("import many.csv", "report page.html")
        .succeeds()
        .says("10,000 of 10,001 rows are here: report FILE.html --limit 10001");
    assertThat(page()).contains(">f10000<").doesNotContain(">f10001<");
    run("import many.csv", "report page.html --limit 10001 --force").succeeds();
    assertThat(page()).contains(">f10001<");
  }

  @Test
  void aSetWithoutRowsOrPlacesIsAPageToo() throws IOException {
    run("search target=nosuch", "report page.html").succeeds().says("0 observations");
    assertThat(page()).contains("There is nothing to draw.", "0 observations");
    Files.writeString(folder.resolve("names.csv"), "dataURI,productFilename\nmast:X/one,one\n");
    run("import names.csv", "report page.html --force").succeeds();
    assertThat(page()).contains("products have no place of their own", "mast:X/one</th>");
  }

  @Test
  void nothingIsReplacedWithoutForce() throws IOException {
    Files.writeString(folder.resolve("page.html"), "mine");
    run(SEARCH, "report page.html --thumbnails")
        .exits(ExitCode.FAILED)
        .reportsOneError()
        .says("is there already", "--force");
    assertThat(page()).isEqualTo("mine");
    run(SEARCH, "report page.html --force").succeeds();
    assertThat(page()).startsWith("<!DOCTYPE html>");
    run(SEARCH, "report nowhere/page.html").exits(ExitCode.FAILED).says("cannot be written");
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void thumbnailsAreSmallAndStandInThePage() throws IOException {
    run(SEARCH, "report page.html 1-2 --thumbnails").succeeds();
    assertThat(page())
        .containsPattern("<img alt=\"Preview of jw01073[^\"]+\" src=\"data:image/jpeg;");
    assertThat(Files.size(folder.resolve("page.html"))).isLessThan(200_000);
    try (FaultyArchive missing = FaultyArchive.failingFor(archive.url(), "Download/file", 404)) {
      AssertableProgram.in(folder)
          .arguments("--server", missing.url())
          .command(SEARCH)
          .command("report without.html --thumbnails")
          .run()
          .exits(ExitCode.FAILED)
          .says("saved: ", "no preview of 12 rows: ");
    }
    assertThat(Files.readString(folder.resolve("without.html")))
        .contains("no preview of 12 rows: ")
        .doesNotContain("<img");
  }

  @Test
  void itHoldsNoToken() throws IOException {
    program()
        .environment("MAST_API_TOKEN", "0123456789abcdef0123456789abcdef")
        .command("search program=1073 title=0123456789abcdef0123456789abcdef,*")
        .command("report page.html")
        .run()
        .succeeds();
    assertThat(page()).doesNotContain("0123456789abcdef").contains("left out");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void thePageIsShownWhenAsked() throws IOException {
    Path seen = folder.resolve("seen");
    Path browser =
        Files.writeString(folder.resolve("browser"), "#!/bin/sh\necho \"$1\" >'" + seen + "'\n");
    Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
    program()
        .environment("BROWSER", browser.toString())
        .command(SEARCH)
        .command("report page.html --open")
        .run()
        .succeeds()
        .says("saved: ", "opened in the browser");
    assertThat(seen).content().startsWith("file:///").endsWith("/page.html\n");
    program()
        .environment("BROWSER", folder.resolve("nowhere").toString())
        .environment("PATH", "")
        .command(SEARCH)
        .command("report page.html --open --force")
        .run()
        .exits(ExitCode.FAILED)
        .says("saved: ", "cannot be started", "open this yourself: file:///");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report",
        "report -",
        "report page",
        "report page.pdf",
        "report page.html nosuchcolumn",
        "report page.html 13",
        "report page.html --limit 0",
        "report page.html --sort nosuch",
        "report page.html --nosuch",
      })
  void badInputIsOneErrorAndNoFile(String wrong) throws IOException {
    type(SEARCH, wrong, "count").reportsOneError().says("^").prints("12");
    run(SEARCH, wrong).exits(ExitCode.USAGE);
    assertThat(folder.resolve("page.html")).doesNotExist();
    run("report page.html").exits(ExitCode.FAILED).says("search first");
  }
}
