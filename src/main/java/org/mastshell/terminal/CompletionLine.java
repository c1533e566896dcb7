package org.mastshell.terminal;

import java.util.List;
import org.jline.reader.CompletingParsedLine;

/**
 * A line as JLine wants it for a completion: the word is just the part that a proposal replaces,
 * such as the value behind the last comma.
 *
 * @param line all of it
 * @param cursor where the cursor is
 * @param completion what may be typed there
 */
record CompletionLine(String line, int cursor, Completion completion)
    implements CompletingParsedLine {

  // JLine goes on to the common beginning only if that begins with the word in the same case and
  // quotes; we know already that it does, so the word is empty then.
  @Override
  public String word() {
    return completion.common().isPresent() ? "" : completion.typed();
  }

  @Override
  public int wordCursor() {
    return Math.min(rawWordCursor(), word().length());
  }

  @Override
  public int wordIndex() {
    return 0;
  }

  @Override
  public List<String> words() {
    return List.of(word());
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return cursor - completion.start();
  }

  @Override
  public int rawWordLength() {
    return completion.end() - completion.start();
  }
}
