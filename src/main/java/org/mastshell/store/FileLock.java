package org.mastshell.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Says that one process has something for itself. The operating system takes it back when the
 * process ends, however it ends. The file stays: were it deleted, two could hold a lock of its
 * name. It holds the number of the process that has the lock.
 *
 * <p>A process that opens and closes the file in any other way gives its own lock back without
 * knowing it (POSIX, fcntl): whoever has a lock asks nothing of its file.
 */
public final class FileLock implements AutoCloseable {
  private final FileChannel channel;

  private FileLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, unless another process (or another part of this one) has it.
   *
   * @param file in a folder that exists; made if need be
   * @throws StoreException if the file cannot be made
   */
  public static Optional<FileLock> take(Path file) {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              PrivateFile.make(file), StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        return Optional.empty();
      }
      writeOwner(channel);
      return Optional.of(new FileLock(channel));
    } catch (OverlappingFileLockException ours) {
      // To close the channel would give back the lock that the other part has.
      return Optional.empty();
    } catch (IOException refused) {
      throw DiskRoom.refused(file, file + " cannot be made", refused);
    }
  }

  /**
   * The number of the process that has the lock, as far as its file tells. Nothing is locked for
   * that, so that nobody who wants the lock at this moment is refused it. Not to be asked by a
   * process that has the lock.
   */
  public static Optional<String> owner(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
      return Optional.of(text)
          .filter(number -> number.matches("\\d{1,9}"))
          .filter(FileLock::isAlive);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  // A process that was killed could not take its number back.
  private static boolean isAlive(String process) {
    return ProcessHandle.of(Long.parseLong(process)).filter(ProcessHandle::isAlive).isPresent();
  }

  private static void writeOwner(FileChannel channel) throws IOException {
    byte[] owner = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(owner), 0);
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
