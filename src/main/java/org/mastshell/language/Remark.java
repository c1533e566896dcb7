package org.mastshell.language;

import java.util.Optional;

/**
 * What is wrong with a value.
 *
 * @param message what is wrong, without a final full stop
 * @param advice the right form, with an example
 * @param instead what to write in the place of the value, where one meaning is likely
 */
record Remark(String message, String advice, Optional<String> instead) {
  static Remark of(String message, String advice) {
    return new Remark(message, advice, Optional.empty());
  }

  /** One meaning is likely. */
  static Remark meant(String message, String instead) {
    return new Remark(message, "did you mean " + instead + "?", Optional.of(instead));
  }
}
