package org.mastshell.download;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one channel of this process to a file of locks. Such locks belong to the process (POSIX,
 * fcntl): whoever closes any channel to the file gives all of them back, those of others in the
 * same program included. So all of them use one, and the last one closes it.
 */
final class SharedChannel {
  // What belongs to the process can be known only for the whole process.
  private static final Map<Object, SharedChannel> OPEN = new HashMap<>();

  private final Object key;
  private final FileChannel channel;
  private final Set<Long> held = new HashSet<>();
  private int users;

  private SharedChannel(Object key, FileChannel channel) {
    this.key = key;
    this.channel = channel;
  }

  /** That of a file, which is made if need be; to be given back with {@link #release}. */
  static SharedChannel of(Path file) throws IOException {
    synchronized (OPEN) {
      make(file);
      Object key = key(file);
      SharedChannel shared = OPEN.get(key);
      if (shared == null || !shared.channel.isOpen()) {
        shared = new SharedChannel(key, FileChannel.open(file, StandardOpenOption.WRITE));
        OPEN.put(key, shared);
      }
      shared.users++;
      return shared;
    }
  }

  /**
   * Takes a byte of the file, unless another process or another part of this one has it. Where the
   * file system knows no locks, it is kept from other parts of this process alone.
   *
   * @return what gives it back
   */
  Optional<FolderLocks.Held> hold(long place) {
    synchronized (held) {
      if (!held.add(place)) {
        return Optional.empty();
      }
    }
    FileLock lock = null;
    boolean free = true;
    synchronized (OPEN) {
      // Until it is given back: its user may have ended when a file is still being written.
      users++;
    }
    try {
      lock = channel.tryLock(place, 1, false);
      free = lock != null;
    } catch (OverlappingFileLockException | ClosedChannelException notToBeHad) {
      // Of another class loader, or of nobody who is at work still.
      free = false;
    } catch (IOException noLocks) {
      // Files are still checked before they get their names.
      free = true;
    } finally {
      if (!free) {
        forget(place);
        leave();
      }
    }
    FileLock taken = lock;
    return free ? Optional.of(() -> giveBack(place, taken)) : Optional.empty();
  }

  private void giveBack(long place, FileLock lock) {
    try {
      if (lock != null) {
        lock.release();
      }
    } catch (IOException e) {
      // The system takes it back when the channel is closed, which is soon.
      return;
    } finally {
      forget(place);
      leave();
    }
  }

  private void leave() {
    try {
      release();
    } catch (IOException closed) {
      // Nobody uses it any more.
      return;
    }
  }

  private void forget(long place) {
    synchronized (held) {
      held.remove(place);
    }
  }

  /** Says that one of its users needs it no more. */
  void release() throws IOException {
    synchronized (OPEN) {
      users--;
      if (users == 0) {
        OPEN.remove(key, this);
        channel.close();
      }
    }
  }

  private static void make(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      // Not opened to find that out: the end of that would give the locks back.
      return;
    }
  }

  // The file itself where the system tells it: it may have several paths, or be made anew.
  private static Object key(Path file) throws IOException {
    Object inode = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    return inode == null ? file.toRealPath() : inode;
  }
}
