package org.mastshell.fuzz;

/** What Jazzer calls: for one surface, whose name is the argument of the target. */
public final class JazzerEntry {
  private static Target target = input -> {};

  private JazzerEntry() {}

  /** Chooses the surface. */
  public static void fuzzerInitialize(String... arguments) {
    target = Surface.called(arguments[0]).target();
  }

  /** Takes an input. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    target.take(input);
  }
}
