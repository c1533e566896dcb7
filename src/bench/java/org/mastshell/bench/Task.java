package org.mastshell.bench;

/** A piece of work that is measured each time it runs. */
public interface Task {

  /** Gets ready for the next run; not measured. */
  default void before() {}

  /**
   * Runs once.
   *
   * @return something that depends on all that was worked out, so that no part of it can be left
   *     out by the virtual machine
   */
  Object run();
}
