package org.mastshell.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A criterion that is written in words, as in SQL: {@code mission in ('JWST','HST')}, {@code
 * exptime between 1 and 5}, {@code target is not null}.
 */
final class WordyCriterion {
  private final List<Word> words;
  private final int start;
  private int at;
  private boolean negative;

  /**
   * @param start which of the words is the field
   */
  WordyCriterion(List<Word> words, int start) {
    this.words = words;
    this.start = start;
    this.at = start + 1;
  }

  /** What to write in its place; empty if it is nothing of the kind. */
  Optional<Correction> meant() {
    skipNot();
    String verb = next();
    return switch (verb) {
      case "is" -> {
        skipNot();
        yield equal("=");
      }
      case "like", "ilike", "equals", "equal", "eq" -> equal("=");
      case "contains" -> equal("~");
      case "in" -> list();
      case "between" -> range();
      default -> Optional.empty();
    };
  }

  private void skipNot() {
    if (at < words.size() && lower(words.get(at)).equals("not")) {
      negative = true;
      at++;
    }
  }

  private String next() {
    return at < words.size() ? lower(words.get(at++)) : "";
  }

  private Optional<Correction> equal(String symbol) {
    return at < words.size() ? correction(symbol, words.get(at).raw(), at) : Optional.empty();
  }

  private Optional<Correction> list() {
    StringBuilder values = new StringBuilder();
    int place = at;
    boolean more = place < words.size();
    boolean bracket = more && words.get(place).raw().startsWith("(");
    while (more) {
      String raw = words.get(place).raw();
      values.append(raw);
      boolean closed = bracket ? raw.endsWith(")") : !raw.endsWith(",");
      place++;
      more = !closed && place < words.size();
    }
    String bare = values.toString().replaceFirst("^\\(", "").replaceFirst("\\)$", "");
    return bare.isEmpty() ? Optional.empty() : correction("=", bare, place - 1);
  }

  private Optional<Correction> range() {
    boolean complete = at + 2 < words.size() && lower(words.get(at + 1)).equals("and");
    return complete
        ? correction("=", words.get(at).raw() + ".." + words.get(at + 2).raw(), at + 2)
        : Optional.empty();
  }

  private Optional<Correction> correction(String symbol, String values, int last) {
    Word field = words.get(start);
    String text = field.raw() + (negative ? "!" : "") + symbol + values;
    return Optional.of(new Correction(field.start(), words.get(last).end(), text));
  }

  private static String lower(Word word) {
    return word.text().toLowerCase(Locale.ROOT);
  }
}
