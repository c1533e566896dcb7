package org.mastshell.download;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Begins hashes: by the system's library where that is worth its loading, else by Java. Safe for
 * use by several threads.
 */
final class Hashes {
  // Loading takes as long as hashing about so many bytes by Java, compiled in haste.
  private static final long WORTH_LOADING = 16L << 20;
  private static final long WORTH_WAITING = 8L << 20;

  private final FutureTask<Optional<SystemSha256.Library>> loading;

  private Hashes(FutureTask<Optional<SystemSha256.Library>> loading) {
    this.loading = loading;
  }

  /** Those of Java alone. */
  static Hashes ofJava() {
    FutureTask<Optional<SystemSha256.Library>> nothing = new FutureTask<>(Optional::empty);
    nothing.run();
    return new Hashes(nothing);
  }

  /**
   * For a piece of work; loads the system's library meanwhile, if there is much to do.
   *
   * @param bytes about how many bytes there are to hash in all
   */
  static Hashes forBytes(long bytes) {
    if (bytes < WORTH_LOADING) {
      return ofJava();
    }
    FutureTask<Optional<SystemSha256.Library>> loading =
        new FutureTask<>(SystemSha256.Library::load);
    Thread thread = new Thread(loading, "hash-library");
    thread.setDaemon(true);
    thread.start();
    return new Hashes(loading);
  }

  /**
   * Begins a hash.
   *
   * @param bytes about how many there will be, or -1
   */
  Sha256 begin(long bytes) {
    if (loading.isDone() || bytes >= WORTH_WAITING) {
      return library().map(SystemSha256.Library::begin).orElseGet(JavaSha256::new);
    }
    return new JavaSha256();
  }

  private Optional<SystemSha256.Library> library() {
    try {
      return loading.get();
    } catch (ExecutionException defect) {
      // Java's own does as well, only more slowly.
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
