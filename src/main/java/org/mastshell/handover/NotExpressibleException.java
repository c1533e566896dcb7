package org.mastshell.handover;

/** Something in the lineage of a set that a program cannot express; its message names it. */
public final class NotExpressibleException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param what it is, without a final full stop
   */
  public NotExpressibleException(String what) {
    super(what);
  }

  /** Does something; what cannot be expressed is said to be part of this command. */
  static void naming(String command, Runnable work) {
    try {
      work.run();
    } catch (NotExpressibleException what) {
      throw new NotExpressibleException(what.getMessage() + " (in: " + command + ")");
    }
  }
}
