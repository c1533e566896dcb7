package org.mastshell.language;

/**
 * A piece of a statement in SQL.
 *
 * @param kind what it is
 * @param name what it says, without quotes
 * @param start where it begins in the statement
 * @param end where it ends, exclusive
 */
public record SqlToken(Kind kind, String name, int start, int end) {
  /** What a piece of a statement is. */
  public enum Kind {
    /** A bare word: a keyword, or a name. */
    WORD,
    /** A name in double quotes, brackets or backticks. */
    QUOTED,
    /** A text in single quotes. */
    TEXT,
    /** A number. */
    NUMBER,
    /** {@code $NAME}. */
    VARIABLE,
    /** Anything else, character by character. */
    SIGN,
    /** A quote or a comment that is never closed. */
    OPEN
  }

  /** Whether it is this keyword or sign. */
  public boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SIGN) && name.equalsIgnoreCase(word);
  }

  /** Whether it is one of these keywords or signs. */
  public boolean isOne(Iterable<String> words) {
    for (String word : words) {
      if (is(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it may name a table or a column. */
  public boolean isName() {
    return kind == Kind.QUOTED || (kind == Kind.WORD && !SqlWords.isReserved(name));
  }
}
