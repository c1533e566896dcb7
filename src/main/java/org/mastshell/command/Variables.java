package org.mastshell.command;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What {@code let} has set, by name, for as long as the shell runs. Used by one thread. */
public final class Variables {
  private final Map<String, String> values = new TreeMap<>();

  /** Sets one. */
  public void set(String name, String value) {
    values.put(name, value);
  }

  /** All of them, by name. */
  public Map<String, String> all() {
    return Collections.unmodifiableMap(values);
  }
}
