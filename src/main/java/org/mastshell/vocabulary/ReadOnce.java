package org.mastshell.vocabulary;

import java.util.function.Supplier;

/**
 * Something bundled that is read when it is first asked for, and once: most starts of the program
 * ask for none of it. For several threads.
 *
 * @param <T> what is read
 */
final class ReadOnce<T> implements Supplier<T> {
  private final Supplier<T> reader;
  private T read;

  /**
   * @param reader reads it; never gives null
   */
  ReadOnce(Supplier<T> reader) {
    this.reader = reader;
  }

  @Override
  public synchronized T get() {
    if (read == null) {
      read = reader.get();
    }
    return read;
  }
}
