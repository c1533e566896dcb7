package org.mastshell.fuzz;

/** What Jazzer calls: for one surface, whose name is the argument of the target. */
public final class JazzerEntry {
  private static Target target = input -> {};

  private JazzerEntry() {}

  /** Chooses the surface, and reads its seeds: what is loaded for the first time takes long. */
  public static void fuzzerInitialize(String... arguments) throws Exception {
    Surface surface = Surface.called(arguments[0]);
    target = surface.target();
    for (byte[] seed : surface.seeds()) {
      target.take(seed);
    }
  }

  /** Takes an input. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    target.take(input);
  }
}
