package org.mastshell.formats;

/** The writer of each format. */
public final class TableWriters {
  private TableWriters() {}

  /**
   * The writer of a format.
   *
   * @param harmless whether texts that spreadsheets would take for formulas are kept from it, in
   *     the formats that they open
   * @throws IllegalArgumentException for {@link Format#TABLE}, which is drawn and not written
   */
  public static TableWriter of(Format format, boolean harmless) {
    TableWriter writer = of(format);
    return harmless && format.isForSpreadsheets() ? HarmlessTable.writer(writer) : writer;
  }

  /**
   * The writer of a format.
   *
   * @throws IllegalArgumentException for {@link Format#TABLE}, which is drawn and not written
   */
  public static TableWriter of(Format format) {
    return switch (format) {
      case CSV -> new CsvTableWriter();
      case TSV -> new TsvTableWriter();
      case JSON -> JsonTableWriter.array();
      case JSONL -> JsonTableWriter.lines();
      case MARKDOWN -> new MarkdownTableWriter();
      case ECSV -> new EcsvTableWriter();
      case VOTABLE -> new VoTableWriter();
      case TABLE -> throw new IllegalArgumentException("a drawn table is no data format");
    };
  }
}
