package org.mastshell.samp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Knows which addresses are those of this computer. */
final class ThisComputer {
  private static final long SECONDS = 5;

  private ThisComputer() {}

  /** Whether every address of a host is here; not so where nobody tells its addresses in time. */
  static boolean has(String host) {
    CompletableFuture<Boolean> found = CompletableFuture.supplyAsync(() -> isHere(host));
    try {
      return found.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException unknown) {
      return false;
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isHere(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!address.isLoopbackAddress() && NetworkInterface.getByInetAddress(address) == null) {
          return false;
        }
      }
      return true;
    } catch (IOException unknown) {
      return false;
    }
  }
}
