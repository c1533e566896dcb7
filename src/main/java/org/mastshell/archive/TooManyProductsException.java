package org.mastshell.archive;

/** A list of products would have more rows than it may. */
public final class TooManyProductsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long rows;
  private final ManyRows.Known known;

  /**
   * @param many how many there would be
   */
  TooManyProductsException(ManyRows many) {
    super("too many products: " + many.rows());
    rows = many.rows();
    known = many.known();
  }

  /** How many there would be. */
  public ManyRows many() {
    return new ManyRows(rows, known);
  }
}
