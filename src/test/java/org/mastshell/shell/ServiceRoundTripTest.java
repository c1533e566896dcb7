package org.mastshell.shell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of the archive's other tables stay what they are, in files and in SQL. */
class ServiceRoundTripTest extends DemoProgramTest {
  private static final String DATASETS = "datasets jwst program=1073 filter=F277W --limit 2";
  private static final String KEYWORDS = "keywords nircam program=1073 filter=F277W level=1b";

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "jsonl", "tsv", "md"})
  void filesBringBackDatasets(String format) {
    run(DATASETS, "export rows." + format).succeeds();
    run("import rows." + format, "products").succeeds().says("2 datasets", "10 products of 2");
    run("import rows." + format, "plot sky").succeeds().doesNotSay("nothing to draw");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "jsonl", "tsv", "md"})
  void filesBringBackKeywords(String format) {
    run(KEYWORDS, "export rows." + format).succeeds();
    run("import rows." + format, "products").succeeds().says("62 keyword rows", "536 kB");
  }

  @Test
  void aStatementKeepsThem() {
    run(DATASETS, "sql SELECT * FROM _ ORDER BY program", "products")
        .succeeds()
        .says("2 datasets", "10 products of 2 datasets");
    run(KEYWORDS, "sql SELECT * FROM _ WHERE detector = 'NRCALONG'", "products")
        .succeeds()
        .says("keyword rows (sql", " products · ");
  }

  @Test
  void aCountOfThemIsOfPlainRows() {
    run(DATASETS, "sql SELECT mission_search, count(*) AS n FROM _ GROUP BY 1", "export n.csv")
        .succeeds()
        .says("1 row (sql");
    run("import n.csv").succeeds().says("1 row (import");
  }
}
