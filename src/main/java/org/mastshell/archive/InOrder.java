package org.mastshell.archive;

import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Hands on what came for batches in the order of the things asked for, whichever batch is answered
 * first.
 */
final class InOrder<R> {
  private record Part<R>(int things, R content) {}

  private final TreeMap<Integer, Part<R>> waiting = new TreeMap<>();
  private final Consumer<R> next;
  private int place;

  /**
   * @param next is given each part when all before it were
   */
  InOrder(Consumer<R> next) {
    this.next = next;
  }

  /**
   * Takes what came for a batch.
   *
   * @param first the place of its first thing
   * @param things how many things it stands for
   */
  void add(int first, int things, R content) {
    waiting.put(first, new Part<>(things, content));
    while (!waiting.isEmpty() && waiting.firstKey() == place) {
      Part<R> part = waiting.pollFirstEntry().getValue();
      next.accept(part.content());
      place += part.things();
    }
  }

  /** How many things were handed on. */
  int place() {
    return place;
  }
}
