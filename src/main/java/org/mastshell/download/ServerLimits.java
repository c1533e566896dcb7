package org.mastshell.download;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests each server is given at once by this program, however many downloads run in it.
 * Safe for use by several threads.
 */
public final class ServerLimits {
  private final Map<String, ParallelLimit> limits = new ConcurrentHashMap<>();

  /**
   * That of one server.
   *
   * @param server a word for it, the same for all downloads from there
   */
  ParallelLimit of(String server) {
    return limits.computeIfAbsent(server, one -> new ParallelLimit());
  }
}
