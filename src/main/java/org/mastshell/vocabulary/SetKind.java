package org.mastshell.vocabulary;

import java.util.List;

/** What the rows of a set are. */
public enum SetKind {
  /** Observations, as a search finds them. */
  OBSERVATIONS("observations"),
  /** Products: the files of observations. */
  PRODUCTS("products"),
  /** Datasets of one mission, with the columns of that mission's own search. */
  DATASETS("datasets"),
  /** Files of one instrument of Webb, with the keywords of their headers. */
  KEYWORDS("keyword rows"),
  /** Sources of one catalogue, with the columns of that catalogue. */
  CATALOG("catalog rows"),
  /** Rows of any columns, as a question in SQL gives them. */
  ROWS("rows");

  /** The kinds whose rows are of the archive's common model. */
  public static final List<SetKind> OF_ARCHIVE = List.of(OBSERVATIONS, PRODUCTS);

  private final String plural;

  SetKind(String plural) {
    this.plural = plural;
  }

  /**
   * Whether each set of the kind has columns of its own; the others have those of the archive's
   * common model, which the dictionary knows.
   */
  public boolean hasOwnColumns() {
    return !OF_ARCHIVE.contains(this);
  }

  /** The word for several rows. */
  public String plural() {
    return plural;
  }

  /** The word for so many rows: {@code 1 product}'s is {@code product}. */
  public String word(long count) {
    return count == 1 ? plural.substring(0, plural.length() - 1) : plural;
  }
}
