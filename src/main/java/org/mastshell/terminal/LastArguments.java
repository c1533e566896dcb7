package org.mastshell.terminal;

import java.util.List;
import java.util.Optional;
import org.jline.reader.Buffer;
import org.jline.reader.History;
import org.mastshell.terminal.WordScanner.RawCommand;
import org.mastshell.terminal.WordScanner.RawWord;

/** Puts the last word of an earlier line where the cursor is: what the key Alt-. does. */
final class LastArguments {
  private String inserted = "";
  private String left = "";
  private int cursor = -1;
  private int index;

  /** Begins anew with the last line of the history. */
  void reset() {
    cursor = -1;
  }

  /**
   * Inserts the last word of the last line or, where that was just done, puts the one of the line
   * before in its place. A word that stands there already is passed over.
   *
   * @return whether there was one
   */
  boolean insert(Buffer buffer, History history) {
    boolean again = buffer.cursor() == cursor && buffer.toString().equals(left);
    String before = again ? inserted : "";
    for (int i = again ? index - 1 : history.last(); i >= history.first(); i--) {
      Optional<String> word = lastWord(history.get(i)).filter(found -> !found.equals(before));
      if (word.isPresent()) {
        buffer.backspace(before.length());
        buffer.write(word.get());
        inserted = word.get();
        left = buffer.toString();
        cursor = buffer.cursor();
        index = i;
        return true;
      }
    }
    return false;
  }

  // As typed, with its quotes; a comment is no word.
  private static Optional<String> lastWord(String line) {
    List<RawWord> words =
        WordScanner.scan(line).commands().stream()
            .map(RawCommand::words)
            .filter(some -> !some.isEmpty())
            .reduce(List.of(), (first, second) -> second);
    return words.isEmpty() ? Optional.empty() : Optional.of(words.get(words.size() - 1).raw());
  }
}
