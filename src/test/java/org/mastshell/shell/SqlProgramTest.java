package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;

/** Questions in SQL about sets. */
class SqlProgramTest extends DemoProgramTest {
  private static final String BY_FILTER =
      "sql SELECT filters, count(*) n, sum(t_exptime) FROM obs GROUP BY 1 ORDER BY n DESC";

  @Test
  void groupsAndTheAnswerIsASetLikeAnyOther() {
    run("search program=1073", BY_FILTER, "show --limit 2")
        .succeeds()
        .says("14 rows (sql SELECT filters", "#2")
        .shows("F150W", "73");
    String csv =
        data("csv", "search program=1073", BY_FILTER, "filter n>60", "sort n", "show").out();
    assertThat(csv.lines().toList()).hasSize(4).first().isEqualTo("filters,n,sum_t_exptime");
    assertThat(csv).containsSubsequence("F210M,64,", "F200W,65,", "F150W,73,");
  }

  @Test
  void rowsAreDescribedCountedAndDrawn() {
    run("search program=1073", BY_FILTER, "describe", "facets n", "stats n", "group filters")
        .succeeds()
        .shows("F150W", "73");
    run("search program=1073", BY_FILTER, "plot hist n", "facets", "stats", "count", "show 1")
        .succeeds();
    run("search program=1073", BY_FILTER, "pick 1-2", "unique", "name few", "undo", "results")
        .succeeds();
  }

  @Test
  void filesStayFiles() {
    run(
            SEARCH,
            "products",
            "sql SELECT * FROM products WHERE suffix = 'uncal' AND size IS NOT NULL",
            "filter suffix=uncal",
            "download --dry-run")
        .succeeds()
        .says("products (sql SELECT");
    String csv =
        data("csv", SEARCH, "products", "sql SELECT dataURI, suffix FROM products LIMIT 3", "show")
            .out();
    assertThat(csv.lines().findFirst()).contains("dataURI,suffix");
  }

  @Test
  void observationsStayObservations() {
    run(SEARCH, "sql SELECT obsid FROM _ LIMIT 2", "products").succeeds().says("of 2 observations");
  }

  @Test
  void aStarHasTheColumnsOfTheSet() {
    String whole = data("csv", SEARCH, "products", "unique", "show --all").out();
    assertThat(
            data(
                    "csv",
                    SEARCH,
                    "products",
                    "unique",
                    "sql SELECT * FROM products WHERE suffix IS NOT NULL OR 1 = 1",
                    "show --all")
                .out())
        .isEqualTo(whole);
  }

  @Test
  void aStarHasTheColumnsOfItsTableWhateverAnotherOneNeeds() {
    String kinds = "sql SELECT DISTINCT suffix, productSubGroupDescription FROM products";
    assertThat(
            data(
                    "csv",
                    SEARCH,
                    "products",
                    "name files",
                    kinds,
                    "name kinds",
                    "sql SELECT DISTINCT kinds.* FROM kinds"
                        + " JOIN files ON kinds.suffix = files.suffix",
                    "show --limit 1")
                .out()
                .lines()
                .findFirst())
        .contains("suffix,productSubGroupDescription");
    assertThat(
            data(
                    "csv",
                    SEARCH,
                    "products",
                    "name files",
                    kinds,
                    "name kinds",
                    "sql SELECT * FROM files WHERE files.suffix IN (SELECT suffix FROM kinds)",
                    "show --all --limit 1")
                .out()
                .lines()
                .findFirst()
                .orElseThrow())
        .doesNotContain("suffix");
  }

