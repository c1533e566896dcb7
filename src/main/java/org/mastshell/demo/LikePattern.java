package org.mastshell.demo;

import java.util.regex.Pattern;

/**
 * A free text of a filter, as databases have them: {@code %} stands for any text, {@code _} for any
 * one character, and case does not matter.
 */
final class LikePattern {
  private final Pattern pattern;

  LikePattern(String text) {
    StringBuilder expression = new StringBuilder();
    text.codePoints()
        .forEach(
            c ->
                expression.append(
                    switch (c) {
                      case '%' -> ".*";
                      case '_' -> ".";
                      default -> Pattern.quote(Character.toString(c));
                    }));
    int flags = Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    pattern = Pattern.compile(expression.toString(), flags);
  }

  boolean matches(String text) {
    return pattern.matcher(text).matches();
  }
}
