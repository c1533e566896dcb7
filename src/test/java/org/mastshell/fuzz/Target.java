package org.mastshell.fuzz;

/** Something that reads what comes from outside, put so that a fuzzer can call it. */
@FunctionalInterface
public interface Target {
  /**
   * Reads an input, and holds what came of it to what is promised of it. An input that is refused
   * as the reader's documentation says is no find.
   *
   * @throws Exception or an error: a find
   */
  void take(byte[] input) throws Exception;
}
