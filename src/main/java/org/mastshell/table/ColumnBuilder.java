package org.mastshell.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/**
 * Collects the cells of one column. It starts with the type that was announced for it; a cell that
 * does not fit turns the whole column into one of a wider type (integer to decimal, anything to
 * text), so that nothing that arrives is lost: neither the digits of a large whole number nor a
 * word among numbers.
 *
 * <p>In a column that is not of text, a text that is a value of the column's type counts as that
 * value; a blank one, {@code NaN} and {@code Infinity} count as missing.
 */
final class ColumnBuilder {
  /** Up to here double precision tells every whole number from its neighbours. */
  private static final long EXACT = 1L << 53;

  private static final int LONGEST_REMEMBERED = 128;
  private static final int NONE = -1;

  private static final Set<String> NO_NUMBERS =
      Set.of("nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");

  private ColumnType type;
  private int size;
  private long[] integers = {};
  private double[] decimals = {};
  private int[] codes = {};
  private final WordCodes words = new WordCodes();

  // Most cells of a reply hold what the one above holds, which then is no text again.
  private final char[] last = new char[LONGEST_REMEMBERED];
  private int lastLength = NONE;
  private int lastCode;

  private final BitSet truths = new BitSet();
  private final BitSet missing = new BitSet();

  ColumnBuilder(ColumnType type) {
    this.type = type;
  }

  int size() {
    return size;
  }

  void addMissing() {
    int row = grow();
    switch (type) {
      case TEXT -> codes[row] = TextColumn.MISSING;
      case DECIMAL -> decimals[row] = Double.NaN;
      case INTEGER, BOOLEAN -> missing.set(row);
    }
  }

  /** Adds a text as the value that it spells, if the column is not of text. */
  void add(String text) {
    if (text == null) {
      addMissing();
    } else if (type == ColumnType.TEXT || !addParsed(text.strip())) {
      addText(text);
    }
  }

  /** Adds a text as it is, whatever it spells. */
  void addText(String text) {
    widenTo(ColumnType.TEXT);
    append(text);
  }

  /** Adds the text that these characters are, like {@link #add(String)}. */
  void add(char[] characters, int offset, int length) {
    if (type != ColumnType.TEXT) {
      add(new String(characters, offset, length));
    } else if (length == lastLength
        && Arrays.equals(last, 0, length, characters, offset, offset + length)) {
      append(lastCode);
    } else {
      lastCode = words.code(new String(characters, offset, length));
      lastLength = length <= last.length ? length : NONE;
      System.arraycopy(characters, offset, last, 0, Math.max(0, lastLength));
      append(lastCode);
    }
  }

  /** Adds all cells of a column; a text as it is, whatever it spells. */
  void addAll(Column cells) {
    if (cells instanceof TextColumn texts) {
      addTexts(texts);
    } else if (cells instanceof IntegerColumn integers) {
      for (int row = 0; row < cells.size(); row++) {
        if (cells.isMissing(row)) {
          addMissing();
        } else {
          add(integers.value(row));
        }
      }
    } else {
      for (int row = 0; row < cells.size(); row++) {
        if (cells.isMissing(row)) {
          addMissing();
        } else if (cells.type() == ColumnType.DECIMAL) {
          add(cells.number(row));
        } else {
          add(cells.number(row) != 0);
        }
      }
    }
  }

  private void addTexts(TextColumn texts) {
    // Each word is looked up once, however many cells hold it; but a few cells may have the words
    // of a long column.
    int[] known = new int[texts.dictionarySize() <= 2 * texts.size() ? texts.dictionarySize() : 0];
    Arrays.fill(known, TextColumn.MISSING);
    for (int row = 0; row < texts.size(); row++) {
      int code = texts.code(row);
      if (code == TextColumn.MISSING) {
        addMissing();
        continue;
      }
      widenTo(ColumnType.TEXT);
      int own = code < known.length ? known[code] : TextColumn.MISSING;
      if (own == TextColumn.MISSING) {
        own = words.code(texts.word(code));
        if (code < known.length) {
          known[code] = own;
        }
      }
      append(own);
    }
  }

