package org.mastshell.demo;

import java.io.IOException;
import java.util.List;

/** The rows of a result, made as they are visited; visiting again gives the same. */
interface Rows {
  /** What is done with each row. */
  @FunctionalInterface
  interface RowVisitor {
    void visit(Row row) throws IOException;
  }

  long count();

  /** Visits at most {@code limit} rows, from the row of index {@code first} on. */
  void visit(long first, long limit, RowVisitor visitor) throws IOException;

  /** Rows that are there already. */
  static Rows of(List<? extends Row> rows) {
    return new Rows() {
      @Override
      public long count() {
        return rows.size();
      }

      @Override
      public void visit(long first, long limit, RowVisitor visitor) throws IOException {
        long end = Math.min(rows.size(), first + limit);
        for (long index = first; index < end; index++) {
          visitor.visit(rows.get((int) index));
        }
      }
    };
  }
}
