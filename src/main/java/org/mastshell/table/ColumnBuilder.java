package org.mastshell.table;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Collects the cells of one column. It starts with the type that was announced for it; a cell that
 * does not fit turns the whole column into one of a wider type (integer to decimal, anything to
 * text), so that nothing that arrives is lost.
 */
final class ColumnBuilder {
  private static final double LONG_LIMIT = 0x1p53;

  private ColumnType type;
  private int size;
  private long[] integers = {};
  private double[] decimals = {};
  private int[] codes = {};
  private TextColumn.Dictionary words = new TextColumn.Dictionary();
  private final BitSet truths = new BitSet();
  private final BitSet missing = new BitSet();

  ColumnBuilder(ColumnType type) {
    this.type = type;
  }

  int size() {
    return size;
  }

  void addMissing() {
    missing.set(grow());
    switch (type) {
      case DECIMAL -> decimals[size - 1] = Double.NaN;
      case TEXT -> codes[size - 1] = TextColumn.MISSING;
      default -> {}
    }
  }

  void add(String text) {
    if (text == null) {
      addMissing();
      return;
    }
    if (type != ColumnType.TEXT && !addParsed(text)) {
      widenTo(ColumnType.TEXT);
    } else if (type != ColumnType.TEXT) {
      return;
    }
    append(text);
  }

  void add(long value) {
    switch (type) {
      case INTEGER -> append(value);
      case DECIMAL -> {
        if (Math.abs((double) value) > LONG_LIMIT) {
          addAsText(Long.toString(value));
        } else {
          append((double) value);
        }
      }
      default -> addAsText(Long.toString(value));
    }
  }

  void add(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      addMissing();
      return;
    }
    if (type == ColumnType.INTEGER) {
      if (value == Math.rint(value) && Math.abs(value) <= LONG_LIMIT) {
        append((long) value);
        return;
      }
      widenTo(integersFitDecimal() ? ColumnType.DECIMAL : ColumnType.TEXT);
    }
    if (type == ColumnType.DECIMAL) {
      append(value);
    } else {
      addAsText(Numbers.text(value));
    }
  }

  void add(boolean value) {
    if (type != ColumnType.BOOLEAN) {
      addAsText(Boolean.toString(value));
      return;
    }
    truths.set(grow(), value);
  }

  Column build() {
    return switch (type) {
      case TEXT -> new TextColumn(Arrays.copyOf(codes, size), words.toArray());
      case INTEGER -> new IntegerColumn(Arrays.copyOf(integers, size), (BitSet) missing.clone());
      case DECIMAL -> new DecimalColumn(Arrays.copyOf(decimals, size));
      case BOOLEAN -> new BooleanColumn(size, (BitSet) truths.clone(), (BitSet) missing.clone());
    };
  }

  private void addAsText(String text) {
    widenTo(ColumnType.TEXT);
    append(text);
  }

  private boolean addParsed(String text) {
    if (text.isBlank()) {
      addMissing();
      return true;
    }
    if (type == ColumnType.BOOLEAN) {
      boolean known = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
      if (known) {
        add(Boolean.parseBoolean(text));
      }
      return known;
    }
    double value = Numbers.parse(text);
    if (Double.isNaN(value) || (type == ColumnType.INTEGER && Math.abs(value) > LONG_LIMIT)) {
      return false;
    }
    add(value);
    return true;
  }

  private boolean integersFitDecimal() {
    for (int row = 0; row < size; row++) {
      if (!missing.get(row) && Math.abs((double) integers[row]) > LONG_LIMIT) {
        return false;
      }
    }
    return true;
  }

  private void widenTo(ColumnType wider) {
    if (type == wider) {
      return;
    }
    Column soFar = build();
    ColumnType narrower = type;
    type = wider;
    int rows = size;
    size = 0;
    if (narrower == ColumnType.TEXT) {
      throw new IllegalStateException("text is the widest type");
    }
    missing.clear();
    for (int row = 0; row < rows; row++) {
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
    decimals[row] = value;
  }

  private void append(String text) {
    int row = grow();
    codes[row] = words.code(text);
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