  @Test
  void joinsNamedSetsAndNumbers() {
    run(
            SEARCH,
            "name mine",
            "products",
            "sql SELECT mine.filters, count(DISTINCT dataURI) n FROM set2 JOIN mine"
                + " ON parent_obsid = mine.obsid GROUP BY 1",
            "show")
        .succeeds()
        .shows("F277W");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "SELECT filter, exptime, ra FROM obs LIMIT 1 | filter,exptime,ra",
        "SELECT filter FROM obs LIMIT 2 | filter",
        "SELECT filters AS filter, obs_id AS name FROM obs LIMIT 1 | filter,name",
        "SELECT filter, count(*) n FROM set1 GROUP BY filter | filter,n",
        "SELECT end, obs_id FROM obs LIMIT 1 | end,obs_id",
        "SELECT count(*) FILTER (WHERE t_exptime > 1) n FROM obs | n",
        "SELECT CASE WHEN t_exptime > 1 THEN 1 ELSE 2 END filter FROM obs LIMIT 1 | filter",
      })
  void wordsOfTheLanguageThatNameColumnsAreColumns(String statement, String header) {
    String csv = data("csv", SEARCH, "sql " + statement, "show --columns all").succeeds().out();
    assertThat(csv.lines().findFirst()).contains(header);
  }

  @Test
  void aStarMeansTheSetsOwnColumnsWhateverWordsOfTheLanguageStandBesideIt() throws Exception {
    run(SEARCH, "sql SELECT *, CASE WHEN 1 THEN 2 END own FROM obs LIMIT 1", "export all.csv")
        .succeeds();
    assertThat(Files.readAllLines(folder.resolve("all.csv")).get(0).split(","))
        .contains("filters", "own")
        .doesNotContain("end");
  }

  @Test
  void obsAreTheObservationsFromWhichThePersonCame() {
    run(
            SEARCH,
            "filter obs_id=*o001*",
            "undo",
            "sql SELECT count(*) n FROM obs",
            "show --format csv",
            "sql SELECT count(*) n FROM obs",
            "show --format csv")
        .succeeds()
        .prints("n\n12\nn\n12");
  }

  @Test
  void columnsOfItsOwnServeASetOfObservationsLikeAnyOthers() throws Exception {
    run(
            "search mission=JWST --limit 50",
            "sql SELECT obsid, count(*) n, max(t_exptime) longest FROM obs GROUP BY obsid LIMIT 3",
            "show",
            "show n longest --format csv",
            "filter n=1",
            "sort -longest",
            "describe n",
            "plot hist longest",
            "export own.csv n longest")
        .succeeds()
        .shows("longest", "n,longest", "1,");
    assertThat(folder.resolve("own.csv")).content().startsWith("n,longest\r\n1,");
    run(SEARCH, "sql SELECT obsid, 1 n FROM obs", "search mission=JWST n=1")
        .exits(ExitCode.USAGE)
        .says("no field is called n");
  }

  @Test
  void rowsThatWouldBeObservationsWithOneColumnMoreSayWhich() {
    run(SEARCH, "sql SELECT obs_id, em_min FROM obs")
        .succeeds()
        .says("plain rows: with obsid they would be observations");
    run(SEARCH, "products", "sql SELECT productFilename, size FROM products LIMIT 2")
        .succeeds()
        .says("plain rows: with dataURI they would be products");
    assertThat(run(SEARCH, "sql SELECT count(*) FROM obs").err()).doesNotContain("plain rows");
  }

  @Test
  void plainRowsAreOfNoArchive() throws Exception {
    Files.writeString(folder.resolve("my.csv"), "star,mag\na,1\nb,2\n");
    run(
            "import my.csv mine",
            SEARCH,
            "name obs1",
            "set server http://127.0.0.1:9",
            "import my.csv two",
            "sql SELECT count(*) n FROM mine JOIN two ON mine.star = two.star JOIN obs1",
            "show --format csv")
        .succeeds()
        .shows("24");
  }

  @Test
  void aSetOfFewColumnsIsShownWhole() {
    String statement = "sql SELECT t_min, t_exptime, em_min, s_ra, obsid FROM obs LIMIT 2";
    String shown = run(SEARCH, statement, "show").succeeds().shows("s_ra", "obsid").out();
    assertThat(shown).doesNotContain("of 5 columns");
  }

  @Test
  void rowsWithColumnsOfTheirOwnAreMadeAnew() {
    run(
            SEARCH,
            "sql SELECT filters, count(*) n FROM obs GROUP BY 1",
            "filter n>1",
            "sql SELECT max(n) m FROM _",
            "refresh",
            "show --format csv")
        .succeeds()
        .says("filter n>1");
    run(
            SEARCH,
            "sql SELECT obsid, 1 n FROM obs",
            "filter n=1",
            "sql SELECT obsid FROM _",
            "refresh",
            "count")
        .succeeds()
        .prints("12");
  }

  @Test
  void aNameThatHidesAnotherTableIsTold() {
    run(SEARCH, "name set2", "pick 1-2", "sql SELECT count(*) n FROM set2", "show")
        .succeeds()
        .shows("12")
        .says("set2 is the set of that name, 12 observations   #1, not 2 observations   #2");
    run(SEARCH, "name products", "products", "sql SELECT count(*) n FROM products")
        .succeeds()
        .says("products is the set of that name");
    assertThat(run(SEARCH, "name set1", "sql SELECT count(*) n FROM set1").err())
        .doesNotContain("of that name");
  }

  @Test
  void variablesAreValues() {
    run(SEARCH, "let f=F277W", "sql SELECT count(*) AS n FROM obs WHERE filters = $f", "show")
        .succeeds()
        .shows("12");
    run(
            SEARCH,
            "let f=\"x' OR 1=1\"",
            "sql SELECT count(*) AS n FROM obs WHERE filters = $f",
            "show")
        .succeeds()
        .shows("0");
  }

  @Test
  void isMadeAgain() {
    run(
            SEARCH,
            "name mine",
            "search program=1073",
            "sql SELECT a.obsid, a.filters FROM mine a JOIN obs ON obs.obsid = a.obsid",
            "refresh")
        .succeeds()
        .says("nothing new, gone or changed");
    run(
            SEARCH,
            "products",
            "sql SELECT parent_obsid, sum(size) s FROM products GROUP BY 1",
            "refresh")
        .succeeds()
        .says("nothing new, gone or changed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT obs.filters FROM _ JOIN obs ON _.obsid = obs.obsid",
        "SELECT two.obsid, mine.filters FROM mine two JOIN two mine ON mine.obsid = two.obsid",
        "SELECT * FROM mine NATURAL JOIN two",
        "SELECT max(mine.t_exptime) FROM mine, set1 WHERE mine.obsid = set1.obsid",
        "SELECT filters FROM (SELECT * FROM two) two WHERE two.filters IN (SELECT filters FROM obs)"
      })
  void isMadeAgainWhateverItsTablesAreCalled(String statement) {
    run(SEARCH, "name mine", "search program=1073", "name two", "sql " + statement, "refresh")
        .succeeds()
        .says("nothing new, gone or changed");
    String rows =
        data(
                "csv",
                SEARCH,
                "name mine",
                "search program=1073",
                "name two",
                "sql " + statement,
                "export script again.mast",
                "show --all")
            .out();
    assertThat(data("csv", "source again.mast", "show --all").out()).isEqualTo(rows);
  }

  @Test
  void aScriptMakesItAgain() throws Exception {
    run(SEARCH, "name mine", BY_FILTER.replace("FROM obs", "FROM mine"), "export script again.mast")
        .succeeds();
    assertThat(Files.readString(folder.resolve("again.mast"))).contains("sql SELECT filters");
    run("source again.mast", "show").succeeds().shows("F277W");
    run(SEARCH, BY_FILTER, "export script again.py --as python")
        .exits(ExitCode.FAILED)
        .says("was made by sql", "export script writes it for this shell");
  }

  @Test
  void isKeptWithTheSession() {
    String csv = data("csv", SEARCH, BY_FILTER, "session save a", "show").out();
    assertThat(data("csv", "session load a", "filter n>0", "show").out()).isEqualTo(csv);
  }

  @Test
  void setsOfTwoArchivesAreNotPutTogether() throws Exception {
    try (DemoArchive other = DemoArchive.start(DemoOptions.standard())) {
      List<String> both =
          List.of(
              SEARCH,
              "name here",
              "set server " + other.url(),
              "search program=1073",
              "name there");
      for (String line :
          List.of(
              "sql SELECT here.obsid FROM here JOIN there ON here.obsid = there.obsid",
              "union here there",
              "intersect here there")) {
        run(both, line)
            .exits(ExitCode.FAILED)
            .says("of two archives: here of http://127.0.0.1", "there of " + other.url())
            .reportsOneError();
      }
      run(both, "diff here there", "sql SELECT count(*) FROM there").succeeds();
    }
  }

  private AssertableProgram.Ended run(List<String> first, String... more) {
    return run(Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void goesToAFileAndIsNoObservations() {
    run(SEARCH, BY_FILTER, "export t.csv", "export t.vot", "export t.db").succeeds();
    assertThat(folder.resolve("t.csv")).content().startsWith("filters,n,sum_t_exptime");
    run(SEARCH, BY_FILTER, "products")
        .exits(ExitCode.FAILED)
        .says("holds plain rows", "sql SELECT obsid");
    run(SEARCH, BY_FILTER, "download").exits(ExitCode.FAILED).says("dataURI");
    run(SEARCH, BY_FILTER, "filter nosuch=1").exits(ExitCode.USAGE).says("no column nosuch");
    run(SEARCH, BY_FILTER, "inspect 1").exits(ExitCode.FAILED).says("show 1");
    run(SEARCH, BY_FILTER, "plot sky").says("no ra and dec");
    run(SEARCH, BY_FILTER, "cite", "open 1", "clip").reportsOneError();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sql                                     | sql needs a statement
          sql SELECT * FROM obss                  | did you mean obs?
          sql SELECT t_exptme FROM obs            | did you mean t_exptime?
          sql SELECT filters FORM obs WHERE 1     | SQL does not go on like this
          sql SELECT FROM obs                     | SQL does not go on like this
          sql SELECT nosuch(1) FROM obs           | no function
          sql SELECT count( FROM obs              | SQL does not go on like this
          sql SELECT filters FROM obs WHERE       | not complete
          sql SELECT 1;SELECT 2                   | one statement
          sql DROP TABLE obs                      | only reads
          sql PRAGMA query_only=0                 | only reads
          sql ATTACH '/tmp/x' AS x                | only reads
          sql VACUUM INTO 'x.db'                  | only reads
          sql WITH a AS (SELECT 1) INSERT INTO obs SELECT * FROM a  | only reads
          sql WITH a AS (SELECT 1) DELETE FROM obs                  | only reads
          sql SELECT load_extension('x')          | nothing else
          sql SELECT readfile('x')                | no function
          sql SELECT writefile('x', 'y')          | no function
          sql SELECT edit('x')                    | no function
          sql SELECT * FROM pragma_database_list  | nothing else
          sql SELECT * FROM sqlite_schema         | nothing else
          sql SELECT * INTO x FROM obs            | SQL does not go on like this
          sql EXPLAIN SELECT 1                    | only reads
          sql SELECT zeroblob(1000000000)         | sql cannot hold this
          sql SELECT filters FROM obs WHERE obsid = ?     | no placeholders
          sql SELECT filters FROM obs WHERE obsid = ?1    | no placeholders
          sql SELECT filters FROM obs WHERE obsid = :mine | no placeholders
          sql SELECT filters FROM obs WHERE obsid = @mine | no placeholders
          sql SELECT obs.filters FROM obs o               | obs is no table here with a column filters
          sql SELECT a.t_exptime, obsid FROM obs a, obs b | several tables
          """)
  void whatIsWrongIsSaidAndChangesNothing(String line, String message) {
    run(SEARCH, line).says(message).reportsOneError();
    AssertableProgram.Ended after = runToEnd(SEARCH, line, "results");
    assertThat(after.out()).doesNotContain("sql SELECT");
  }

  @Test
  void pointsAtTheWord() {
    assertThat(run(SEARCH, "sql SELECT filters FROM obs WHERE filers = 'a'").err())
        .containsPattern("(?m)WHERE filers = 'a'\n +\\^{6}$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"})
  void tooManyRowsAreRefused(String statement) {
    run("sql " + statement).exits(ExitCode.FAILED).says("more than 1,000,000 rows", "LIMIT");
  }

  private AssertableProgram.Ended runToEnd(String... lines) {
    AssertableProgram program = program().arguments("--on-error", "continue");
    for (String line : lines) {
      program.command(line);
    }
    return program.run();
  }

  @Test
  void aColumnMayBeCalledAsThoseOfAGroup() {
    data(
            "csv",
            SEARCH,
            "sql SELECT filters, count(*) rows, 5 sum_rows FROM obs GROUP BY 1",
            "group rows --sum sum_rows")
        .prints("rows,rows_2,sum_sum_rows\n12,1,5");
  }

  @Test
  void mistakesAroundAStatementAreCorrected() {
    run(SEARCH, "name my-set", "sql select * from my-set where 1")
        .exits(ExitCode.USAGE)
        .says(
            "my-set has signs that SQL reads otherwise", "in double quotes: \"my-set\"", "^^^^^^");
    run(SEARCH, "sql \"SELECT count(*) FROM obs\"")
        .exits(ExitCode.USAGE)
        .says(
            "the statement stands between quotes", "without quotes: sql SELECT count(*) FROM obs");
    run(SEARCH, "sql 'select 1 from obs'").says("without quotes: sql select 1 from obs");
    run(SEARCH, "sql select sqlite_version()")
        .exits(ExitCode.USAGE)
        .says("sqlite_version tells of the database, and sql reads sets and nothing else");
  }

  @Test
  void aDateForAPlainNumberIsNoRange() {
    run(SEARCH, "sql SELECT t_min * 1 AS first FROM obs", "filter first=2022-05")
        .exits(ExitCode.USAGE)
        .says("2022-05 is a date, and first holds plain numbers")
        .says("as a Modified Julian Date it is 59700..59731")
        .doesNotSay("two dots");
  }

  @Test
  void wholeNumbersOfAPersonHaveASum() {
    String sql = "sql SELECT filters, count(*) AS n, calib_level FROM obs GROUP BY 1, 3";
    assertThat(data("csv", SEARCH, sql, "stats n calib_level").out())
        .contains("n,,1,0,12,12,", "calib_level,,1,0,,3,");
  }
}
