package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The words that fit what is typed. All are counted, but only the first are kept: nobody reads a
 * list of thousands.
 *
 * @param first an equal one first, else in the order given
 * @param count of all that fit
 * @param common what all begin with, whatever the case, in the spelling of the first
 * @param alike whether they only resemble what is typed
 */
public record Matches<T>(List<T> first, int count, String common, boolean alike) {
  /** So many are kept. */
  public static final int MOST = 400;

  /** Nothing. */
  static <T> Matches<T> none() {
    return new Matches<>(List.of(), 0, "", false);
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** The same with the words that were kept in another order. */
  Matches<T> with(List<T> sorted) {
    return new Matches<>(List.copyOf(sorted), count, common, alike);
  }

  /** Just those that were kept. */
  Matches<T> kept() {
    return new Matches<>(first, first.size(), common, alike);
  }

  /** The same, each changed. */
  Matches<T> each(UnaryOperator<T> change) {
    return new Matches<>(first.stream().map(change).toList(), count, common, alike);
  }

  /** Both, these first. */
  Matches<T> plus(Matches<T> others) {
    if (isEmpty() || others.isEmpty()) {
      return isEmpty() ? others : this;
    }
    List<T> both = new ArrayList<>(first);
    both.addAll(others.first);
    String beginning = Common.beginning(common, others.common);
    return new Matches<>(List.copyOf(both), count + others.count, beginning, alike || others.alike);
  }

  /** The same without some, as far as they were kept. */
  Matches<T> without(Predicate<T> out, Function<T, String> text) {
    if (first.stream().noneMatch(out)) {
      return this;
    }
    List<T> left = first.stream().filter(out.negate()).toList();
    int others = count - (first.size() - left.size());
    String beginning =
        others > left.size()
            ? common
            : left.stream().map(text).reduce(Common::beginning).orElse("");
    return new Matches<>(left, others, beginning, alike);
  }

  /** Gathers words one by one. */
  static final class Gathering<T> {
    private final Words<T> words;
    private final List<T> first = new ArrayList<>();
    private int count;
    private String common = "";

    Gathering(Words<T> words) {
      this.words = words;
    }

    void add(int index, String text) {
      narrow(text);
      if (first.size() < MOST) {
        first.add(words.get(index));
      }
    }

    /** Takes a word that is equal to what is typed, and so comes before all others. */
    void addFirst(int index, String text) {
      narrow(text);
      first.add(0, words.get(index));
      if (first.size() > MOST) {
        first.remove(MOST);
      }
    }

    private void narrow(String text) {
      common = count == 0 ? text : Common.beginning(common, text);
      count++;
    }

    /** What was gathered. */
    Matches<T> matches() {
      return new Matches<>(List.copyOf(first), count, common, false);
    }

    /** What was gathered, as words that only resemble what is typed. */
    Matches<T> alike() {
      return new Matches<>(List.copyOf(first), count, common, count > 0);
    }
  }
}
