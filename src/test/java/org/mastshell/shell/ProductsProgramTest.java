package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mastshell.command.ExitCode;

class ProductsProgramTest extends DemoProgramTest {

  @Test
  void sumsUpTypesLevelsAndGuideStars() {
    run(SEARCH, "products", "count")
        .succeeds()
        .says("4,908 products of 12 observations", "12 of unknown size", "#2")
        .says("SCIENCE 1,308", "PREVIEW 1,296", "AUXILIARY 770", "guide-star files among them 544")
        .says("level 1 914 · level 2 3,910 · level 3 84")
        .doesNotSay("projects:")
        .prints("4908");
  }

  @Test
  void tellsProjectsApartWhereThereAreSeveral() {
    run("search mission=HST", "products")
        .succeeds()
        .says("projects: ", "HAP-MVM 70", "HAP-SVM 70", "filter project=");
  }

  @Test
  void criteriaAreJudgedAsTheRowsArriveAndCounted() {
    run(SEARCH, "products suffix=uncal,asn detector=nrcblong obsnum=6", "count")
        .succeeds()
        .says("27 products of 12 observations", "left out: 4,827 other files, 54 previews")
        .prints("27");
  }

  @Test
  void criteriaGiveTheSameAsFilterDoes() {
    AssertableProgram.Ended streamed =
        data("csv", SEARCH, "products suffix=cal,rate visit=1", "show dataURI parent_obsid");
    data("csv", SEARCH, "products", "filter suffix=cal,rate visit=1", "show dataURI parent_obsid")
        .prints(streamed.out().replace("\r\n", "\n").strip());
  }

  @Test
  void aListThatGrowsTooLongIsRefusedBeforeAllOfItHasCome() {
    int before = archive.requests("/api/v0/invoke");
    run("set product_limit 2000; set batch_size 4", "search mission=JWST", "products")
        .exits(ExitCode.FAILED)
        .reportsOneError()
        .says(
            "the products of 334 observations would be about",
            " rows, ",
            "MB of memory",
            "more than product_limit (2,000)",
            "products suffix=uncal",
            "set product_limit ");
    assertThat(archive.requests("/api/v0/invoke") - before).as("of 86").isLessThan(50);
    run("set product_limit 100", SEARCH, "products 1", "count")
        .exits(ExitCode.FAILED)
        .says(
            "the products of 1 observation would be 295 rows",
            "set product_limit 295 takes them; lists that came are kept for that");
    run("set product_limit 295", SEARCH, "products 1", "count").succeeds().prints("295");
    run("set product_limit 100", SEARCH, "products 1 --refresh")
        .exits(ExitCode.FAILED)
        .says("set product_limit 295 takes them")
        .doesNotSay("are kept");
    run("set product_limit 100; set products_age 0", SEARCH, "products 1")
        .exits(ExitCode.FAILED)
        .doesNotSay("are kept");
    run("set product_limit 100", SEARCH, "products 1-2 suffix=i2d", "count").prints("18");
  }

  @Test
  void aListBelowTheLimitIsMadeInWhateverOrderItsSetIs() {
    // The first have many times as many products as the others.
    String order = "search mission=JWST; sort t_min";
    run("set batch_size 4; set product_limit 30000", order, "products", "count")
        .succeeds()
        .prints("27578");
    int before = archive.requests("/api/v0/invoke");
    type("set batch_size 4; set product_limit 60000", order, "products --refresh", "count")
        .succeeds()
        .doesNotSay("List them all?")
        .prints("27578");
    assertThat(archive.requests("/api/v0/invoke") - before).as("a sample and all").isLessThan(100);
  }

