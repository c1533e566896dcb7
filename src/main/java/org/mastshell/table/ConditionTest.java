package org.mastshell.table;

import java.util.List;

/** Asks a column's cells whether they fit. */
final class ConditionTest {
  private ConditionTest() {}

  static RowTest of(Column column, List<Match> matches) {
    if (column instanceof TextColumn texts) {
      return ofText(texts, matches);
    }
    if (column instanceof ColumnView view) {
      RowTest test = of(view.base(), matches);
      return row -> test.test(view.baseRow(row));
    }
    // A range looks at the number alone, and writing numbers out is most of the work.
    if (matches.stream().allMatch(Match.Range.class::isInstance)) {
      return row -> fits(null, column.number(row), matches);
    }
    AnyMatch any = AnyMatch.of(matches);
    return row -> any.fits(column.text(row), column.number(row));
  }

  // Each distinct text is judged once, when first met: a set may use few of the words it shares.
  private static RowTest ofText(TextColumn texts, List<Match> matches) {
    byte[] verdicts = new byte[texts.dictionarySize()];
    AnyMatch any = AnyMatch.of(matches);
    boolean missingFits = any.fits(null, Double.NaN);
    return row -> {
      int code = texts.code(row);
      if (code == TextColumn.MISSING) {
        return missingFits;
      }
      if (verdicts[code] == 0) {
        verdicts[code] = (byte) (any.fits(texts.word(code), texts.number(row)) ? 1 : -1);
      }
      return verdicts[code] > 0;
    };
  }

  private static boolean fits(String text, double number, List<Match> matches) {
    for (Match match : matches) {
      if (match.fits(text, number)) {
        return true;
      }
    }
    return false;
  }
}
