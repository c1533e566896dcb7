package org.mastshell.download;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that is being written under a temporary name beside its own. It gets its own name when it
 * is complete and checked; closed before that, it is gone.
 */
final class PartFile implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final MessageDigest digest;
  private long size;
  private boolean complete;

  private PartFile(Path target, Path part, FileChannel channel, long size, MessageDigest digest) {
    this.target = target;
    this.part = part;
    this.channel = channel;
    this.size = size;
    this.digest = digest;
  }

  /** The temporary name of a file. */
  static Path partOf(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  /**
   * Begins a file, or goes on with one.
   *
   * @param offset how many bytes of an earlier part are kept; 0 begins anew
   */
  static PartFile open(Path target, long offset) throws IOException {
    Path part = partOf(target);
    MessageDigest digest = sha256Digest();
    if (offset == 0) {
      // Made anew, so that a link that somebody put there is not followed.
      Files.deleteIfExists(part);
      FileChannel channel =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return new PartFile(target, part, channel, 0, digest);
    }
    try (InputStream kept = Files.newInputStream(part, LinkOption.NOFOLLOW_LINKS)) {
      update(digest, kept, offset);
    }
    FileChannel channel =
        FileChannel.open(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    channel.truncate(offset);
    channel.position(offset);
    return new PartFile(target, part, channel, offset, digest);
  }

  void write(byte[] bytes, int length) throws DiskTrouble {
    try {
      ByteBuffer rest = ByteBuffer.wrap(bytes, 0, length);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    } catch (IOException e) {
      throw new DiskTrouble(e);
    }
    digest.update(bytes, 0, length);
    size += length;
  }

  /** Bytes so far. */
  long size() {
    return size;
  }

  /** The hash of the bytes so far, in hexadecimal. */
  String hash() {
    try {
      MessageDigest soFar = (MessageDigest) digest.clone();
      return HexFormat.of().formatHex(soFar.digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's SHA-256 can be copied", e);
    }
  }

  /** Gives the file its name, in the place of whatever has it, and says the hash of its bytes. */
  String complete() throws DiskTrouble {
    try {
      channel.close();
      if (Files.size(part) != size) {
        throw new IOException("another program has written to " + part.getFileName());
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new DiskTrouble(e);
    }
    complete = true;
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Ends it; a file that is not complete is deleted. */
  @Override
  public void close() throws IOException {
    channel.close();
    if (!complete) {
      Files.deleteIfExists(part);
    }
  }

  private static void update(MessageDigest digest, InputStream kept, long offset)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = offset;
    while (left > 0) {
      int count = kept.read(buffer, 0, (int) Math.min(left, BUFFER));
      if (count < 0) {
        throw new IOException("the part is shorter than " + offset + " bytes");
      }
      digest.update(buffer, 0, count);
      left -= count;
    }
  }

  static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
