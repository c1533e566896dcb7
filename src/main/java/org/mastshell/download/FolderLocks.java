package org.mastshell.download;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps two downloads into one folder, of one program or of several, from writing the same file:
 * each file is a byte of a lock file. The system gives a lock back when its program ends, however
 * it ends. Where the file system knows no locks, those of this program alone are told apart.
 */
final class FolderLocks implements Closeable {
  private static final String NAME = ".mastDownload.lock";
  private static final long MANIFEST = 0;
  private static final long PATIENCE_SECONDS = 30;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final SharedChannel channel;
  private final AtomicBoolean closed = new AtomicBoolean();

  private FolderLocks(SharedChannel channel) {
    this.channel = channel;
  }

  /** Something held until it is released. */
  @FunctionalInterface
  interface Held {
    void release();
  }

  static FolderLocks open(Path folder) throws IOException {
    return new FolderLocks(SharedChannel.of(folder.resolve(NAME)));
  }

  /**
   * The right to write a file, or nothing if another download has it. Names that some file system
   * takes for the same are one.
   */
  Optional<Held> file(String path) {
    byte[] bytes = SafeName.folded(path).getBytes(StandardCharsets.UTF_8);
    long hash = UUID.nameUUIDFromBytes(bytes).getMostSignificantBits();
    return channel.hold(1 + (hash >>> 2));
  }

  /** The right to write the manifest; waits for others, who need it for a moment only. */
  Held manifest() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Optional<Held> held = channel.hold(MANIFEST);
    while (held.isEmpty()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IOException("another download keeps the manifest locked");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      held = channel.hold(MANIFEST);
    }
    return held.get();
  }

  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      channel.release();
    }
  }
}
