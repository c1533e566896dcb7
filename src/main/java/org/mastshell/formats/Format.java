package org.mastshell.formats;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How data is written. */
public enum Format {
  /** Drawn for people; needs a console, so it is no file format. */
  TABLE,
  /** Comma-separated values, RFC 4180, with a header line. */
  CSV,
  /** Tab-separated values, with a header line. */
  TSV,
  /** One JSON array of objects. */
  JSON,
  /** One JSON object a line. */
  JSONL,
  /** A Markdown table. */
  MARKDOWN,
  /** Enhanced character-separated values, as astropy reads and writes them. */
  ECSV,
  /** VOTable 1.4. */
  VOTABLE;

  /** Whether spreadsheets open files of it, and take some texts in them for formulas. */
  public boolean isForSpreadsheets() {
    return this == CSV || this == TSV;
  }

  /** The word for it in options and settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that name, whatever the case. */
  public static Optional<Format> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equalsIgnoreCase(word)).findAny();
  }
}