  @Test
  void whatAPersonIsAskedIsReckonedFromAllOverTheSetAndAllIsAskedOnce() {
    for (String order : List.of("sort t_min", "sort level", "sort -t_min")) {
      int before = archive.requests("/api/v0/invoke");
      AssertableProgram.Ended ended =
          type(
                  "set batch_size 4; set product_limit 20000",
                  "search mission=JWST; " + order,
                  "products --refresh",
                  "y",
                  "count")
              .succeeds()
              .prints("27578");
      assertThat(archive.requests("/api/v0/invoke") - before).as(order).isLessThan(100);
      Matcher about = Pattern.compile("would be about ([0-9,]+) rows").matcher(ended.err());
      assertThat(about.find()).as(ended.err()).isTrue();
      assertThat(Long.parseLong(about.group(1).replace(",", "")))
          .as(order)
          .isBetween(15_000L, 45_000L);
    }
  }

  @Test
  void aPersonIsAskedWhetherAListMayGrowLong() {
    type("set product_limit 2000", "search program=1073", "products", "y", "count")
        .succeeds()
        .says("The products of 224 observations would be about", "List them all? [y/N]", "#2");
    type("set product_limit 2000", "search program=1073", "products", "n", "count")
        .succeeds()
        .says("more than product_limit (2,000)")
        .prints("224");
  }

  @Test
  void takesRowsOfTheObservations() {
    run(SEARCH, "products 1-2 suffix=i2d", "count")
        .succeeds()
        .says("18 products of 2 observations")
        .prints("18");
    run(SEARCH, "products last suffix=i2d", "values obsnum --here")
        .succeeds()
        .says("of 1 observation ");
    run(SEARCH, "products 99").exits(ExitCode.USAGE).says("there are only 12 rows", "^^");
  }

  @Test
  void startsAgainFromTheObservationsOnASetOfProducts() {
    run(SEARCH, "products suffix=uncal", "filter visit=1", "products", "count")
        .succeeds()
        .prints("4908");
  }

  @Test
  void passesOverPlannedObservationsUnlessTold() {
    run("search rights=exclusive", "products", "count", "products --include planned")
        .succeeds()
        .says("passed over: 3 planned, without data (--include planned)")
        .says("of 8 observations", "of 11 observations");
  }

  @Test
  void passesOverFullFrameSetsUnlessTold() {
    run("search mission=TESS", "products", "count", "products --include ffi,planned", "count")
        .succeeds()
        .says("passed over: 8 full-frame image sets (--include ffi)", "of 58 observations")
        .prints("150\n470");
    run("search mission=TESS", "products --include all")
        .exits(ExitCode.USAGE)
        .says("--include cannot be 'all'", "planned, ffi or planned,ffi");
  }

  @Test
  void anEmptySetGivesAnEmptySetWithANote() {
    run("search target=nosuch", "products", "count")
        .succeeds()
        .says("0 products of 0 observations", "no observations to ask for")
        .prints("0");
  }

  @Test
  void onlyPlannedObservationsGiveAnEmptySetWithANote() {
    run("search level=-1", "products", "count", "unique", "filter suffix=uncal", "download")
        .succeeds()
        .says("passed over: 3 planned", "0 products of 0 observations", "0 files fetched")
        .shows("0\n");
  }

  @Test
  void withoutASetThereIsNothingToList() {
    run("products").exits(ExitCode.FAILED).reportsOneError().says("search first");
    run("products suffx=uncal")
        .exits(ExitCode.USAGE)
        .says("no field is called suffx", "did you mean suffix?");
  }

  @Test
  void anObservationWithoutAnswerIsAnErrorUnlessPartialWillDo() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.refusingProductsOf(archive.url(), "87600515")) {
      AssertableProgram.in(folder)
          .arguments("--server", faulty.url(), "--on-error", "continue")
          .typed(
              "set retries 0",
              SEARCH,
              "products suffix=uncal",
              "count",
              "products suffix=uncal --partial",
              "count")
          .run()
          .exits(ExitCode.ARCHIVE)
          .reportsOneError()
          .says("the archive did not answer for 1 of 12 observations", "products --partial")
          .says("no answer for 1 observation,", "of 11 observations")
          .prints("12\n202");
    }
  }
}
