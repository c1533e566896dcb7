package org.mastshell.table;

import java.util.List;

/** Asks a column's cells whether they fit. */
final class ConditionTest {
  private ConditionTest() {}

  static RowTest of(Column column, List<Match> matches) {
    if (column instanceof TextColumn texts) {
      return ofText(texts, matches);
    }
    if (column instanceof ColumnView view && view.base() instanceof TextColumn texts) {
      RowTest test = ofText(texts, matches);
      return row -> test.test(view.baseRow(row));
    }
    return row -> fits(column, row, matches);
  }

  // Each distinct text is judged once, when first met: a set may use few of the words it shares.
  private static RowTest ofText(TextColumn texts, List<Match> matches) {
    byte[] verdicts = new byte[texts.dictionarySize()];
    boolean missingFits = matches.stream().anyMatch(match -> match.fits(null, Double.NaN));
    return row -> {
      int code = texts.code(row);
      if (code == TextColumn.MISSING) {
        return missingFits;
      }
      if (verdicts[code] == 0) {
        verdicts[code] = (byte) (fits(texts, row, matches) ? 1 : -1);
      }
      return verdicts[code] > 0;
    };
  }

  private static boolean fits(Column column, int row, List<Match> matches) {
    String text = column.text(row);
    double number = column.number(row);
    for (Match match : matches) {
      if (match.fits(text, number)) {
        return true;
      }
    }
    return false;
  }
}
