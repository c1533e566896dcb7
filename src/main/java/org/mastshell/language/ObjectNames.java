package org.mastshell.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads names of objects, typed or in files, outside of criteria. */
public final class ObjectNames {
  private static final String COMMA = ",";

  private ObjectNames() {}

  /**
   * The names, each once. A comma parts them, a blank does not: {@code M 101, eta Car @more.txt}.
   *
   * @param words the words that a command was given, at least one
   * @param line the whole line
   * @param notes is told what was read from files, for people
   * @throws SyntaxException if a file cannot be read, or nothing stands between commas
   */
  public static List<String> read(
      List<Word> words, String line, ValueFiles files, List<String> notes) {
    Set<String> names = new LinkedHashSet<>();
    for (List<Word> pieces : parted(words, line)) {
      String text = pieces.stream().map(Word::text).collect(Collectors.joining(" "));
      add(names, new ValueText(line, pieces.get(0)).quoted(text), files, notes);
    }
    return List.copyOf(names);
  }

  /** Adds the name that a value is, or those in the file that it speaks of. */
  static void add(Set<String> names, ValueText value, ValueFiles files, List<String> notes) {
    if (FileReference.isOne(value)) {
      new FileValues(files, notes)
          .read(value, TargetFile.NAMES)
          .list()
          .forEach(each -> names.add(each.text().text()));
    } else {
      names.add(value.text());
    }
  }

  // Options may stand among the words, so that a name need not be one piece of the line. A file is
  // a name of its own, with or without a comma beside it.
  private static List<List<Word>> parted(List<Word> words, String line) {
    List<List<Word>> names = new ArrayList<>();
    List<Word> current = new ArrayList<>();
    boolean due = true;
    for (Word piece : pieces(words)) {
      boolean file = piece.text().startsWith("@");
      boolean comma = piece.raw().equals(COMMA);
      if ((file || comma) && !current.isEmpty()) {
        names.add(current);
        current = new ArrayList<>();
      } else if (comma && due) {
        throw missing(piece, line);
      }
      if (file) {
        names.add(List.of(piece));
      } else if (!comma) {
        current.add(piece);
      }
      due = comma;
    }
    if (due) {
      throw missing(words.get(words.size() - 1), line);
    }
    if (!current.isEmpty()) {
      names.add(current);
    }
    return names;
  }

  // The words, taken apart at commas; each comma is a piece of its own.
  private static List<Word> pieces(List<Word> words) {
    List<Word> pieces = new ArrayList<>();
    for (Word word : words) {
      QuotedText text = QuotedText.of(word.raw());
      int from = 0;
      for (int i = 0; i < text.length(); i++) {
        if (text.isBare(i, COMMA.charAt(0))) {
          addPiece(pieces, word, from, text.offset(i));
          from = text.offset(i) + 1;
          pieces.add(word.part(from - 1, from));
        }
      }
      addPiece(pieces, word, from, word.raw().length());
    }
    return pieces;
  }

  private static void addPiece(List<Word> pieces, Word word, int from, int to) {
    if (!word.part(from, to).text().isBlank()) {
      pieces.add(word.part(from, to));
    }
  }

  private static SyntaxException missing(Word near, String line) {
    return near.fault(line, "a name is missing beside the comma", "take the comma away");
  }
}
