package org.mastshell.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts requests by path, so that a test can tell how often the archive was asked. */
final class RequestLog {
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

  void record(String path) {
    counts.computeIfAbsent(path, unused -> new AtomicInteger()).incrementAndGet();
  }

  int countStartingWith(String pathPrefix) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(pathPrefix))
        .mapToInt(entry -> entry.getValue().get())
        .sum();
  }
}
