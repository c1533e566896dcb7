package org.mastshell.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes a query answer {@code EXECUTING} a number of times before its result is ready. Only the
 * same text asks for the same query: a changed body starts anew, as MAST documents.
 */
final class PollGate {
  private static final int REMEMBERED = 10_000;

  private final int polls;
  private final Map<String, Integer> asked =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  PollGate(int polls) {
    this.polls = polls;
  }

  /**
   * Notes that the query was asked.
   *
   * @return the part that is done, below 1 while it is executing
   */
  synchronized double ask(String body) {
    if (polls == 0) {
      return 1;
    }
    int before = asked.merge(body, 1, Integer::sum) - 1;
    return Math.min(1, (double) before / polls);
  }
}
