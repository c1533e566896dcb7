package org.mastshell.terminal;

import java.util.List;
import java.util.function.Function;
import org.mastshell.table.Match;

/**
 * Words to choose from. Of very many only the texts are compared; what else is known of a word is
 * made when it is chosen.
 */
public interface Words<T> {
  /** How many there are. */
  int size();

  /** How a word reads. */
  String text(int index);

  /** All of a word. */
  T get(int index);

  /** The words that begin with what is typed, whatever the case, an equal one first. */
  default Matches<T> beginning(String typed) {
    Matches.Gathering<T> fitting = new Matches.Gathering<>(this);
    int length = typed.length();
    // Most words of a long list are spelled as the one before, and that is compared the quickest.
    String spelling = typed;
    for (int i = 0; i < size(); i++) {
      String text = text(i);
      boolean begins = text.startsWith(spelling);
      if (!begins && text.regionMatches(true, 0, typed, 0, length)) {
        begins = true;
        spelling = text.substring(0, length);
      }
      if (begins && text.length() == length && length > 0) {
        fitting.addFirst(i, text);
      } else if (begins) {
        fitting.add(i, text);
      }
    }
    return fitting.matches();
  }

  /** The words that hold what is typed, whatever the case. */
  default Matches<T> holding(String typed) {
    return fitting(new Match.Contains(typed));
  }

  /** The words that fit a match. */
  default Matches<T> fitting(Match match) {
    Matches.Gathering<T> fitting = new Matches.Gathering<>(this);
    for (int i = 0; i < size(); i++) {
      String text = text(i);
      if (match.fits(text, Double.NaN)) {
        fitting.add(i, text);
      }
    }
    return fitting.matches();
  }

  /** The words of a list. */
  static <T> Words<T> of(List<T> words, Function<T, String> text) {
    return new Words<>() {
      @Override
      public int size() {
        return words.size();
      }

      @Override
      public String text(int index) {
        return text.apply(words.get(index));
      }

      @Override
      public T get(int index) {
        return words.get(index);
      }
    };
  }
}
