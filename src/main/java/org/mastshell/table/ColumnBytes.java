package org.mastshell.table;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Columns as bytes, for keeping them outside the program. A column read back equals the one that
 * was written: type, cells, and which of them are missing.
 *
 * <p>The form is our own: the type, the number of cells, then the cells. Whole numbers and the
 * codes of texts are kept as differences to the cell above, words without the beginning that they
 * share with the word before, so that what repeats takes few bytes and packs well.
 */
public final class ColumnBytes {
  private static final int TEXT = 1;
  private static final int INTEGER = 2;
  private static final int DECIMAL = 3;
  private static final int BOOLEAN = 4;

  private ColumnBytes() {}

  /** The bytes of a column. */
  public static byte[] of(Column column) {
    ByteSink sink = new ByteSink();
    write(column, sink);
    return sink.toBytes();
  }

  /**
   * The column that these bytes are of.
   *
   * @throws IllegalArgumentException if they are of none
   */
  public static Column column(byte[] bytes) {
    ByteReader reader = new ByteReader(bytes);
    int type = reader.count();
    int rows = reader.count();
    Column column =
        switch (type) {
          case TEXT -> text(rows, reader);
          case INTEGER -> integers(rows, reader);
          case DECIMAL -> decimals(rows, reader);
          case BOOLEAN -> new BooleanColumn(rows, marks(rows, reader), marks(rows, reader));
          default -> throw new IllegalArgumentException("no type of column: " + type);
        };
    reader.requireEnd();
    return column;
  }

  private static void write(Column column, ByteSink sink) {
    if (column instanceof TextColumn texts) {
      head(TEXT, texts, sink);
      writeWords(texts, sink);
      long above = 0;
      for (int row = 0; row < texts.size(); row++) {
        sink.signed(texts.code(row) - above);
        above = texts.code(row);
      }
    } else if (column instanceof IntegerColumn integers) {
      head(INTEGER, integers, sink);
      writeMissing(integers, sink);
      long above = 0;
      for (int row = 0; row < integers.size(); row++) {
        // Differences may overflow, and overflow back when they are added up.
        sink.signed(integers.value(row) - above);
        above = integers.value(row);
      }
    } else if (column instanceof DecimalColumn decimals) {
      head(DECIMAL, decimals, sink);
      for (int row = 0; row < decimals.size(); row++) {
        sink.eightBytes(Double.doubleToLongBits(decimals.number(row)));
      }
    } else if (column instanceof BooleanColumn truths) {
      head(BOOLEAN, truths, sink);
      BitSet values = new BitSet();
      for (int row = 0; row < truths.size(); row++) {
        values.set(row, truths.number(row) == 1);
      }
      sink.block(values.toByteArray());
      writeMissing(truths, sink);
    } else if (column instanceof ColumnView view) {
      write(view.copied(), sink);
    }
  }

  private static void head(int type, Column column, ByteSink sink) {
    sink.unsigned(type);
    sink.unsigned(column.size());
  }

  private static void writeMissing(Column column, ByteSink sink) {
    BitSet missing = new BitSet();
    for (int row = 0; row < column.size(); row++) {
      missing.set(row, column.isMissing(row));
    }
    sink.block(missing.toByteArray());
  }

  private static void writeWords(TextColumn texts, ByteSink sink) {
    sink.unsigned(texts.dictionarySize());
    byte[] before = {};
    for (int code = 0; code < texts.dictionarySize(); code++) {
      byte[] word = texts.word(code).getBytes(StandardCharsets.UTF_8);
      int shared = 0;
      int most = Math.min(before.length, word.length);
      while (shared < most && before[shared] == word[shared]) {
        shared++;
      }
      sink.unsigned(shared);
      sink.block(word, shared);
      before = word;
    }
  }

  private static Column text(int rows, ByteReader reader) {
    String[] words = new String[reader.countOfItems()];
    byte[] before = {};
    for (int code = 0; code < words.length; code++) {
      byte[] word = reader.block(before, reader.count());
      words[code] = new String(word, StandardCharsets.UTF_8);
      before = word;
    }
    int[] codes = new int[reader.requireItems(rows)];
    long code = 0;
    for (int row = 0; row < rows; row++) {
      code += reader.signed();
      if (code < TextColumn.MISSING || code >= words.length) {
        throw new IllegalArgumentException("no word has the number " + code);
      }
      codes[row] = (int) code;
    }
    return new TextColumn(codes, words);
  }

  private static Column integers(int rows, ByteReader reader) {
    BitSet missing = marks(rows, reader);
    long[] values = new long[reader.requireItems(rows)];
    long value = 0;
    for (int row = 0; row < rows; row++) {
      value += reader.signed();
      values[row] = value;
    }
    return new IntegerColumn(values, missing);
  }

  private static Column decimals(int rows, ByteReader reader) {
    double[] values = new double[reader.requireItems(rows)];
    for (int row = 0; row < rows; row++) {
      values[row] = Double.longBitsToDouble(reader.eightBytes());
    }
    return DecimalColumn.of(values);
  }

  private static BitSet marks(int rows, ByteReader reader) {
    BitSet marks = BitSet.valueOf(reader.block(new byte[0], 0));
    if (marks.length() > rows) {
      throw new IllegalArgumentException("more marks than rows");
    }
    return marks;
  }
}
