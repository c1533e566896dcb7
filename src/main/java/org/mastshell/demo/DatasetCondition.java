package org.mastshell.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A condition of a mission search on one column: values between commas, each with {@code *} for
 * anything, {@code !} for none of it, {@code <}, {@code <=}, {@code >}, {@code >=}, or {@code
 * low..high}. An empty text lets everything through.
 */
final class DatasetCondition {
  private final DatasetColumn column;
  private final String text;

  DatasetCondition(DatasetColumn column, String text) {
    this.column = column;
    this.text = text;
  }

  boolean holds(Dataset dataset) {
    Object value = dataset.value(column.name());
    return text.isBlank()
        || (value != null
            && Arrays.stream(text.split(",", -1)).anyMatch(one -> fits(one.strip(), value)));
  }

  private boolean fits(String wanted, Object value) {
    if (wanted.startsWith("!")) {
      return !fits(wanted.substring(1), value);
    }
    int dots = wanted.indexOf("..");
    if (dots >= 0) {
      return compare(value, wanted.substring(0, dots)) >= 0
          && compare(value, wanted.substring(dots + 2)) <= 0;
    }
    for (String sign : new String[] {"<=", ">=", "<", ">"}) {
      if (wanted.startsWith(sign)) {
        int order = compare(value, wanted.substring(sign.length()));
        return sign.startsWith("<")
            ? order < 0 || isOrEqual(sign, order)
            : order > 0 || isOrEqual(sign, order);
      }
    }
    return column.isNumber() ? compare(value, wanted) == 0 : like(wanted, value.toString().strip());
  }

  private static boolean isOrEqual(String sign, int order) {
    return sign.endsWith("=") && order == 0;
  }

  // Times compare as text once both are written alike.
  private int compare(Object value, String bound) {
    if (column.isNumber()) {
      return Double.compare(((Number) value).doubleValue(), Double.parseDouble(bound.strip()));
    }
    String other = bound.strip().replace(' ', 'T');
    return value.toString().compareTo(other);
  }

  private static boolean like(String wanted, String value) {
    StringBuilder expression = new StringBuilder();
    for (String piece : wanted.split("\\*", -1)) {
      expression.append(expression.length() == 0 ? "" : ".*").append(Pattern.quote(piece));
    }
    return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE)
        .matcher(value.toLowerCase(Locale.ROOT))
        .matches();
  }
}
