package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** Catalogues of stars, from what is typed to the set. */
class CatalogProgramTest extends DemoProgramTest {
  private static final String STARS = "catalog tic target=M101 radius=5arcmin Tmag=..13";

  @Test
  void aMistypedValueIsDoubtedAlsoWhereOnlyTheNumberIsAskedFor() {
    run("catalog tic lumclass=DWRAF Tmag<10 --count")
        .succeeds()
        .prints("0")
        .says("lumclass=DWRAF: did you mean DWARF?");
  }

  @Test
  void withoutAWordTheCataloguesAreListed() {
    run("catalog").succeeds().shows("tic ", "Gaia DR3", "hscmatches", "plato");
    run("catalog tic --fields").succeeds().shows("Tmag", "contamination", "arcsec").says("");
  }

  @Test
  void whatIsSentAndWhatIsJudgedHereIsSaid() {
    run("catalog tic coordinates=\"210.8 54.3\" radius=5m Tmag=..13 Teff!=5000")
        .succeeds()
        .says(
            "radius=5m: 5arcmin",
            "sent: Tmag=..13 position=210.8,54.3 radius=0.083333deg",
            "judged here: Teff!=",
            "catalog rows · TESS input catalogue · Tmag ");
    run("catalog gaiadr3 target=\"M 101\" radius=0.05d parallax>1")
        .succeeds()
        .says("M 101 is at 210.80230", "sent: position=", "judged here: parallax=1..");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "catalog tic target=M101 radius=5arcmin",
        "catalog tic target=M101 radius=5arcmin Tmag<12",
        "catalog tic object=M101 radius=5arcmin Tmag=10..12,14..15 lumclass=dwarf",
        "catalog tic target=M101 radius=5arcmin objType=ST* distance<1arcmin",
        "catalog tic coordinates=\"210.8 54.3\" radius=300arcsec GAIA!=null",
        "catalog tic Teff=3000..3300 lumclass=DWARF",
        "catalog tic ID=@ids.txt",
        "catalog ctl target=M101 radius=15arcmin",
        "catalog gaiadr3 target=M101 radius=3m ruwe<1.05",
        "catalog gaiadr2 target=M101 radius=3m",
        "catalog gaiadr1 target=M101 radius=3m",
        "catalog tgas target=M101 radius=10m",
        "catalog panstarrs target=M101 radius=10m gMeanPSFMag<16 nDetections>=20",
      })
  void theCountIsThatOfTheRows(String line) throws IOException {
    String ids = data("csv", "catalog tic target=M101 radius=1m", "show ID").out();
    Files.writeString(folder.resolve("ids.txt"), ids.substring(ids.indexOf('\n') + 1));
    String count = data("csv", line + " --count").out().strip();
    assertThat(Integer.parseInt(count)).isPositive();
    data("csv", line, "count").prints(count);
  }

  @Test
  void theNearestComeFirstWithTheirDistances() {
    List<String> distances =
        data("csv", "catalog gaiadr3 target=M101 radius=3m", "show distance")
            .out()
            .lines()
            .toList();
    assertThat(distances.subList(1, distances.size()))
        .hasSizeGreaterThan(20)
        .isSortedAccordingTo((one, other) -> Double.compare(number(one), number(other)))
        .allSatisfy(text -> assertThat(number(text)).isBetween(0.0, 180.0));
    run("catalog tic target=M101 radius=3m --limit 4")
        .succeeds()
        .says("4 catalog rows", "the first 4 nearest only (--limit)");
    data("csv", "catalog gaiadr3 target=M101 radius=3m --limit 1", "show distance")
        .prints("distance\n" + distances.get(1));
    run("catalog tic Tmag<12 --limit 3").succeeds().says("the first 3 only (--limit)");
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  @Test
  void columnsAreThoseOfTheCatalogueAndThoseThatAreNamed() {
    assertThat(data("csv", STARS + " --limit 1", "show").out())
        .startsWith(
            "ID,distance,GAIA,objType,ra,dec,Vmag,Jmag,GAIAmag,Tmag,Teff,logg,rad,mass,lumclass,d,contratio,catalog_name");
    assertThat(
            data(
                    "csv",
                    STARS + " --limit 1 --columns Kmag,priority plx>0",
                    "show Kmag priority plx")
                .out())
        .startsWith("Kmag,priority,plx");
    assertThat(
            data("csv", STARS + " --limit 1 --columns all", "show").out().lines().findFirst().get())
        .contains("TWOMASS", "e_Teff", "objID")
        .doesNotContain("dstArcSec");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "catalog gai target=M101|no catalogue is called gai|did you mean gaiadr3?",
        "catalog tic Tmg<10|TESS input catalogue has no column Tmg|did you mean Tmag?",
        "catalog tic|catalog needs at least one criterion|target=\"M 101\" radius=3arcmin",
        "catalog Tmag<10|of which catalogue?|catalog tic",
        "catalog --fields|of which catalogue?|catalog tic",
        "catalog tic gaiadr3 Tmag<10|does not take gaiadr3|the name of one catalogue",
        "catalog gaiadr3 bp_rp<1|gaiadr3 is asked around a position|coordinates=\"210.8 54.3\"",
        "catalog gaiadr3 ra=210.8 dec=54.3 radius=2m|ra and dec are columns|coordinates=\"210.8 54.3\"",
        "catalog hscspectra target=M101|hscspectra is not asked around a position|filter",
        "catalog hscmatches Filter=F275W|hscmatches is asked for values of MatchID|MatchID=",
        "catalog tic distance<10arcsec Tmag<10|a distance needs a position|add target=",
        "catalog tic Teff!=5000|nothing of this can be asked|--all",
        "catalog tic target=M101 radius=3s --columns Tmga|Tmga|did you mean Tmag",
        "catalog tic target=M101 --resolver nobody|no resolver is called nobody|",
        "catalog tic coordinates=\"1 2\" --resolver ned|--resolver is for object=|",
        "catalog tic target=M101 --limit 0|--limit cannot be '0'|",
        "catalog panstarrs target=M101 objID=147030059812483022..147030059812483030|too many digits for a range|objID=A,B",
        "catalog panstarrs target=M101 objID>=9007199254740992|too many digits for a range|objID=147*",
        "catalog plato coordinates=@stars.csv|plato takes one position at a time|catalog plato",
      })
  void whatIsWrongIsExplainedAndNothingIsAsked(String line, String what, String advice)
      throws IOException {
    Files.writeString(folder.resolve("stars.csv"), "ra,dec\n1,2\n3,4\n");
    int before = archive.requests("/api/v0/invoke");
    run(line).exits(ExitCode.USAGE).says(what).says(advice == null ? "" : advice);
    assertThat(archive.requests("/api/v0/invoke")).isEqualTo(before);
  }

  @Test
  void moreRowsThanTheLimitAreNotFetched() {
    run("set row_limit 10", "catalog tic target=M101 radius=5m")
        .exits(ExitCode.FAILED)
        .says("match, more than row_limit (10); nothing was fetched");
    run("set row_limit 10", "catalog tic target=M101 radius=5m --all")
        .succeeds()
        .says("catalog rows");
    run("set row_limit 10", "catalog tic target=M101 radius=5m --limit 20")
        .succeeds()
        .says("the first 20 only (--limit)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "catalog hsc coordinates=\"1 2\" radius=5m --all",
        "catalog hsc coordinates=\"1 2\" radius=5m --all NumImages>1",
        "catalog hsc coordinates=\"1 2\" radius=5m --count",
        "catalog hsc coordinates=\"1 2\" radius=5m --count NumImages>1",
        "catalog galex coordinates=\"1 2\" radius=5m --count",
      })
  void anAnswerThatTheArchiveBreaksOffIsSaid(String line) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      rows.append(i == 0 ? "" : ",")
          .append("{\"MatchID\":%1$d,\"objID\":%1$d,\"MatchRA\":1,\"MatchDec\":2,".formatted(i))
          .append("\"ra\":1,\"dec\":2,\"NumImages\":%d}".formatted(i % 2 + 1));
    }
    String body =
        "{\"status\":\"COMPLETE\",\"msg\":\"\",\"fields\":[],\"data\":["
            + rows
            + "],\"paging\":{\"page\":1,\"pageSize\":50000,\"pagesFiltered\":1,\"rows\":50000,"
            + "\"rowsFiltered\":50000,\"rowsTotal\":50000}}";
    try (FaultyArchive full = FaultyArchive.answering(200, "application/json", body)) {
      AssertableProgram.in(folder)
          .arguments("--server", full.url())
          .command(line)
          .run()
          .succeeds()
          .says("the archive gives no more than 50,000 rows of this catalogue");
    }
  }

  @Test
  void pagesOfManyObjectsAreNotCountedToTheirEnd() throws IOException {
    AtomicInteger page = new AtomicInteger();
    try (FaultyArchive endless =
        FaultyArchive.answeringEach(
            () -> {
              int first = page.incrementAndGet() * 10_000;
              StringBuilder rows = new StringBuilder();
              for (int i = first; i < first + 10_000; i++) {
                rows.append(i == first ? "" : ",").append("[" + i + ",1,2]");
              }
              return "{\"info\":[{\"name\":\"objID\",\"type\":\"long\"},{\"name\":\"raMean\",\"type\":"
                  + "\"double\"},{\"name\":\"decMean\",\"type\":\"double\"}],\"data\":["
                  + rows
                  + "]}";
            })) {
      AssertableProgram.in(folder)
          .arguments("--server", endless.url())
          .command("set row_limit 25000")
          .command("catalog panstarrs coordinates=\"1 2\" radius=5m --limit 3")
          .run()
          .succeeds()
          .says("3 catalog rows", "the first 3 only (--limit)");
      assertThat(page.get()).isEqualTo(4);
      AssertableProgram.in(folder)
          .arguments("--server", endless.url())
          .command("set row_limit 25000")
          .command("catalog panstarrs coordinates=\"1 2\" radius=5m")
          .run()
          .exits(ExitCode.FAILED)
          .says("more than 25,000 catalog rows match, more than row_limit; nothing was fetched");
      assertThat(page.get()).isEqualTo(7);
    }
  }

  @Test
  void aSetOfStarsIsLikeAnyOther() {
    run(
            STARS,
            "facets lumclass",
            "filter facet:1",
            "sort Tmag",
            "pick 1-3",
            "describe",
            "stats Teff",
            "plot sky",
            "sql SELECT lumclass, count(*) AS n FROM _ GROUP BY lumclass",
            "undo",
            "export three.vot",
            "refresh",
            "export script again.mast",
            "import three.vot",
            "plot hist Tmag")
        .succeeds()
        .shows("DWARF")
        .says("3 catalog rows (import three.vot)")
        .reportsNothing();
    program().arguments("again.mast").run().succeeds().says("3 catalog rows");
    assertThat(folder.resolve("three.vot"))
        .content()
        .contains("unit=\"mag\"", "Effective temperature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ecsv", "json", "db", "fits"})
  void aFileOfThemIsReadAsWhatItIs(String format) {
    run(STARS, "export stars." + format, "import stars." + format, "filter Tmag<12", "plot sky")
        .succeeds()
        .says("catalog rows (import stars." + format + ")");
    run("import stars." + format + " --kind \"catalog rows\"").succeeds().says("catalog rows");
    run("import stars." + format + " --kind catalog").succeeds().says("catalog rows");
  }

  @Test
  void itLastsBetweenSessionsAndCanBeUndone() {
    program().arguments("--session", "s").command(STARS).run().succeeds();
    program()
        .arguments("--session", "s")
        .command("show ID Tmag --limit 1")
        .command("catalog gaiadr3 target=M101 radius=1m; undo; count")
        .run()
        .succeeds()
        .says("catalog rows");
  }

  @Test
  void wholeNumbersThatAreNamesHaveNoRanges() throws IOException {
    Files.writeString(
        folder.resolve("ids.csv"), "number,b\n147030059812483022,1\n147030059812483023,2\n");
    run("import ids.csv --kind rows", "filter number>147030059812483022")
        .exits(ExitCode.USAGE)
        .says("too many digits for a range", "number=A,B");
    run("import ids.csv --kind rows", "filter number>9007199254740991").succeeds().says("2 rows");
    run("import ids.csv --kind rows", "filter number=147030059812483023").succeeds().says("1 row");
  }

  @Test
  void whereNothingLiesNoCriterionIsBlamed() {
    run("catalog tic coordinates=\"1 2\" radius=3arcsec")
        .succeeds()
        .says("0 catalog rows", "nothing lies there", "larger radius")
        .doesNotSay("leave a criterion out");
    run("catalog tic coordinates=\"1 2\" radius=3arcsec Tmag<10")
        .succeeds()
        .says("leave a criterion out");
  }

  @Test
  void starsHaveNoProducts() {
    run(STARS, "products")
        .exits(ExitCode.FAILED)
        .says("holds rows of a catalogue, not observations")
        .says("search coordinates=@1 radius=5arcsec");
    run(STARS, "download").exits(ExitCode.FAILED);
    run(STARS, "observations").exits(ExitCode.FAILED);
  }

  @Test
  void callsOfCurlMakeThemNot() {
    run(STARS, "export script x.sh --as curl")
        .exits(ExitCode.FAILED)
        .says("rows with columns of their own");
  }

  @Test
  void anEmptyResultIsAResult() {
    run("catalog tic coordinates=\"10 10\" radius=1s")
        .succeeds()
        .says("0 catalog rows", "nothing lies there");
    run("catalog tic target=M101 radius=1m lumclass=DWRF")
        .succeeds()
        .says("0 catalog rows", "DWARF");
  }
}
