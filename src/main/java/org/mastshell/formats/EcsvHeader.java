package org.mastshell.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mastshell.table.ColumnType;

/**
 * The comment above an ECSV table (Astropy Proposal for Enhancement 6), as far as it matters to
 * values: what stands between cells, and units. Types do not: cells are taken as they are written.
 */
final class EcsvHeader {
  /** The note that names the rows. */
  static final String ROWS = "rows";

  private static final Pattern START = Pattern.compile("\\A#\\s*%ECSV\\b");
  private static final Pattern DELIMITER =
      Pattern.compile("(?m)^#\\s*delimiter:\\s*(['\"]?)(.)\\1");
  private static final Pattern COLUMN =
      Pattern.compile("-\\s*(?:!!\\w+\\s*)?\\{\\s*name:|-\\s*name:");
  private static final Pattern UNIT =
      Pattern.compile("\\bunit:\\s*(?:\"([^\"]*)\"|'([^']*)'|(?:!\\S+\\s*\\{unit:\\s*)?([^,}]*))");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:x(\\p{XDigit}{2})|u(\\p{XDigit}{4})|U(0\\p{XDigit}{7}))");
  private static final Pattern UNIT_KEY = Pattern.compile("\\bunit:");
  private static final Pattern BEHIND_UNIT = Pattern.compile("\\b(?:datatype|description|meta):");

  // The name, which comes first, may hold any word, and so may a description behind it.
  private static final Pattern TYPE = Pattern.compile("[,}]\\s*datatype:\\s*['\"]?(?=\\w)");
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final String BEFORE_VALUES = ":,{[-";

  // As this program writes it.
  private static final Pattern NAME = Pattern.compile("(?m)^# - \\{" + ROWS + ": \"(\\w+)\"\\}$");

  private EcsvHeader() {}

  /** Whether a text begins with such a comment. */
  static boolean isAbove(String text) {
    return START.matcher(text).lookingAt();
  }

  /** What stands between cells: a blank where nothing is said. */
  static char delimiter(String text) {
    Matcher said = DELIMITER.matcher(header(text));
    return said.find() ? said.group(2).charAt(0) : ' ';
  }

  /** The unit of each column in order, empty for one without. */
  static List<String> units(String text) {
    return columns(text).stream().map(EcsvHeader::unit).toList();
  }

  /** What the header calls the rows; empty where it does not. */
  static String name(String text) {
    Matcher name = NAME.matcher(header(text));
    return name.find() ? name.group(1) : "";
  }

  // What the header says of each column.
  private static List<Described> columns(String text) {
    String header = header(text).replaceAll("\\R#\\s*", " ");
    String keys = withoutQuoted(header);
    List<Described> columns = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    Matcher column = COLUMN.matcher(keys);
    while (column.find()) {
      starts.add(column.end());
    }
    for (int i = 0; i < starts.size(); i++) {
      int start = starts.get(i);
      int end = i + 1 < starts.size() ? starts.get(i + 1) : header.length();
      columns.add(new Described(header.substring(start, end), keys.substring(start, end)));
    }
    return columns;
  }

  /**
   * What is said of a column.
   *
   * @param text as it stands there
   * @param keys the same without what stands in quotes, which may look like a key, in its place
   */
  private record Described(String text, String keys) {}

  // Quotes count where a value begins; in the middle of plain words they are apostrophes.
  private static String withoutQuoted(String header) {
    StringBuilder keys = new StringBuilder(header);
    char before = ' ';
    int at = 0;
    while (at < header.length()) {
      char here = header.charAt(at);
      boolean quote = (here == '"' || here == '\'') && BEFORE_VALUES.indexOf(before) >= 0;
      int end = quote ? quotedEnd(header, at) : at;
      for (int inside = at + 1; inside < end; inside++) {
        keys.setCharAt(inside, '_');
      }
      before = here == ' ' ? before : here;
      at = end + 1;
    }
    return keys.toString();
  }

  // Where the quote is closed; a quote that is not is none.
  private static int quotedEnd(String header, int start) {
    char quote = header.charAt(start);
    for (int at = start + 1; at < header.length(); at++) {
      char here = header.charAt(at);
      if (here == '\\' && quote == '"') {
        at++;
      } else if (here == quote && quote == '\'' && header.startsWith("''", at)) {
        at++;
      } else if (here == quote) {
        return at;
      }
    }
    return start;
  }

  /** The type of each column in order; what is neither number nor truth value is text. */
  static List<ColumnType> types(String text) {
    List<ColumnType> types = new ArrayList<>();
    for (Described column : columns(text)) {
      Matcher key = TYPE.matcher(column.keys());
      Matcher type = WORD.matcher(column.text());
      String word = key.find() && type.find(key.end()) ? type.group() : "";
      if (word.startsWith("int") || word.startsWith("uint")) {
        types.add(ColumnType.INTEGER);
      } else if (word.startsWith("float")) {
        types.add(ColumnType.DECIMAL);
      } else {
        types.add(word.equals("bool") ? ColumnType.BOOLEAN : ColumnType.TEXT);
      }
    }
    return List.copyOf(types);
  }

  private static String unit(Described column) {
    Matcher behind = BEHIND_UNIT.matcher(column.keys());
    int end = behind.find() ? behind.start() : column.text().length();
    Matcher key = UNIT_KEY.matcher(column.keys()).region(0, end);
    if (!key.find()) {
      return "";
    }
    Matcher unit = UNIT.matcher(column.text()).region(key.start(), end);
    if (!unit.lookingAt()) {
      return "";
    }
    if (unit.group(1) != null) {
      return unescaped(unit.group(1)).strip();
    }
    return (unit.group(2) == null ? unit.group(3) : unit.group(2)).strip();
  }

  // The escapes of YAML by which letters beyond ASCII are written.
  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape -> {
              String digits =
                  Stream.of(1, 2, 3).map(escape::group).filter(Objects::nonNull).findAny().get();
              int point = Integer.parseInt(digits, 16);
              return Matcher.quoteReplacement(
                  Character.isValidCodePoint(point) ? Character.toString(point) : escape.group());
            });
  }

  private static String header(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) == '#') {
      int next = text.indexOf('\n', end);
      end = next < 0 ? text.length() : next + 1;
    }
    return text.substring(0, end);
  }
}
