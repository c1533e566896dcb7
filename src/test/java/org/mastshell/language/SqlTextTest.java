package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTextTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT a FROM obs                                        | obs
          SELECT a FROM obs o, products AS p WHERE o.x = p.y       | obs,products
          SELECT a FROM obs LEFT JOIN "my set" USING (x)           | obs,my set
          SELECT 'FROM x' FROM obs -- FROM y                       | obs
          SELECT a FROM (SELECT b FROM deep) ORDER BY a, c         | deep
          SELECT a FROM (obs JOIN two ON x = y)                    | obs,two
          WITH t AS (SELECT 1 FROM obs) SELECT * FROM t            | obs
          WITH RECURSIVE n(i) AS (SELECT 1), m AS (SELECT 2) SELECT * FROM n, m, obs | obs
          SELECT a FROM obs WHERE b IN (SELECT c FROM [third set]) | obs,third set
          SELECT a IS DISTINCT FROM b FROM obs                     | obs
          SELECT a FROM obs UNION SELECT b FROM other, third       | obs,other,third
          SELECT a FROM obs ORDER BY b, c                          | obs
          """)
  void findsTheTables(String statement, String tables) {
    assertThat(String.join(",", SqlText.of(statement).tables())).isEqualTo(tables);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT obs.a, 'obs', b.obs FROM obs JOIN b ON b.x = obs.x | SELECT obs.a, 'obs', b.obs FROM "my-set" AS obs JOIN _ AS b ON b.x = obs.x
          SELECT b.x FROM obs b, b c                                | SELECT b.x FROM "my-set" b, _ c
          SELECT x FROM obs AS o WHERE o.x IN (SELECT x FROM obs)   | SELECT x FROM "my-set" AS o WHERE o.x IN (SELECT x FROM "my-set" AS obs)
          SELECT x FROM b WINDOW w AS (ORDER BY x)                  | SELECT x FROM _ AS b WINDOW w AS (ORDER BY x)
          SELECT x FROM [a b], OBS                                  | SELECT x FROM _ AS "a b", "my-set" AS OBS
          """)
  void renamesTablesWhereTheyAreMeant(String statement, String renamed) {
    assertThat(
            SqlText.of(statement).withTables(name -> name.equalsIgnoreCase("obs") ? "my-set" : "_"))
        .isEqualTo(renamed);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT a, n FROM obs                                | true
          SELECT * FROM (SELECT n FROM obs)                   | true
          WITH t AS (SELECT n FROM obs) SELECT * FROM t       | true
          SELECT * FROM obs UNION SELECT n FROM b             | true
          SELECT * FROM obs WHERE n = 1                       | false
          SELECT * FROM obs WHERE a IN (SELECT n FROM b)      | false
          SELECT *, max(n) FROM obs                           | false
          """)
  void tellsWhetherAColumnIsSelectedByItself(String statement, boolean selected) {
    assertThat(SqlText.of(statement).selects("n")).isEqualTo(selected);
  }

  @Test
  void variablesBecomeLiterals() {
    assertThat(
            SqlText.of("SELECT $n, ${t}, '$n' FROM obs")
                .withVariables(name -> name.equals("$n") ? "12" : "it's"))
        .isEqualTo("SELECT 12, 'it''s', '$n' FROM obs");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT * FROM obs            | true
          SELECT o.* FROM obs o        | true
          SELECT count(*) FROM obs     | false
          SELECT a * b FROM obs        | false
          SELECT a FROM x NATURAL JOIN y | true
          """)
  void tellsWhetherAllColumnsAreNamed(String statement, boolean all) {
    assertThat(SqlText.of(statement).namesAllColumns()).isEqualTo(all);
  }

  @Property(tries = 500)
  void anyTextIsTakenApart(@ForAll String text) {
    SqlText read = SqlText.of(text);
    int end = 0;
    for (SqlToken token : read.tokens()) {
      assertThat(token.start()).isGreaterThanOrEqualTo(end);
      assertThat(token.end()).isGreaterThan(token.start());
      end = token.end();
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
    assertThat(read.withTables(name -> name)).isNotNull();
  }
}
