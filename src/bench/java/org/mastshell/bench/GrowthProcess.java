package org.mastshell.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.mastshell.shell.BenchShell;

/** Lists products once, and writes how many, the nanoseconds, and the bytes that they keep. */
final class GrowthProcess {
  private static final int COLLECTIONS = 3;

  private GrowthProcess() {}

  /** The arguments are a folder and the address of the archive. */
  public static void main(String[] arguments) throws IOException {
    try (BenchShell shell = BenchShell.open(Path.of(arguments[0]), arguments[1])) {
      shell.run("set product_limit 5000000");
      // What is loaded and kept once, whatever the number of rows, is no part of it.
      shell.run("search mission=JWST program=1073; products");
      shell.run("search mission=JWST program=9001");
      long before = used();
      long begun = System.nanoTime();
      shell.run("products");
      long taken = System.nanoTime() - begun;
      long kept = used() - before;
      System.out.println(shell.rows() + " " + taken + " " + kept);
    }
  }

  private static long used() {
    for (int collection = 0; collection < COLLECTIONS; collection++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
