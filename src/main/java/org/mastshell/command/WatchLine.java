package org.mastshell.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.language.Arguments;
import org.mastshell.language.Interval;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;

/**
 * What a person wants watched.
 *
 * @param interval between the end of a round and the next one
 * @param command to be run in each round
 * @param then to be run on new rows
 * @param times how many rounds at most; empty for no end
 */
record WatchLine(
    Duration interval, String command, Optional<String> then, Optional<Integer> times) {
  static final String THEN = "then";
  static final String TIMES = "times";
  private static final String USAGE = "watch 1h refresh --then \"download\"";

  /**
   * Reads it. Options between the words are those of watch if they have its names; all others
   * belong to the command.
   *
   * @param lines puts variables in
   * @param shortest interval that is allowed
   * @throws SyntaxException if something is missing or wrong
   */
  static WatchLine read(Arguments arguments, InnerLines lines, Duration shortest) {
    return new Reading(arguments, lines).read(shortest);
  }

  /** One line on its way. */
  private static final class Reading {
    private final String line;
    private final Arguments arguments;
    private final InnerLines lines;
    private final List<Word> words;
    private final List<Word> command = new ArrayList<>();
    private Word then;
    private Word times;

    Reading(Arguments arguments, InnerLines lines) {
      this.arguments = arguments;
      this.line = arguments.command().line();
      this.lines = lines;
      this.words = arguments.values();
    }

    WatchLine read(Duration shortest) {
      if (words.isEmpty()) {
        throw MissingWord.behind(arguments, "watch needs an interval and a command", USAGE);
      }
      Duration interval =
          Interval.read(
              filled(words.get(0)),
              line,
              shortest,
              "the archive is asked once a minute at most: 1min, 1h, 1d");
      int next = 1;
      while (next < words.size()) {
        next = take(next);
      }
      if (command.isEmpty()) {
        throw MissingWord.behind(arguments, "watch needs a command to repeat", USAGE);
      }
      String repeated = InnerCommand.of(command);
      Optional<String> onNews = Optional.ofNullable(then).map(Word::text);
      lines.requireKnown(repeated);
      onNews.ifPresent(lines::requireKnown);
      return new WatchLine(
          interval, repeated, onNews, Optional.ofNullable(times).map(this::number));
    }

    private int take(int place) {
      Word word = words.get(place);
      if (word.raw().equals("--" + THEN)) {
        then = value(place, then);
        return place + 2;
      }
      if (word.raw().equals("--" + TIMES)) {
        times = filled(value(place, times));
        return place + 2;
      }
      if (word.raw().startsWith("--" + THEN + "=")) {
        then = once(word, Word.in(line, word.start() + THEN.length() + 3, word.end()), then);
      } else if (word.raw().startsWith("--" + TIMES + "=")) {
        times =
            filled(once(word, Word.in(line, word.start() + TIMES.length() + 3, word.end()), times));
      } else {
        command.add(word);
      }
      return place + 1;
    }

    private Word value(int place, Word before) {
      Word option = words.get(place);
      if (place + 1 == words.size()) {
        throw option.fault(line, option.raw() + " needs a value", USAGE);
      }
      return once(option, words.get(place + 1), before);
    }

    private Word once(Word option, Word value, Word before) {
      if (before != null) {
        throw option.fault(line, option.raw() + " is given twice", "give it once");
      }
      return value;
    }

    // The value of a variable, where the word stands in the line as typed.
    private Word filled(Word word) {
      String text = lines.fill(word.raw());
      return new Word(Word.in(text, 0, text.length()).text(), text, word.start(), word.end());
    }

    private int number(Word word) {
      try {
        int number = Integer.parseInt(word.text());
        if (number > 0) {
          return number;
        }
      } catch (NumberFormatException none) {
        throw fault(word);
      }
      throw fault(word);
    }

    private SyntaxException fault(Word word) {
      return word.fault(line, word.text() + " is no number of rounds", "as in --times 24");
    }
  }
}
