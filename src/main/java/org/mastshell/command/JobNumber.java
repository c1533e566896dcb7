package org.mastshell.command;

import org.mastshell.language.Arguments;
import org.mastshell.language.Word;

/** Understands the number of a download. */
final class JobNumber {
  private JobNumber() {}

  /**
   * The number that a word is.
   *
   * @throws org.mastshell.language.SyntaxException if it is none
   */
  static int of(Word word, Arguments arguments) {
    if (!word.text().matches("[1-9]\\d{0,5}")) {
      throw word.fault(
          arguments.command().line(),
          "a download is called by its number, which " + word.text() + " is not",
          "jobs lists those that are left");
    }
    return Integer.parseInt(word.text());
  }
}
