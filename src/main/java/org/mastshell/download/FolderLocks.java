package org.mastshell.download;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps two downloads into one folder, of one program or of several, from writing the same file:
 * each file is a byte of a lock file. The system gives a lock back when its program ends, however
 * it ends. A file system that knows no locks is used without.
 */
final class FolderLocks implements Closeable {
  private static final String NAME = ".mastDownload.lock";
  private static final long MANIFEST = 0;
  private static final long PATIENCE_SECONDS = 30;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final FileChannel channel;

  private FolderLocks(FileChannel channel) {
    this.channel = channel;
  }

  /** Something held until it is released. */
  @FunctionalInterface
  interface Held {
    void release();
  }

  static FolderLocks open(Path folder) throws IOException {
    return new FolderLocks(
        FileChannel.open(
            folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
  }

  /** The right to write a file, or nothing if another download has it. */
  Optional<Held> file(String path) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    long hash = UUID.nameUUIDFromBytes(bytes).getMostSignificantBits();
    return hold(1 + (hash >>> 2));
  }

  /** The right to write the manifest; waits for others, who need it for a moment only. */
  Held manifest() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Optional<Held> held = hold(MANIFEST);
    while (held.isEmpty()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IOException("another download keeps the manifest locked");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      held = hold(MANIFEST);
    }
    return held.get();
  }

  private Optional<Held> hold(long place) {
    try {
      FileLock lock = channel.tryLock(place, 1, false);
      return lock == null ? Optional.empty() : Optional.of(() -> release(lock));
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    } catch (IOException e) {
      // No locks on this file system: files are still checked before they get their names.
      return Optional.of(() -> {});
    }
  }

  private static void release(FileLock lock) {
    try {
      lock.release();
    } catch (IOException e) {
      // The system takes it back when the channel is closed, which is soon.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
