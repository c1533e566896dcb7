package org.mastshell.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The lines of a file that were taken for comments, so that none is left out unsaid. */
final class CommentLines {
  private static final int NAMED = 5;

  private final List<Long> first = new ArrayList<>();
  private long count;

  /** Counts one, by its number from 1. */
  void add(long line) {
    count++;
    if (first.size() < NAMED) {
      first.add(line);
    }
  }

  /** A sentence about them; none if there are none. */
  List<String> notes() {
    if (count == 0) {
      return List.of();
    }
    if (count == 1) {
      return List.of("line " + first.get(0) + " begins with # and was taken for a comment");
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "%,d lines that begin with # were taken for comments: lines %s",
            count,
            numbers()));
  }

  private String numbers() {
    if (count > NAMED) {
      return first.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ", …";
    }
    int last = first.size() - 1;
    return first.subList(0, last).stream().map(String::valueOf).collect(Collectors.joining(", "))
        + " and "
        + first.get(last);
  }
}
