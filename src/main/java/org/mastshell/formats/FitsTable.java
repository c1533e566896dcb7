package org.mastshell.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import uk.ac.starlink.fits.CardFactory;
import uk.ac.starlink.fits.CardImage;
import uk.ac.starlink.fits.FitsTableWriter;

/**
 * A FITS file with one binary table, through STIL. The standard has ASCII alone: other letters
 * become question marks. What is said of the whole table stands in {@code HISTORY} cards.
 */
final class FitsTable {
  private static final int CARD_TEXT = 72;
  private static final int CARD_VALUE = 68;
  private static final char QUOTE = '\'';
  // The archive's word for bytes is none of this standard's.
  private static final String BYTES = "B";

  private final TableDocument document;

  FitsTable(TableDocument document) {
    this.document = document;
  }

  /** Writes the file. */
  void write(OutputStream out) throws IOException {
    StilLogging.silence();
    StarTableView table =
        new StarTableView(
            document.table(), document.columns().stream().map(FitsTable::inFits).toList());
    table.setName(document.name());
    // Rows of no bytes at all would be gone.
    table.widenEmptyTexts();
    Writer writer = new Writer(document);
    // The same rows give the same file.
    writer.setWriteDate(false);
    writer.writeStarTable(table, out);
  }

  private static DataColumn inFits(DataColumn column) {
    String unit = column.unit().equals(BYTES) ? "byte" : UnitText.inFits(column.unit());
    return new DataColumn(column.name(), unit, fitting(column.description()), column.content());
  }

  // A longer text would be cut off in the middle of a word.
  private static String fitting(String description) {
    int end = 0;
    int width = 0;
    for (int i = 0; i < description.length(); i++) {
      width += description.charAt(i) == QUOTE ? 2 : 1;
      if (width > CARD_VALUE) {
        String whole = end == 0 ? description.substring(0, i) : description.substring(0, end);
        return whole.replaceAll("[\\s,;:(]+$", "");
      }
      boolean last = i + 1 == description.length() || description.charAt(i + 1) == ' ';
      end = last ? i + 1 : end;
    }
    return description;
  }

  /** STIL's writer with more cards. */
  private static final class Writer extends FitsTableWriter {
    private final TableDocument document;

    Writer(TableDocument document) {
      this.document = document;
    }

    @Override
    protected List<CardImage> getMetadataCards() {
      List<CardImage> cards = new ArrayList<>();
      if (document.columns().stream().anyMatch(DataColumn::isTime)) {
        cards.add(
            CardFactory.DEFAULT.createStringCard("TIMESYS", "UTC", "of the dates, which are MJD"));
      }
      if (document.columns().stream().anyMatch(DataColumn::isDirection)) {
        cards.add(CardFactory.DEFAULT.createStringCard("RADESYS", "ICRS", "of the positions"));
      }
      for (FileNote note : document.notes()) {
        String text = note.name() + ": " + note.text();
        for (int start = 0; start < text.length(); start += CARD_TEXT) {
          String piece = text.substring(start, Math.min(text.length(), start + CARD_TEXT));
          cards.add(CardFactory.DEFAULT.createPlainCard("HISTORY " + ascii(piece)));
        }
      }
      return cards;
    }

    private static String ascii(String text) {
      StringBuilder plain = new StringBuilder();
      text.chars().forEach(c -> plain.append(c >= ' ' && c <= '~' ? (char) c : '?'));
      return plain.toString();
    }
  }
}
