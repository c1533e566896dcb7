package org.mastshell.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;

/** What a format cannot keep of the cells of a table, so that nothing is lost unsaid. */
public final class FormatLosses {
  private static final int DELETE = 0x7f;

  private FormatLosses() {}

  /** A sentence for each kind of loss; none if the file holds all that the table does. */
  public static List<String> of(TableDocument document, FileFormat format) {
    Column[] texts = texts(document);
    List<String> losses = new ArrayList<>();
    switch (format) {
      case JSON, JSONL, SQLITE -> {}
      case CSV -> {
        // An empty line is none, so that a lone missing cell is written as an empty text.
        if (document.columns().size() == 1) {
          add(losses, texts, String::isEmpty, "empty text", "no text at all in a lone column");
        }
      }
      case TSV, MARKDOWN -> {
        add(losses, texts, String::isEmpty, "empty text", "no text at all");
        addMistakable(losses, document);
      }
      case ECSV -> {
        add(losses, texts, String::isEmpty, "empty text", "no text at all");
        add(losses, texts, FormatLosses::isBroken, "line breaks", "a blank for each");
      }
      case VOTABLE -> {
        add(losses, texts, FormatLosses::isBlankAtEnd, "nothing or blanks at the end", "none");
        add(losses, texts, FormatLosses::isNoXml, "control characters", "stand-ins for them");
        add(losses, texts, FormatLosses::isBeyondUcs2, "letters beyond U+FFFF", "? for each");
      }
      case FITS -> {
        add(losses, texts, FormatLosses::isBlankAtEnd, "nothing or blanks at the end", "none");
        add(losses, texts, FormatLosses::isControlled, "control characters", "? for each");
        add(losses, texts, FormatLosses::isBeyondAscii, "letters beyond ASCII", "? for each");
        addMissingTruths(losses, document);
        long names =
            document.columns().stream()
                .map(DataColumn::name)
                .filter(FormatLosses::isNoAscii)
                .count();
        if (names > 0) {
          String what = names == 1 ? "name of a column" : "names of columns";
          losses.add(sentence(names, what, "letters beyond ASCII", "? for each"));
        }
      }
    }
    return losses;
  }

  private static Column[] texts(TableDocument document) {
    return List.of(Cells.of(document.table(), document.columns())).stream()
        .filter(cells -> cells.type() == ColumnType.TEXT)
        .toArray(Column[]::new);
  }

  private static void add(
      List<String> losses, Column[] columns, Predicate<String> lost, String what, String instead) {
    long cells = 0;
    for (Column column : columns) {
      for (int row = 0; row < column.size(); row++) {
        String text = column.text(row);
        cells += text != null && lost.test(text) ? 1 : 0;
      }
    }
    if (cells > 0) {
      losses.add(sentence(cells, cells == 1 ? "cell" : "cells", what, instead));
    }
  }

  // The standard has a byte for them, which astropy does not tell from another.
  private static void addMissingTruths(List<String> losses, TableDocument document) {
    long cells = 0;
    for (Column column : Cells.of(document.table(), document.columns())) {
      if (column.type() == ColumnType.BOOLEAN) {
        cells += IntStream.range(0, column.size()).filter(column::isMissing).count();
      }
    }
    if (cells > 0) {
      losses.add(
          String.format(
              Locale.ROOT,
              "%,d %s without a truth value: the format has that, but astropy reads False",
              cells,
              cells == 1 ? "cell" : "cells"));
    }
  }

  private static void addMistakable(List<String> losses, TableDocument document) {
    Column[] cells = Cells.of(document.table(), document.columns());
    long columns =
        IntStream.range(0, cells.length)
            .filter(i -> document.columns().get(i).told() && CellTypes.mistakes(cells[i]))
            .count();
    if (columns > 0) {
      losses.add(
          sentence(
              columns,
              columns == 1 ? "column" : "columns",
              "texts that read as numbers or truth values",
              "nothing to tell them apart"));
    }
  }

  private static String sentence(long count, String word, String what, String instead) {
    return String.format(
        Locale.ROOT, "%,d %s with %s: the format has %s", count, word, what, instead);
  }

  private static boolean isBroken(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }

  private static boolean isNoXml(String text) {
    return text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t');
  }

  private static boolean isBeyondUcs2(String text) {
    return text.chars().anyMatch(c -> Character.isSurrogate((char) c));
  }

  private static boolean isBlankAtEnd(String text) {
    return text.isEmpty() || text.charAt(text.length() - 1) == ' ';
  }

  private static boolean isControlled(String text) {
    return text.chars().anyMatch(c -> c < ' ' || c == DELETE);
  }

  private static boolean isBeyondAscii(String text) {
    return text.chars().anyMatch(c -> c > DELETE);
  }

  private static boolean isNoAscii(String text) {
    return text.chars().anyMatch(c -> c < ' ' || c >= DELETE);
  }
}
