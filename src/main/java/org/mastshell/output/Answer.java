package org.mastshell.output;

import java.util.ArrayList;
import java.util.List;

/** What a command answers, in the order in which it is to be shown. */
public record Answer(List<Part> parts) {
  /** Keeps its own copy. */
  public Answer {
    parts = List.copyOf(parts);
  }

  /** Nothing to say. */
  public static Answer none() {
    return new Answer(List.of());
  }

  /** One part. */
  public static Answer of(Part part) {
    return new Answer(List.of(part));
  }

  /** Lines of talk. */
  public static Answer talk(String... lines) {
    List<Part> parts = new ArrayList<>();
    for (String line : lines) {
      parts.add(new Part.Talk(line));
    }
    return new Answer(parts);
  }
}