  void add(long value) {
    if (type == ColumnType.INTEGER) {
      append(value);
    } else if (type == ColumnType.DECIMAL && isExact(value)) {
      append((double) value);
    } else {
      addText(Long.toString(value));
    }
  }

  void add(double value) {
    if (!Double.isFinite(value)) {
      addMissing();
      return;
    }
    if (type == ColumnType.INTEGER) {
      if (value == Math.rint(value) && Math.abs(value) <= EXACT) {
        append((long) value);
        return;
      }
      widenTo(integersFitDecimal() ? ColumnType.DECIMAL : ColumnType.TEXT);
    }
    if (type == ColumnType.DECIMAL) {
      append(value);
    } else {
      addText(Numbers.text(value));
    }
  }

  void add(boolean value) {
    if (type == ColumnType.BOOLEAN) {
      truths.set(grow(), value);
    } else {
      addText(Boolean.toString(value));
    }
  }

  /** The column of the first rows. */
  Column build(int rows) {
    return switch (type) {
      case TEXT -> new TextColumn(Arrays.copyOf(codes, rows), words.toArray());
      case INTEGER -> new IntegerColumn(Arrays.copyOf(integers, rows), missing.get(0, rows));
      case DECIMAL -> new DecimalColumn(Arrays.copyOf(decimals, rows));
      case BOOLEAN -> new BooleanColumn(rows, truths.get(0, rows), missing.get(0, rows));
    };
  }

  private boolean addParsed(String text) {
    if (text.isEmpty()) {
      addMissing();
      return true;
    }
    return type == ColumnType.BOOLEAN ? addTruth(text) : addNumber(text);
  }

  private boolean addTruth(String text) {
    boolean known = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    if (known) {
      add(Boolean.parseBoolean(text));
    }
    return known;
  }

  private boolean addNumber(String text) {
    if (NO_NUMBERS.contains(text.toLowerCase(Locale.ROOT))) {
      addMissing();
      return true;
    }
    if (Numbers.isWhole(text)) {
      return addWhole(text);
    }
    double value = Numbers.parse(text);
    if (!Double.isNaN(value)) {
      add(value);
    }
    return !Double.isNaN(value);
  }

  private boolean addWhole(String digits) {
    try {
      add(Long.parseLong(digits));
      return true;
    } catch (NumberFormatException tooLarge) {
      return false;
    }
  }

  private static boolean isExact(long value) {
    return value >= -EXACT && value <= EXACT;
  }

  private boolean integersFitDecimal() {
    return Arrays.stream(integers, 0, size).allMatch(ColumnBuilder::isExact);
  }

  private void widenTo(ColumnType wider) {
    if (type == wider) {
      return;
    }
    Column soFar = build(size);
    type = wider;
    size = 0;
    integers = new long[0];
    decimals = new double[0];
    for (int row = 0; row < soFar.size(); row++) {
      if (soFar.isMissing(row)) {
        addMissing();
      } else if (wider == ColumnType.DECIMAL) {
        append(soFar.number(row));
      } else {
        append(soFar.text(row));
      }
    }
  }

  // The array is named only after grow(), which may put a longer one in its place.
  private void append(long value) {
    int row = grow();
    integers[row] = value;
  }

  private void append(double value) {
    int row = grow();
    // Zero has one sign, so that equal numbers are equal in every way.
    decimals[row] = value + 0.0;
  }

  private void append(String text) {
    append(words.code(text));
  }

  private void append(int code) {
    int row = grow();
    codes[row] = code;
  }

  private int grow() {
    int row = size++;
    switch (type) {
      case INTEGER -> {
        if (row == integers.length) {
          integers = Arrays.copyOf(integers, capacity(row));
        }
      }
      case DECIMAL -> {
        if (row == decimals.length) {
          decimals = Arrays.copyOf(decimals, capacity(row));
        }
      }
      case TEXT -> {
        if (row == codes.length) {
          codes = Arrays.copyOf(codes, capacity(row));
        }
      }
      case BOOLEAN -> {}
    }
    return row;
  }

  private static int capacity(int size) {
    return Math.max(64, size + (size >> 1));
  }
}
