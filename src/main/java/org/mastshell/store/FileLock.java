package org.mastshell.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Says that one process has something for itself. The operating system takes it back when the
 * process ends, however it ends. The file stays: were it deleted, two could hold a lock of its
 * name. It holds the number of the process that has the lock.
 *
 * <p>A process that opens and closes the file in any other way gives its own lock back without
 * knowing it (POSIX, fcntl): whoever has a lock asks nothing of its file.
 */
public final class FileLock implements AutoCloseable {
  private static final int ATTEMPTS = 5;
  private static final long MOMENT_NANOS = 2_000_000;
  private static final int LONGEST_NUMBER = 20;

  private final FileChannel channel;

  private FileLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, unless another process (or another part of this one) has it.
   *
   * @param file in a folder that exists; made if need be
   * @throws StoreException if the file cannot be made or locked
   */
  public static Optional<FileLock> take(Path file) {
    FileChannel channel = open(file);
    try {
      if (locks(channel, ATTEMPTS)) {
        writeOwner(channel);
        return Optional.of(new FileLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (OverlappingFileLockException ours) {
      // To close the channel would give back the lock that the other part has.
      return Optional.empty();
    } catch (IOException refused) {
      closeQuietly(channel);
      throw DiskRoom.refused(file, file + " cannot be locked", refused);
    }
  }

  private static FileChannel open(Path file) {
    try {
      return FileChannel.open(
          PrivateFile.make(file), StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException refused) {
      throw DiskRoom.refused(file, file + " cannot be made", refused);
    }
  }

  // Who asks whether it is held holds it for a moment as well.
  private static boolean locks(FileChannel channel, int attempts) throws IOException {
    for (int attempt = 0; attempt < attempts; attempt++) {
      if (channel.tryLock() != null) {
        return true;
      }
      LockSupport.parkNanos(MOMENT_NANOS);
    }
    return false;
  }

  /**
   * The number of the process that has the lock; empty where none has it. Not to be asked by a
   * process that has the lock.
   */
  public static Optional<String> owner(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes = ByteBuffer.allocate(LONGEST_NUMBER);
      channel.read(bytes, 0);
      String text = new String(bytes.array(), StandardCharsets.US_ASCII).strip();
      String number = text.replaceAll("\\D.*", "");
      // A process that was killed could not take its number back, and others get the same.
      return number.isEmpty() || isFree(channel) ? Optional.empty() : Optional.of(number);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try (var shared = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return shared != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    }
  }

  // A number that finds no room on the disk is no reason to refuse the lock.
  private static void writeOwner(FileChannel channel) {
    byte[] owner = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(owner), 0);
    } catch (IOException unwritten) {
      return;
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException gone) {
      return;
    }
  }

  @Override
  public void close() {
    try (channel) {
      channel.truncate(0);
    } catch (IOException gone) {
      // The end of the process gives the lock back.
      return;
    }
  }
}
